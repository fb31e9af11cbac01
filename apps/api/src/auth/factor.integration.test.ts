import { randomBytes, randomUUID } from "node:crypto";
import { SessionRevoked } from "@vitrina/domain/auth";
import { aDevice } from "@vitrina/domain/auth/testing";
import { expect, test } from "vitest";
import { challengeOf, codeFor } from "#auth/testing-codes.ts";
import { aVisitor } from "#auth/testing-visitor.ts";
import { createLog } from "#core/log.ts";
import { postOffice } from "#testing-letters.ts";
import { allProcedures, callAt, TEST_PASSWORD, testShop } from "#testing.ts";

const shop = testShop();
const { lettersTo } = postOffice(shop);
const lines: string[] = [];
const log = createLog("trace", { write: (line: string) => void lines.push(line) });
const hall = () => ({ services: shop.services, log, now: shop.clock.now, https: true });
const MINUTE = 60_000;

type Member = Awaited<ReturnType<typeof aGuarded>>;

const code = ({ secret }: Pick<Member, "secret">, steps = 0) => codeFor(secret, shop.clock.now(), steps);
const anAccount = (email: string) => ({ email, password: TEST_PASSWORD });

/** A customer who has a second factor, with their recovery codes. */
async function aGuarded() {
  const { email, principal } = await shop.member("customer");
  const { secret } = await shop.services.auth.factor.begin(principal);
  const { codes, tokens } = await shop.services.auth.factor.confirm(principal, codeFor(secret, shop.clock.now(), -1));
  return { email, secret, codes, principal: await shop.services.auth.authenticate(tokens.accessToken, "api") };
}
/** A browser at which the right password was given. */
async function atTheSecondStep(member: Pick<Member, "email">) {
  const browser = aVisitor(hall());
  const answer = await browser.tell("auth.signIn", anAccount(member.email));
  const { challenge, expiresAt } = JSON.parse(answer.text).error.data.refusal.details;
  return { browser, answer, challenge: challenge as string, expiresAt: expiresAt as string };
}
const complete = (challenge: string, typed: string) =>
  shop.callerOf().auth.factor.completeSignIn({ challenge, code: typed });
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: Error) => error.message,
  );
const subjectsTo = async (email: string) => (await lettersTo(email)).map(({ topic }) => topic);

test("the right password begins no session where there is a second factor: a code has to follow", async () => {
  const member = await aGuarded();

  const { browser, answer, challenge, expiresAt } = await atTheSecondStep(member);
  expect(answer).toMatchObject({ status: 401, refusal: "auth.otp-required", setCookies: [] });
  expect(Date.parse(expiresAt) - shop.clock.now().getTime()).toBe(5 * MINUTE);
  expect(await browser.ask("users.profile")).toMatchObject({ status: 401 });
  const done = await browser.tell("auth.factor.completeSignIn", { challenge, code: code(member) });

  expect(done).toMatchObject({ status: 200, data: { tokens: null, profile: { email: member.email } } });
  expect(await browser.ask("users.profile")).toMatchObject({ status: 200 });
  const principal = await shop.services.auth.authenticate(browser.jar.get("__Host-at") ?? "", "browser");
  expect(principal.amr).toEqual(["pwd", "otp"]);
});

test("a session keeps its second factor when it is refreshed", async () => {
  const member = await aGuarded();
  const { browser, challenge } = await atTheSecondStep(member);
  await browser.tell("auth.factor.completeSignIn", { challenge, code: code(member) });

  await browser.tell("auth.refresh", {});

  const principal = await shop.services.auth.authenticate(browser.jar.get("__Host-at") ?? "", "browser");
  expect(principal.amr).toContain("otp");
});

test("a wrong password is answered alike with and without a second factor, and for nobody", async () => {
  const [{ email }, plain] = [await aGuarded(), await shop.member("customer")];
  const answers = [email, plain.email, `${randomUUID()}@vitrina.example`].map((address) =>
    aVisitor(hall()).tell("auth.signIn", { email: address, password: "a wrong guess" }),
  );

  const shapes = (await Promise.all(answers)).map(({ status, text, setCookies }) => ({
    status,
    setCookies,
    text: text.replace(/"requestId":"[^"]+"/, ""),
  }));

  expect(shapes[0]).toMatchObject({ status: 401, setCookies: [] });
  expect(shapes[1]).toEqual(shapes[0]);
  expect(shapes[2]).toEqual(shapes[0]);
});

