import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { type Caller, TEST_PASSWORD, testShop } from "#testing.ts";
import { postOffice } from "#testing-letters.ts";

const shop = testShop();
const { tokenFor, lettersTo } = postOffice(shop);
const NEW_PASSWORD = "five quite unrelated words here";
const anAddress = () => `${randomUUID()}@vitrina.example`;
const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => "done",
    (error: Error) => error.message,
  );
async function signIn(email: string, password = TEST_PASSWORD) {
  const { tokens } = await shop.callerOf().auth.signIn({ email, password });
  const principal = await shop.services.auth.authenticate(tokens?.accessToken ?? "", "api");
  return shop.callerOf({ principal });
}
/** Somebody who has just signed up and has not opened the letter yet. */
async function newcomer() {
  const email = anAddress();
  await shop.callerOf().auth.signUp({ email, password: TEST_PASSWORD, name: "Анна", locale: "ru" });
  return { email, call: await signIn(email) };
}
async function verified() {
  const person = await newcomer();
  await person.call.auth.verifyEmail({ token: await tokenFor(person.email, "/verify") });
  return person;
}
const isVerified = async (call: Caller) => (await call.users.profile()).emailVerified;

test("the letter's link confirms the address in a session of its account, once, and nowhere else (AUTH-02)", async () => {
  const [{ email, call }, stranger] = [await newcomer(), await newcomer()];
  const token = await tokenFor(email, "/verify");

  expect(await shop.callerOf().auth.lookAtLink({ token })).toEqual({ purpose: "verify", email, yours: false });
  expect(await codeOf(stranger.call.auth.verifyEmail({ token }))).toBe("auth.link-invalid");
  expect(await codeOf(shop.callerOf().auth.verifyEmail({ token }))).toBe("auth.sign-in-required");
  expect(await isVerified(call)).toBe(false);
  await call.auth.verifyEmail({ token });

  expect(await isVerified(call)).toBe(true);
  expect(await isVerified(stranger.call)).toBe(false);
  expect(await codeOf(call.auth.verifyEmail({ token }))).toBe("auth.link-invalid");
});

test("a new password by mail ends every session and the old password, and a letter tells (AUTH-09, AUTH-10)", async () => {
  const { email, call } = await verified();
  await shop.callerOf().auth.askReset({ email: email.toUpperCase() });
  const token = await tokenFor(email, "/reset/new");

  expect(await codeOf(shop.callerOf().auth.resetPassword({ token, password: "1234567890" }))).toBe(
    "auth.weak-password",
  );
  await shop.callerOf().auth.resetPassword({ token, password: NEW_PASSWORD });

  const edit = { name: "N", phone: null, locale: "ru", currency: null, version: 1 } as const;
  expect(await codeOf(call.users.editProfile(edit))).toBe("auth.session-revoked");
  expect(await codeOf(signIn(email))).toBe("auth.bad-credentials");
  expect(await isVerified(await signIn(email, NEW_PASSWORD))).toBe(true);
  expect((await lettersTo(email)).at(-1)?.topic).toBe("auth.password-changed");
});

test("of twenty who use a link to a new password at once one does (T-13)", async () => {
  const { email } = await verified();
  await shop.callerOf().auth.askReset({ email });
  const token = await tokenFor(email, "/reset/new");

  const use = () => codeOf(shop.callerOf().auth.resetPassword({ token, password: NEW_PASSWORD }));
  const outcomes = await Promise.all(Array.from({ length: 20 }, use));

  expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(1);
  expect(new Set(outcomes)).toEqual(new Set(["done", "auth.link-invalid"]));
});

test("an address is asked about alike, whether anybody has it or not (T-11)", async () => {
  const { email } = await verified();
  const nobody = anAddress();

  const answers = await Promise.all([email, nobody].map((each) => shop.callerOf().auth.askReset({ email: each })));

  expect(answers).toEqual([{}, {}]);
  expect(await lettersTo(nobody)).toEqual([]);
});

test("another address counts once its own link is used; the old one is told and can take it back (AUTH-12)", async () => {
  const { email, call } = await verified();
  const other = await signIn(email);
  const newEmail = anAddress();

  await call.auth.changeEmail({ email: newEmail });
  const token = await tokenFor(newEmail, "/email/confirm");
  expect((await call.users.profile()).email).toBe(email);
  await call.auth.confirmEmail({ token });

  expect((await (await signIn(newEmail)).users.profile()).email).toBe(newEmail);
  expect(await codeOf(signIn(email))).toBe("auth.bad-credentials");
  expect(await codeOf(other.auth.endOtherSessions({}))).toBe("auth.session-revoked");

  await shop.callerOf().auth.undoEmailChange({ token: await tokenFor(email, "/email/undo") });
  expect((await lettersTo(email)).at(-1)?.topic).toBe("auth.email-restored");
  for (const either of [email, newEmail]) expect(await codeOf(signIn(either))).toBe("auth.bad-credentials");

  const way = await tokenFor(email, "/reset/new");
  await shop.callerOf().auth.resetPassword({ token: way, password: NEW_PASSWORD });
  expect((await (await signIn(email, NEW_PASSWORD)).users.profile()).email).toBe(email);
});

test("a taken address is told to its owner alone (AUTH-12)", async () => {
  const [owner, { call }] = [await verified(), await verified()];

  expect(await call.auth.changeEmail({ email: owner.email })).toEqual({});

  expect((await lettersTo(owner.email)).map(({ topic }) => topic)).toContain("auth.email-taken");
  expect((await lettersTo(owner.email)).map(({ topic }) => topic)).not.toContain("auth.email-change-link");
});

test("a link does its own thing for its own person only: of all tokens, uses and people the diagonal works (T-08)", async () => {
  const [anna, boris] = [await newcomer(), await verified()];
  await shop.callerOf().auth.askReset({ email: boris.email });
  const newEmail = anAddress();
  await boris.call.auth.changeEmail({ email: newEmail });
  const tokens = {
    verify: await tokenFor(anna.email, "/verify"),
    reset: await tokenFor(boris.email, "/reset/new"),
    change: await tokenFor(newEmail, "/email/confirm"),
  };
  const uses: Record<string, (token: string) => Promise<unknown>> = {
    "Anna verifies": (token) => anna.call.auth.verifyEmail({ token }),
    "Boris verifies": (token) => boris.call.auth.verifyEmail({ token }),
    "Anna confirms": (token) => anna.call.auth.confirmEmail({ token }),
    "Boris confirms": (token) => boris.call.auth.confirmEmail({ token }),
    "somebody takes an address back": (token) => shop.callerOf().auth.undoEmailChange({ token }),
  };
  const diagonal = new Set(["verify: Anna verifies", "change: Boris confirms"]);

  for (const [purpose, token] of Object.entries(tokens))
    for (const [use, call] of Object.entries(uses))
      if (!diagonal.has(`${purpose}: ${use}`))
        expect(await codeOf(call(token)), `${purpose}: ${use}`).toBe("auth.link-invalid");

  await anna.call.auth.verifyEmail({ token: tokens.verify });
  await boris.call.auth.confirmEmail({ token: tokens.change });
  expect(await codeOf(shop.callerOf().auth.resetPassword({ token: tokens.reset, password: NEW_PASSWORD }))).toBe(
    "auth.link-invalid",
  );
});
