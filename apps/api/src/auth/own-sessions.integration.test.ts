import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { aVisitor } from "#auth/testing-visitor.ts";
import { createLog } from "#core/log.ts";
import { createServices } from "#services.ts";
import { anAddress, TEST_PASSWORD, testEnv, testShop } from "#testing.ts";

const shop = testShop();
const hall = () => ({ services: shop.services, log: createLog("silent"), now: shop.clock.now, https: true });
const aBrowser = () => aVisitor(hall());
const aProgram = (headers = {}) => aVisitor(hall(), { headers: { "x-realm": "api", ...headers } });
const MINUTE = 60_000;

/** A shopper with an account, and a browser at which they are signed in. */
async function aMember() {
  const { email } = await shop.member("customer");
  const account = { email, password: TEST_PASSWORD };
  const browser = aBrowser();
  await browser.tell("auth.signIn", account);
  return { account, browser };
}
const provenAt = async (token = "") => (await shop.services.auth.authenticate(token, "browser")).authTime;

test("whoever confirms their password has just proven who they are, in the session they have", async () => {
  const { browser } = await aMember();
  const [before, refreshCookie] = [browser.jar.get("__Host-at"), browser.jar.get("__Secure-rt")];
  shop.clock.advance(5 * MINUTE);

  const answer = await browser.tell("auth.confirmPassword", { password: TEST_PASSWORD });

  expect(answer).toMatchObject({ status: 200, data: { tokens: null } });
  expect(answer.setCookies.map((line) => line.split("=")[0])).toEqual(["__Host-at"]);
  expect(browser.jar.get("__Host-at")).not.toBe(before);
  expect(browser.jar.get("__Secure-rt")).toBe(refreshCookie);
  const seconds = Math.floor(shop.clock.now().getTime() / 1000);
  expect(await provenAt(browser.jar.get("__Host-at"))).toEqual(new Date(seconds * 1000));
});

test("the right password too is worked on only so often for one network: it goes ahead of all who sign in anew", async () => {
  const [one, other] = [await aMember(), await aMember()];
  const ip = anAddress();
  const [here, there] = [aVisitor(hall(), { ip }), aVisitor(hall(), { ip })];
  for (const [name, value] of one.browser.jar) here.jar.set(name, value);
  for (const [name, value] of other.browser.jar) there.jar.set(name, value);
  for (let count = 0; count < 15; count++)
    for (const browser of [here, there])
      expect(await browser.tell("auth.confirmPassword", { password: TEST_PASSWORD })).toMatchObject({ status: 200 });

  const refused = { status: 429, refusal: "core.rate-limited", headers: { "retry-after": "2" } };
  expect(await here.tell("auth.confirmPassword", { password: TEST_PASSWORD })).toMatchObject(refused);
  expect(await there.tell("auth.changePassword", { newPassword: "five quite unrelated words" })).toMatchObject(refused);
  expect(await one.browser.tell("auth.confirmPassword", { password: TEST_PASSWORD })).toMatchObject({ status: 200 });
});

test("a renewed proof outlives the access token that carries it", async () => {
  const { browser } = await aMember();
  shop.clock.advance(5 * MINUTE);
  await browser.tell("auth.confirmPassword", { password: TEST_PASSWORD });
  const proven = await provenAt(browser.jar.get("__Host-at"));
  shop.clock.advance(11 * MINUTE);

  await browser.tell("auth.refresh", {});

  expect(await provenAt(browser.jar.get("__Host-at"))).toEqual(proven);
});

test("a wrong password proves nothing, and a batch is no place to try many", async () => {
  const { browser } = await aMember();
  const before = browser.jar.get("__Host-at");

  const wrong = await browser.tell("auth.confirmPassword", { password: "a guess" });
  const batch = await browser.tellInBatch("auth.confirmPassword,auth.confirmPassword", { password: "a guess" });

  expect(wrong).toMatchObject({ status: 401, refusal: "auth.bad-credentials", setCookies: [] });
  expect(batch.text).toContain("core.not-in-batch");
  expect(browser.jar.get("__Host-at")).toBe(before);
});

test("a session that was ended elsewhere cannot be proven back to life", async () => {
  const { browser } = await aMember();
  await shop.database.db.updateTable("auth.session").set({ revokedAt: shop.clock.now() }).execute();

  expect(await browser.tell("auth.confirmPassword", { password: TEST_PASSWORD })).toMatchObject({
    status: 401,
    refusal: "auth.session-revoked",
  });
});