test("a wrong code tells how many tries are left, then one has to wait, and the owner is warned", async () => {
  const member = await aGuarded();
  const { challenge } = await atTheSecondStep(member);
  const wrong = () => complete(challenge, "not-a-code").then(null, ({ cause }) => cause.details);

  const left = [await wrong(), await wrong(), await wrong(), await wrong(), await wrong()];
  const right = await codeOf(complete(challenge, code(member)));

  expect(left.map(({ triesLeft }) => triesLeft)).toEqual([4, 3, 2, 1, 0]);
  expect(right).toBe("core.rate-limited");
  expect(await subjectsTo(member.email)).toContain("auth.factor-guessed");
  shop.clock.advance(2_000);
  expect(await codeOf(complete(challenge, code(member)))).toBe("done");
});

test("tries at codes are counted over all challenges of an account together", async () => {
  const member = await aGuarded();
  for (let round = 0; round < 5; round++) {
    const { challenge } = await atTheSecondStep(member);
    expect(await codeOf(complete(challenge, "000000"))).toBe("auth.otp-invalid");
  }

  const { challenge } = await atTheSecondStep(member);

  expect(await codeOf(complete(challenge, code(member)))).toBe("core.rate-limited");
});

test("a challenge holds five minutes, once, and ends when the account's rights change", async () => {
  const member = await aGuarded();
  const { challenge } = await atTheSecondStep(member);
  expect(await codeOf(complete(challenge, code(member)))).toBe("done");
  expect(await codeOf(complete(challenge, code(member, 1)))).toBe("auth.challenge-invalid");
  const second = await atTheSecondStep(member);
  const third = await atTheSecondStep(member);

  await shop.services.auth.endOtherSessions(member.principal);
  expect(await codeOf(complete(second.challenge, code(member, 1)))).toBe("auth.challenge-invalid");
  const fourth = await atTheSecondStep(member);
  shop.clock.advance(5 * MINUTE);

  expect(await codeOf(complete(fourth.challenge, code(member, 1)))).toBe("auth.challenge-invalid");
  expect(await codeOf(complete(third.challenge, code(member, 1)))).toBe("auth.challenge-invalid");
});

test("a code opens nothing a second time, nor does one before it", async () => {
  const member = await aGuarded();
  const used = code(member, 1);
  expect(await codeOf(complete((await atTheSecondStep(member)).challenge, used))).toBe("done");

  expect(await codeOf(complete((await atTheSecondStep(member)).challenge, used))).toBe("auth.otp-invalid");
  expect(await codeOf(complete((await atTheSecondStep(member)).challenge, code(member)))).toBe("auth.otp-invalid");
});

test("a recovery code stands in for the app once, however it is typed, and a letter tells", async () => {
  const member = await aGuarded();
  const [recovery = ""] = member.codes;
  const typed = ` ${recovery.toLowerCase().replaceAll("-", " ")} `;
  expect(await codeOf(complete((await atTheSecondStep(member)).challenge, typed))).toBe("done");

  expect(await codeOf(complete((await atTheSecondStep(member)).challenge, recovery))).toBe("auth.otp-invalid");
  expect(await shop.services.auth.factor.state(member.principal)).toMatchObject({ codesLeft: 9 });
  const letter = (await lettersTo(member.email)).find(({ topic }) => topic === "auth.recovery-code-used");
  expect(letter?.text).toContain("Codes left: 9");
  expect(letter?.text).not.toContain(recovery);
});

test("new recovery codes end the old ones", async () => {
  const member = await aGuarded();
  const owner = shop.callerOf({ principal: member.principal });

  const { codes } = await owner.auth.factor.renewCodes({});

  const [old = "", fresh = ""] = [member.codes[0], codes[0]];
  expect(new Set([...codes, ...member.codes]).size).toBe(20);
  expect(await codeOf(complete((await atTheSecondStep(member)).challenge, old))).toBe("auth.otp-invalid");
  expect(await codeOf(complete((await atTheSecondStep(member)).challenge, fresh))).toBe("done");
  expect(await subjectsTo(member.email)).toContain("auth.recovery-codes-renewed");
});

