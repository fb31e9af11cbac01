import { NotFound, RateLimited } from "@vitrina/domain/core";
import { aUser } from "@vitrina/domain/users/testing";
import { beforeEach, expect, test } from "vitest";
import { BadCredentials, Forbidden, SessionRevoked } from "./auth.errors.ts";
import { aDevice, at } from "./auth.fake.ts";
import { openRoom, PASSWORD } from "./auth-room.fake.ts";
import { ChallengeInvalid, FactorAbsent, FactorPresent, OtpInvalid, OtpRequired } from "./factor.errors.ts";
import { printedCode, readCode } from "./factor.ts";
import { OwnRights } from "./roles.errors.ts";

const device = aDevice();
const anna = { email: "anna@example.com", password: PASSWORD };

/** The room with a customer, an admin, and somebody with a role of the shop's own, who all have one password. */
function openShop() {
  const room = openRoom();
  const people = [
    aUser({ id: "anna", ...anna }),
    aUser({ id: "boss", email: "boss@example.com", role: "admin" }),
    aUser({ id: "clerk", email: "clerk@example.com", role: "custom" }),
  ];
  for (const person of people) {
    room.users.all.push(person);
    room.credentials.hashes.set(person.id, `new:${PASSWORD}`);
  }
  const code = (seconds = 0) => room.totp.codeAt(new Date(room.clock().getTime() + seconds * 1000));
  return { ...room, code };
}
type Shop = ReturnType<typeof openShop>;
let shop: Shop;
beforeEach(() => void (shop = openShop()));

const who = (accessToken: string) => shop.auth.authenticate(accessToken, "browser");

/** Somebody who is signed in by password alone. */
async function signedIn(email = anna.email) {
  const { tokens } = await shop.auth.signIn({ email, password: PASSWORD }, device);
  return who(tokens.accessToken);
}
/** Anna with a second factor; the codes of this moment and later are not used up. */
async function guarded() {
  const principal = await signedIn();
  await shop.auth.factor.begin(principal);
  const { codes, tokens } = await shop.auth.factor.confirm(principal, shop.code(-30));
  return { codes, principal: await who(tokens.accessToken) };
}
async function challenge(): Promise<string> {
  const refusal = await shop.auth.signIn(anna, device).then(null, (error: unknown) => error);
  if (!(refusal instanceof OtpRequired)) throw new Error("no code is asked for");
  return refusal.details.challenge ?? "";
}
const complete = async (typed: string) =>
  shop.auth.completeSignIn({ challenge: await challenge(), code: typed }, device);

test("what is typed is read as the app's code when it is six digits, and else as a recovery code", () => {
  expect(readCode(" 123 456 ")).toEqual({ code: "123456", kind: "app" });
  expect(readCode("abcd-efgh")).toEqual({ code: "ABCDEFGH", kind: "recovery" });
  expect(readCode("1234567")).toMatchObject({ kind: "recovery" });
  expect(printedCode("ABCDEFGHIJKL")).toBe("ABCD-EFGH-IJKL");
});

test("an offered factor counts only once a code has confirmed it", async () => {
  const principal = await signedIn();
  await expect(shop.auth.factor.confirm(principal, shop.code())).rejects.toThrow(FactorAbsent);
  await shop.auth.factor.begin(principal);
  await expect(shop.auth.factor.confirm(principal, "999999")).rejects.toEqual(new OtpInvalid({ triesLeft: 4 }));
  expect(await shop.auth.factor.state(principal)).toEqual({ since: null, codesLeft: 0 });
  await expect(shop.auth.factor.renewCodes(principal)).rejects.toThrow(FactorAbsent);
  await expect(shop.auth.factor.remove(principal)).rejects.toThrow(FactorAbsent);

  const { codes, tokens } = await shop.auth.factor.confirm(principal, shop.code());

  expect(new Set(codes).size).toBe(10);
  expect(await shop.auth.factor.state(principal)).toEqual({ since: at(0).toISOString(), codesLeft: 10 });
  expect(await who(tokens.accessToken)).toMatchObject({ av: 2, amr: ["pwd", "otp"] });
  expect(shop.topics()).toEqual(["auth.factor-added"]);
  expect(shop.audit.entries).toMatchObject([{ action: "auth.factor-added", actor: { id: "anna" } }]);
});