test("a program gets the new access token in the body and keeps its refresh token", async () => {
  const { account } = await aMember();
  const { tokens } = (await aProgram().tell("auth.signIn", account)).data as { tokens: { accessToken: string } };
  const program = aProgram({ authorization: `Bearer ${tokens.accessToken}` });
  const key = { "idempotency-key": randomUUID() };

  const first = await program.tell("auth.confirmPassword", { password: TEST_PASSWORD }, key);
  const second = await program.tell("auth.confirmPassword", { password: TEST_PASSWORD }, key);

  expect(first.data).toEqual({ tokens: { accessToken: expect.any(String), accessExpiresAt: expect.any(String) } });
  expect(second.data).toEqual(first.data);
});

const signedInAlso = async (account: object) => {
  const browser = aBrowser();
  await browser.tell("auth.signIn", account);
  return browser;
};
interface Row {
  id: string;
  uaLabel: string;
  ipPrefix: string;
  current: boolean;
}
const sessionsAt = async (browser: ReturnType<typeof aBrowser>) => (await browser.ask("auth.sessions")).data as Row[];
const lettersOf = async (topic: string, email: string) => {
  const rows = await shop.database.db.selectFrom("core.outbox").select("payload").where("topic", "=", topic).execute();
  return rows.filter(({ payload }) => JSON.stringify(payload).includes(email));
};

test("a person sees where they are signed in, and which of it is this device", async () => {
  const { account, browser } = await aMember();
  shop.clock.advance(MINUTE);
  await signedInAlso(account);

  const rows = await sessionsAt(browser);

  expect(rows.map(({ current }) => current)).toEqual([false, true, false]);
  expect(rows[1]).toMatchObject({
    uaLabel: "Firefox 131, Windows",
    ipPrefix: expect.stringMatching(/^\d+\.\d+\.\d+\.0\/24$/),
  });
});

test("a session ended by its owner does nothing more, and the others go on", async () => {
  const { account, browser } = await aMember();
  const lost = await signedInAlso(account);
  const id = (await sessionsAt(lost)).find(({ current }) => current)?.id;

  expect(await browser.tell("auth.endSession", { id })).toMatchObject({ status: 200, data: {} });

  expect(await lost.tell("auth.changePassword", { newPassword: "four unrelated words here" })).toMatchObject({
    status: 401,
  });
  expect(await lost.tell("auth.refresh", {})).toMatchObject({ status: 401, refusal: "auth.session-revoked" });
  expect((await sessionsAt(browser)).map((row) => row.id)).not.toContain(id);
  expect(await browser.tell("auth.endSession", { id })).toMatchObject({ status: 404, refusal: "core.not-found" });
});

test("nobody ends another person's session", async () => {
  const { browser } = await aMember();
  const { browser: stranger } = await aMember();
  const id = (await sessionsAt(stranger)).find(({ current }) => current)?.id;

  expect(await browser.tell("auth.endSession", { id })).toMatchObject({ status: 404, refusal: "core.not-found" });
  expect(await stranger.tell("auth.refresh", {})).toMatchObject({ status: 200 });
});

test("all other sessions end at once, and this one goes on", async () => {
  const { account, browser } = await aMember();
  const others = await Promise.all([signedInAlso(account), signedInAlso(account)]);

  expect(await browser.tell("auth.endOtherSessions", {})).toMatchObject({ status: 200, data: { tokens: null } });

  for (const other of others) expect(await other.tell("auth.refresh", {})).toMatchObject({ status: 401 });
  expect(await sessionsAt(browser)).toMatchObject([{ current: true }]);
  expect(await browser.tell("auth.refresh", {})).toMatchObject({ status: 200 });
});

test("ending sessions asks for a recent proof of identity", async () => {
  const { account, browser } = await aMember();
  const other = await signedInAlso(account);
  shop.clock.advance(16 * MINUTE);
  await browser.tell("auth.refresh", {});
  const asked = { status: 403, refusal: "auth.recent-sign-in-required" };

  expect(await browser.tell("auth.endOtherSessions", {})).toMatchObject(asked);
  expect(await browser.tell("auth.endSession", { id: randomUUID() })).toMatchObject(asked);
  expect(await other.tell("auth.refresh", {})).toMatchObject({ status: 200 });
  await browser.tell("auth.confirmPassword", { password: TEST_PASSWORD });
  expect(await browser.tell("auth.endOtherSessions", {})).toMatchObject({ status: 200 });
});