/** Whatever the shop ever gave somebody to hold, by what it was for. */
async function tokensOf(member: Member) {
  const { challenge } = await atTheSecondStep(member);
  await shop.callerOf().auth.askReset({ email: member.email });
  const reset = /#([\w-]{43})/.exec((await lettersTo(member.email)).at(-1)?.text ?? "")?.[1] ?? "";
  return { challenge, reset, stranger: randomBytes(32).toString("base64url") };
}

test("token by person by purpose: only a challenge with a code of its own account signs in (T-08)", async () => {
  const [anna, boris] = [await aGuarded(), await aGuarded()];
  const held = { anna: await tokensOf(anna), boris: await tokensOf(boris) };
  const signedIn: string[] = [];

  for (const [owner, tokens] of Object.entries(held))
    for (const [purpose, token] of Object.entries(tokens))
      for (const [person, member] of Object.entries({ anna, boris })) {
        const typed = member.codes.pop() ?? "";
        const outcome = await codeOf(complete(token, typed));
        if (outcome === "done") signedIn.push(`${owner}'s ${purpose} with a code of ${person}`);
        else if (purpose !== "challenge") expect(outcome).toBe("auth.challenge-invalid");
        else expect(["auth.otp-invalid", "auth.challenge-invalid"]).toContain(outcome);
      }

  expect(signedIn).toEqual(["anna's challenge with a code of anna", "boris's challenge with a code of boris"]);
  const password = "five quite unrelated words here";
  const { challenge } = await atTheSecondStep(anna);
  for (const refusal of [
    codeOf(shop.callerOf().auth.resetPassword({ token: challenge, password })),
    codeOf(shop.callerOf().auth.lookAtLink({ token: challenge })),
    codeOf(shop.callerOf().auth.refresh({ refreshToken: challenge })),
  ])
    expect(await refusal).toMatch(/^auth\.(link-invalid|session-expired)$/);
});

test("setting it up ends the other sessions, raises this one, tells by letter and in the trail", async () => {
  const { email, principal } = await shop.member("customer");
  const elsewhere = aDevice({ realm: "api" });
  const { tokens } = await shop.services.auth.signIn(anAccount(email), elsewhere);
  const owner = shop.callerOf({ principal });
  const { secret, uri } = await owner.auth.factor.begin({});
  expect(uri).toContain(secret);
  expect(await owner.auth.factor.state()).toEqual({ since: null, codesLeft: 0, needed: false });

  const confirmed = await owner.auth.factor.confirm({ code: codeFor(secret, shop.clock.now()) });

  expect(confirmed.codes).toHaveLength(10);
  const raised = await shop.services.auth.authenticate(confirmed.tokens?.accessToken ?? "", "api");
  expect(raised).toMatchObject({ sessionId: principal.sessionId, av: principal.av + 1, amr: ["pwd", "otp"] });
  await expect(shop.services.auth.refresh(tokens.refreshToken, elsewhere)).rejects.toThrow(SessionRevoked);
  expect(await codeOf(shop.callerOf({ principal }).users.addresses.remove({ id: randomUUID() }))).toBe(
    "auth.session-revoked",
  );
  expect(await shop.callerOf({ principal: raised }).auth.factor.state()).toEqual({
    since: shop.clock.now().toISOString(),
    codesLeft: 10,
    needed: false,
  });
  expect(await subjectsTo(email)).toEqual(["auth.factor-added"]);
  const trail = await (await shop.signedIn("admin")).core.audit.list({ subjectId: principal.userId });
  expect(trail.events.map(({ action }) => action)).toContain("auth.factor-added");
});