test("a factor in force is neither offered anew nor confirmed again", async () => {
  const { principal } = await guarded();

  await expect(shop.auth.factor.begin(principal)).rejects.toThrow(FactorPresent);
  await expect(shop.auth.factor.confirm(principal, shop.code())).rejects.toThrow(FactorPresent);
});

test("a session under old rights sets nothing up", async () => {
  const principal = await signedIn();
  await shop.users.raiseAv("anna");

  await expect(shop.auth.factor.begin(principal)).rejects.toThrow(SessionRevoked);
});

test("after the right password a code signs in, once", async () => {
  await guarded();

  const { profile, tokens } = await complete(shop.code());

  expect(profile.email).toBe(anna.email);
  expect((await who(tokens.accessToken)).amr).toEqual(["pwd", "otp"]);
  await expect(complete(shop.code())).rejects.toEqual(new OtpInvalid({ triesLeft: 4 }));
});

test("a recovery code signs in, once, and its owner hears of it", async () => {
  const { codes } = await guarded();

  await complete(codes[0] ?? "");

  expect(shop.topics()).toContain("auth.recovery-code-used");
  expect(shop.audit.entries.at(-1)).toMatchObject({ action: "auth.recovery-code-used", after: { left: 9 } });
  await expect(complete(codes[0] ?? "")).rejects.toThrow(OtpInvalid);
});

test("the fifth wrong code warns the owner, and the next one waits even when it is right", async () => {
  await guarded();
  for (const triesLeft of [4, 3, 2, 1]) await expect(complete("wrong")).rejects.toEqual(new OtpInvalid({ triesLeft }));
  expect(shop.topics()).not.toContain("auth.factor-guessed");

  await expect(complete("wrong")).rejects.toEqual(new OtpInvalid({ triesLeft: 0 }));

  expect(shop.topics()).toContain("auth.factor-guessed");
  await expect(complete(shop.code())).rejects.toThrow(RateLimited);
});

test("nobody is warned of an account that is gone", async () => {
  await guarded();
  const posed = await challenge();
  for (let round = 1; round < 5; round++) await expect(complete("wrong")).rejects.toThrow(OtpInvalid);
  const find = shop.users.find;
  shop.users.find = async () => null;

  await expect(shop.auth.completeSignIn({ challenge: posed, code: "wrong" }, device)).rejects.toThrow(OtpInvalid);

  shop.users.find = find;
  expect(shop.topics()).not.toContain("auth.factor-guessed");
});

test("a challenge is worth nothing once used, run out, made up, or made under other rights", async () => {
  await guarded();
  const answer = (posed: string, seconds = 0) =>
    shop.auth.completeSignIn({ challenge: posed, code: shop.code(seconds) }, device);
  const used = await challenge();
  await answer(used);
  await expect(answer(used, 30)).rejects.toThrow(ChallengeInvalid);
  await expect(answer("made up")).rejects.toThrow(ChallengeInvalid);

  const [late, outdated] = [await challenge(), await challenge()];
  await shop.users.raiseAv("anna");
  await expect(answer(outdated, 30)).rejects.toThrow(ChallengeInvalid);
  shop.clock.pass(300);

  await expect(answer(late)).rejects.toThrow(ChallengeInvalid);
});

test("a challenge that another call used meanwhile, or whose account was closed, opens nothing", async () => {
  await guarded();
  const [taken, closed] = [await challenge(), await challenge()];
  const { find } = shop.challenges;
  let looks = 0;
  shop.challenges.find = (...named) => (++looks === 1 ? find(...named) : Promise.resolve(null));
  await expect(shop.auth.completeSignIn({ challenge: taken, code: shop.code() }, device)).rejects.toThrow(
    ChallengeInvalid,
  );
  shop.challenges.find = find;

  await shop.users.setStatus("anna", "disabled");

  await expect(shop.auth.completeSignIn({ challenge: closed, code: shop.code() }, device)).rejects.toThrow(
    ChallengeInvalid,
  );
});

test("a challenge of somebody who has no factor any more is answered by no code", async () => {
  const { codes } = await guarded();
  const posed = await challenge();
  const boss = await signedIn("boss@example.com");
  await shop.auth.factor.removeFor(boss, { userId: "anna", reason: "phone lost" });
  for (const user of shop.users.all) if (user.id === "anna") user.av--;

  await expect(shop.auth.completeSignIn({ challenge: posed, code: codes[0] ?? "" }, device)).rejects.toThrow(
    OtpInvalid,
  );
});