test("a changed password ends all other sessions, is told by letter, and the old one opens nothing", async () => {
  const { account, browser } = await aMember();
  const other = await signedInAlso(account);
  const newPassword = "four unrelated words here";

  const answer = await browser.tell("auth.changePassword", { currentPassword: TEST_PASSWORD, newPassword });

  expect(answer).toMatchObject({ status: 200, data: { tokens: null } });
  expect(await other.tell("auth.refresh", {})).toMatchObject({ status: 401, refusal: "auth.session-revoked" });
  expect(await sessionsAt(browser)).toMatchObject([{ current: true }]);
  expect(await aBrowser().tell("auth.signIn", account)).toMatchObject({ refusal: "auth.bad-credentials" });
  expect(await aBrowser().tell("auth.signIn", { ...account, password: newPassword })).toMatchObject({ status: 200 });
  expect(await lettersOf("auth.password-changed", account.email)).toHaveLength(1);
});

test("who does not know the current password changes nothing, unless they signed in just now", async () => {
  const { account, browser } = await aMember();
  const newPassword = "four unrelated words here";
  const change = (passwords: object) => browser.tell("auth.changePassword", passwords);

  expect(await change({ currentPassword: "a guess", newPassword })).toMatchObject({ refusal: "auth.bad-credentials" });
  shop.clock.advance(5 * MINUTE + 1000);
  expect(await change({ newPassword })).toMatchObject({ status: 403, refusal: "auth.recent-sign-in-required" });
  expect(await aBrowser().tell("auth.signIn", account)).toMatchObject({ status: 200 });
  await browser.tell("auth.confirmPassword", { password: TEST_PASSWORD });
  expect(await change({ newPassword })).toMatchObject({ status: 200 });
});

test("a new password keeps the rules: fifteen characters for shopkeepers", async () => {
  const { email } = await shop.member("staff", { factor: false });
  const browser = await signedInAlso({ email, password: TEST_PASSWORD });
  const change = (newPassword: string) =>
    browser.tell("auth.changePassword", { currentPassword: TEST_PASSWORD, newPassword });

  expect((await change("fourteen ch 6f")).text).toContain('"reason":"too-short","minimum":15');
  expect((await change("aaaaaaaaaaaaaaaaaaaa")).text).toContain('"reason":"guessable"');
  expect(await lettersOf("auth.password-changed", email)).toHaveLength(0);
});

test("after an end is acknowledged no change and no reading of a shopkeeper succeeds, in any process", async () => {
  const { email } = await shop.member("staff", { factor: false });
  const account = { email, password: TEST_PASSWORD };
  const [owner, lost] = [await signedInAlso(account), await signedInAlso(account)];
  const elsewhere = await createServices({ db: shop.database.db, env: testEnv, now: shop.clock.now });
  const atOther = aVisitor({ ...hall(), services: elsewhere });
  for (const [name, value] of lost.jar) atOther.jar.set(name, value);
  expect((await atOther.ask("users.profile")).status).toBe(200);

  await owner.tell("auth.endOtherSessions", {});
  const attempts = await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      index % 2 ? atOther.ask("users.profile") : atOther.tell("auth.endOtherSessions", {}),
    ),
  );

  expect(new Set(attempts.map(({ status }) => status))).toEqual(new Set([401]));
  expect(await owner.ask("users.profile")).toMatchObject({ status: 200 });
});

test("whoever sits at a session left open cannot guess its password, neither here nor there", async () => {
  const { account, browser } = await aMember();
  const guess = (path: string) =>
    browser.tell(
      path,
      path === "auth.changePassword"
        ? { currentPassword: "a guess", newPassword: "four unrelated words here" }
        : { password: "a guess" },
    );

  for (let count = 0; count < 5; count++) expect(await guess("auth.confirmPassword")).toMatchObject({ status: 401 });

  expect(await guess("auth.confirmPassword")).toMatchObject({ status: 429, refusal: "core.rate-limited" });
  expect(await guess("auth.changePassword")).toMatchObject({ status: 429, refusal: "core.rate-limited" });
  expect(await aBrowser().tell("auth.signIn", account)).toMatchObject({ status: 200 });
});