test("it is set up, renewed and removed only after a recent proof of identity, with the code", async () => {
  const member = await aGuarded();
  const owner = shop.callerOf({ principal: member.principal });
  shop.clock.advance(16 * MINUTE);
  for (const act of [owner.auth.factor.begin, owner.auth.factor.renewCodes, owner.auth.factor.remove])
    expect(await codeOf(act({}))).toBe("auth.recent-sign-in-required");
  expect(await codeOf(owner.auth.factor.confirm({ code: "000000" }))).toBe("auth.recent-sign-in-required");

  const password = TEST_PASSWORD;
  expect(await codeOf(owner.auth.confirmPassword({ password }))).toBe("auth.otp-required");
  expect(await codeOf(owner.auth.confirmPassword({ password, code: "000000" }))).toBe("auth.otp-invalid");
  expect(await codeOf(owner.auth.confirmPassword({ password: "wrong", code: code(member) }))).toBe(
    "auth.bad-credentials",
  );
  const { tokens } = await owner.auth.confirmPassword({ password, code: code(member) });

  const proven = await shop.services.auth.authenticate(tokens?.accessToken ?? "", "api");
  expect(proven.amr).toEqual(["pwd", "otp"]);
  const removed = await shop.callerOf({ principal: proven }).auth.factor.remove({});
  const after = await shop.services.auth.authenticate(removed.tokens?.accessToken ?? "", "api");
  expect(after.amr).toEqual(["pwd"]);
  expect(await subjectsTo(member.email)).toContain("auth.factor-removed");
  expect(await codeOf(shop.callerOf().auth.signIn(anAccount(member.email)))).toBe("done");
});

test("whoever knows the password of a session left open does not get past the code by setting a new one", async () => {
  const { principal } = await aGuarded();
  shop.clock.advance(16 * MINUTE);
  const passwords = { currentPassword: TEST_PASSWORD, newPassword: "five quite unrelated words here" };

  const { tokens } = await shop.callerOf({ principal }).auth.changePassword(passwords);

  const changed = await shop.services.auth.authenticate(tokens?.accessToken ?? "", "api");
  const { remove, renewCodes } = shop.callerOf({ principal: changed }).auth.factor;
  for (const act of [remove, renewCodes]) expect(await codeOf(act({}))).toBe("auth.recent-sign-in-required");
});

test("a new password by a link signs nobody in, and the code is asked for all the same", async () => {
  const member = await aGuarded();
  const { reset } = await tokensOf(member);
  const password = "five quite unrelated words here";

  await shop.callerOf().auth.resetPassword({ token: reset, password });

  const challenge = await challengeOf(shop.callerOf().auth.signIn({ email: member.email, password }));
  expect(await codeOf(complete(challenge, code(member)))).toBe("done");
});

test("an admin removes the factor of somebody who lost everything, with a reason, and never their own", async () => {
  const member = await aGuarded();
  const admin = await shop.member("admin");
  const act = shop.callerOf({ principal: admin.principal }).auth.factor.reset;
  const { userId } = member.principal;

  await act({ userId, reason: "phone stolen, recognised by passport" });

  expect(await codeOf(act({ userId, reason: "again" }))).toBe("auth.factor-absent");
  expect(await codeOf(act({ userId: admin.principal.userId, reason: "mine" }))).toBe("auth.own-rights");
  expect(await codeOf(act({ userId: randomUUID(), reason: "nobody" }))).toBe("core.not-found");
  await expect(shop.services.auth.assertLive(member.principal)).rejects.toThrow(SessionRevoked);
  expect(await codeOf(shop.callerOf().auth.signIn(anAccount(member.email)))).toBe("done");
  expect(await subjectsTo(member.email)).toContain("auth.factor-reset");
  const trail = await (await shop.signedIn("admin")).core.audit.list({ subjectId: userId });
  expect(trail.events.find(({ action }) => action === "auth.factor-reset")).toMatchObject({
    reason: "phone stolen, recognised by passport",
  });
});

test("whoever is given that right decides about customers, not about their colleagues", async () => {
  const clerk = await shop.signedIn(["customers:recover"]);
  const [customer, colleague] = [await aGuarded(), await shop.member("staff")];

  expect(await codeOf(clerk.auth.factor.reset({ userId: colleague.principal.userId, reason: "asked" }))).toBe(
    "auth.forbidden",
  );
  expect(await codeOf(clerk.auth.factor.reset({ userId: customer.principal.userId, reason: "asked" }))).toBe("done");
});