test("challenges that ran out are swept", async () => {
  await guarded();
  await challenge();
  shop.clock.pass(301);

  await shop.auth.sweep();

  expect(shop.challenges.all).toEqual([]);
});

test("where there is a factor the password alone proves nothing anew", async () => {
  const { principal } = await guarded();
  shop.clock.pass(1200);

  await expect(shop.auth.confirmPassword(principal, { password: PASSWORD })).rejects.toEqual(
    new OtpRequired({ challenge: null, expiresAt: null }),
  );
  const wrong = { password: "wrong", code: shop.code() };
  await expect(shop.auth.confirmPassword(principal, wrong)).rejects.toThrow(BadCredentials);
  await expect(shop.auth.confirmPassword(principal, { password: PASSWORD, code: "999999" })).rejects.toThrow(
    OtpInvalid,
  );

  const { tokens } = await shop.auth.confirmPassword(principal, { password: PASSWORD, code: shop.code() });

  expect(await who(tokens.accessToken)).toMatchObject({ authTime: at(1200), amr: ["pwd", "otp"] });
});

test("its owner removes it: the password is enough again, the other sessions are over", async () => {
  const { principal } = await guarded();
  await complete(shop.code());

  const { tokens } = await shop.auth.factor.remove(principal);

  expect(await who(tokens.accessToken)).toMatchObject({ av: 3, amr: ["pwd"] });
  expect(shop.sessions.all.filter(({ revokedAt }) => revokedAt === null)).toHaveLength(1);
  expect((await signedIn()).amr).toEqual(["pwd"]);
  expect(shop.topics()).toContain("auth.factor-removed");
});

test("new recovery codes end the old ones", async () => {
  const { codes, principal } = await guarded();

  const renewed = await shop.auth.factor.renewCodes(principal);

  expect(renewed.codes).toHaveLength(10);
  await expect(complete(codes[0] ?? "")).rejects.toThrow(OtpInvalid);
  await complete(renewed.codes[0] ?? "");
  expect(shop.topics()).toContain("auth.recovery-codes-renewed");
});

test("an admin removes the factor of somebody who lost everything, which ends their sessions", async () => {
  const { principal } = await guarded();
  const boss = await signedIn("boss@example.com");
  const rule = (userId: string) => shop.auth.factor.removeFor(boss, { userId, reason: "phone lost" });

  await rule("anna");

  await expect(shop.auth.assertLive(principal)).rejects.toThrow(SessionRevoked);
  expect(shop.topics()).toContain("auth.factor-reset");
  expect(shop.audit.entries.at(-1)).toMatchObject({
    action: "auth.factor-reset",
    actor: { id: "boss" },
    subject: { id: "anna" },
    reason: "phone lost",
  });
  await expect(rule("anna")).rejects.toThrow(FactorAbsent);
  await expect(rule("boss")).rejects.toThrow(OwnRights);
  await expect(rule("nobody")).rejects.toThrow(NotFound);
});

test("whoever is not an admin, or no longer one, removes no colleague's factor", async () => {
  await guarded();
  const [boss, clerk] = [await signedIn("boss@example.com"), await signedIn("clerk@example.com")];
  await expect(shop.auth.factor.removeFor(clerk, { userId: "boss", reason: "asked" })).rejects.toThrow(Forbidden);
  for (const user of shop.users.all) if (user.id === "boss") user.role = "staff";

  await expect(shop.auth.factor.removeFor(boss, { userId: "anna", reason: "asked" })).rejects.toThrow(Forbidden);
  await shop.auth.factor.removeFor(clerk, { userId: "anna", reason: "asked" });

  expect(await shop.auth.factor.state({ userId: "anna" })).toEqual({ since: null, codesLeft: 0 });
});

test("whoever runs the shop lets its last admin in again", async () => {
  await guarded();

  await shop.auth.factor.removeByOperator("ANNA@example.com", "the only admin lost the phone");

  expect(shop.audit.entries.at(-1)).toMatchObject({ action: "auth.factor-reset", actor: { kind: "operator" } });
  expect((await signedIn()).amr).toEqual(["pwd"]);
  await expect(shop.auth.factor.removeByOperator("nobody@example.com", "a mistake")).rejects.toThrow(NotFound);
});