test("secrets, codes and challenges are in no log and nowhere in the database (T-32)", async () => {
  const browser = aVisitor(hall());
  const { email } = await shop.member("customer");
  await browser.tell("auth.signIn", anAccount(email));
  const begun = await browser.tell("auth.factor.begin", {});
  const { secret } = begun.data as { secret: string };
  const first = codeFor(secret, shop.clock.now(), -1);
  const { codes } = (await browser.tell("auth.factor.confirm", { code: first })).data as { codes: string[] };
  const step = await atTheSecondStep({ email });
  await step.browser.tell("auth.factor.completeSignIn", { challenge: step.challenge, code: "canary-of-a-code" });
  await step.browser.tell("auth.factor.completeSignIn", { challenge: step.challenge, code: codes[0] ?? "" });
  await browser.tell("auth.confirmPassword", { password: TEST_PASSWORD, code: codes[1] ?? "" });

  const { rows: tables } = await shop.database.pool.query<{ name: string }>(`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`);
  const stored = await Promise.all(
    tables.map(({ name }) => shop.database.pool.query(`select t::text as row from ${name} t`)),
  );
  const text = [...lines, ...stored.flatMap(({ rows }) => rows.map(({ row }: { row: string }) => row))].join("\n");

  expect(text).toContain(email);
  const told = codes.flatMap((each) => [each, each.replaceAll("-", "")]);
  for (const canary of [secret, step.challenge, "canary-of-a-code", "CANARYOFACODE", ...told])
    expect(text.includes(canary), canary).toBe(false);
});

const mutations = allProcedures().filter(([, { type }]) => type === "mutation");

test.each(["roles:manage", "staff:manage", "keys:use", "customers:reveal", "customers:recover"])(
  "every change under %s is refused without the second factor, and its readings are not",
  async (permission) => {
    const marked = mutations.filter(([, { meta }]) => meta?.permission === permission);
    const admin = await shop.signedIn("admin", { factor: false });
    expect(marked.length).toBeGreaterThan(0);

    for (const [path] of marked) {
      const refusal = await callAt(admin, path, {}).then(null, (error: Error) => error.message);
      expect(refusal, path).toBe("auth.factor-required");
    }
    const queries = allProcedures().filter(([, { type, meta }]) => type === "query" && meta?.permission === permission);
    for (const [path] of queries) expect(await codeOf(callAt(admin, path, undefined)), path).toBe("done");
  },
);

test("the rest of a shopkeeper's day needs no second factor, and nor does a customer's", async () => {
  const [admin, shopper] = [
    await shop.signedIn("admin", { factor: false }),
    await shop.signedIn("customer", { factor: false }),
  ];

  for (const work of [
    admin.orders.admin.list({}),
    admin.users.customers.find({ q: "Test" }),
    admin.core.audit.list({}),
    shopper.cart.claimGuestCart({}),
  ])
    expect(await codeOf(work)).toBe("done");
});

test("whoever has rights that ask for it is told so, and nobody else", async () => {
  const needed = async (...who: Parameters<typeof shop.signedIn>) =>
    (await (await shop.signedIn(...who)).auth.factor.state()).needed;

  expect(await needed("customer")).toBe(false);
  expect(await needed(["orders:manage"])).toBe(false);
  expect(await needed(["customers:reveal"])).toBe(true);
  expect(await needed("admin", { factor: false })).toBe(true);
});

test("the factor opens what was refused, in the session that sets it up", async () => {
  const { principal } = await shop.member("admin", { factor: false });
  const draft = () => ({ name: `Role ${randomUUID()}`, permissions: [] });
  expect(await codeOf(shop.callerOf({ principal }).auth.roles.create(draft()))).toBe("auth.factor-required");

  const { secret } = await shop.services.auth.factor.begin(principal);
  const { tokens } = await shop.services.auth.factor.confirm(principal, codeFor(secret, shop.clock.now()));

  const raised = await shop.services.auth.authenticate(tokens.accessToken, "api");
  expect(await codeOf(shop.callerOf({ principal: raised }).auth.roles.create(draft()))).toBe("done");
});
