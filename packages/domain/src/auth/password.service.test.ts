import { Busy, RateLimited } from "@vitrina/domain/core";
import { expect, test } from "vitest";
import { anna, openRoom, PASSWORD } from "./auth-room.fake.ts";
import { BadCredentials, RecentSignInRequired, SessionRevoked, WeakPassword } from "./auth.errors.ts";
import { assertRecent } from "./policy.ts";

const fresh = "a new and long password";
const change = { currentPassword: PASSWORD, newPassword: fresh };
const wrong = { currentPassword: "wrong", newPassword: fresh };

async function openSession() {
  const room = openRoom();
  await room.auth.signUp(anna);
  return { ...room, ...(await room.signIn()) };
}

test("confirming the password proves anew who sits there", async () => {
  const { auth, principal, clock } = await openSession();
  clock.pass(16 * 60);
  expect(() => assertRecent(principal, clock())).toThrow(RecentSignInRequired);

  const { tokens } = await auth.confirmPassword(principal, { password: PASSWORD });

  const renewed = await auth.authenticate(tokens.accessToken, "browser");
  expect(renewed).toEqual({ ...principal, authTime: clock() });
  assertRecent(renewed, clock());
});

test("five wrong passwords in a session make it wait, and a right one forgets them", async () => {
  const { auth, principal, clock } = await openSession();
  for (let count = 0; count < 5; count++)
    await expect(auth.confirmPassword(principal, { password: "wrong" })).rejects.toThrow(BadCredentials);

  await expect(auth.confirmPassword(principal, { password: PASSWORD })).rejects.toThrow(RateLimited);
  await expect(auth.changePassword(principal, change)).rejects.toThrow(RateLimited);
  clock.pass(2);
  await auth.confirmPassword(principal, { password: PASSWORD });
  for (let count = 0; count < 5; count++)
    await expect(auth.changePassword(principal, wrong)).rejects.toThrow(BadCredentials);
  await expect(auth.changePassword(principal, change)).rejects.toThrow(RateLimited);
});

test("a new password ends the other sessions, is told by letter, and this session goes on", async () => {
  const { auth, signIn, principal, sessions, audit, lettersOf, clock } = await openSession();
  const other = await signIn();
  clock.pass(60);

  const { tokens } = await auth.changePassword(principal, change);

  const renewed = await auth.authenticate(tokens.accessToken, "browser");
  expect(renewed).toEqual({ ...principal, av: principal.av + 1 });
  await auth.assertLive(renewed);
  await expect(auth.assertLive(principal)).rejects.toThrow(SessionRevoked);
  expect(sessions.all.filter(({ revokedAt }) => revokedAt)).toMatchObject([
    { id: other.principal.sessionId, revokedAt: clock(), reason: "password-changed" },
  ]);
  await expect(signIn()).rejects.toThrow(BadCredentials);
  await signIn({ ...anna, password: fresh });
  const self = { kind: "user", id: principal.userId };
  expect(audit.entries).toEqual([{ action: "auth.password-changed", actor: self, subject: self }]);
  expect(lettersOf("auth.password-changed")).toEqual([
    { topic: "auth.password-changed", email: "Anna@Example.com", locale: "ru" },
  ]);
});

test("each change is told by a letter of its own", async () => {
  const { auth, principal, lettersOf } = await openSession();
  const { tokens } = await auth.changePassword(principal, change);

  await auth.changePassword(await auth.authenticate(tokens.accessToken, "browser"), {
    currentPassword: fresh,
    newPassword: "yet another long password",
  });

  expect(lettersOf("auth.password-changed")).toHaveLength(2);
});

test("a sign-in at most five minutes old stands in for the current password, an older one does not", async () => {
  const { auth, signIn, principal, clock } = await openSession();
  clock.pass(300.001);
  await expect(auth.changePassword(principal, { newPassword: fresh })).rejects.toThrow(RecentSignInRequired);
  const again = await signIn();
  clock.pass(300);

  await auth.changePassword(again.principal, { newPassword: fresh });

  await signIn({ ...anna, password: fresh });
});

test("no guess is counted where none was made: a stale sign-in, a weak new password, a busy shop", async () => {
  const { auth, principal, clock, passwords } = await openSession();
  const { verify } = passwords;
  clock.pass(301);

  for (let count = 0; count < 6; count++) {
    await expect(auth.changePassword(principal, { newPassword: fresh })).rejects.toThrow(RecentSignInRequired);
    await expect(auth.changePassword(principal, { ...change, newPassword: "short" })).rejects.toThrow(WeakPassword);
    passwords.verify = () => Promise.reject(new Busy({ retryAfter: 1 }));
    await expect(auth.confirmPassword(principal, { password: PASSWORD })).rejects.toThrow(Busy);
    passwords.verify = verify;
  }

  await auth.confirmPassword(principal, { password: PASSWORD });
});

test.each(["short", "password1234", "weak but long enough", "this is Анна of old"])(
  "the new password %j is refused",
  async (newPassword) => {
    const { auth, principal } = await openSession();

    await expect(auth.changePassword(principal, { ...change, newPassword })).rejects.toThrow(WeakPassword);
  },
);

test("the strength of a new password is told only to who knows the current one", async () => {
  const { auth, principal, passwords } = await openSession();
  const before = passwords.work;

  await expect(auth.changePassword(principal, { ...wrong, newPassword: "short" })).rejects.toThrow(BadCredentials);

  expect(passwords.work - before).toBe(1);
});

test("a repetition of a change, which no longer knows the old password, gets the first answer", async () => {
  const { auth, principal, signIn } = await openSession();
  const first = await auth.changePassword(principal, change);
  const kept = <T>(): Promise<T> => Promise.resolve(first as T);

  for (let count = 0; count < 6; count++) expect(await auth.changePassword(principal, change, kept)).toBe(first);

  await signIn({ ...anna, password: fresh });
});

test("guesses stay counted whatever else refuses them, as a session that ended meanwhile does", async () => {
  const { auth, principal } = await openSession();
  const over = () => Promise.reject(new SessionRevoked({}));
  const guess = { currentPassword: "wrong", newPassword: "short" };
  for (let count = 0; count < 5; count++)
    await expect(auth.changePassword(principal, guess, over)).rejects.toThrow(SessionRevoked);

  await expect(auth.changePassword(principal, guess, over)).rejects.toThrow(RateLimited);
  await expect(auth.confirmPassword(principal, { password: "wrong" }, over)).rejects.toThrow(RateLimited);
});

type Room = Awaited<ReturnType<typeof openSession>>;
test.each([
  ["has other rights by now", ({ users, principal }: Room) => users.raiseAv(principal.userId)],
  ["is closed", ({ users }: Room) => void Object.assign(users.all[0] ?? {}, { status: "disabled" })],
  ["is gone", ({ users }: Room) => void (users.all.length = 0)],
])("a token of an account that %s changes nothing", async (_, happens) => {
  const room = await openSession();
  const { auth, principal, credentials } = room;
  await happens(room);

  await expect(auth.confirmPassword(principal, { password: PASSWORD })).rejects.toThrow(SessionRevoked);
  await expect(auth.changePassword(principal, change)).rejects.toThrow(SessionRevoked);

  expect(credentials.hashes.get(principal.userId)).toBe(`new:${PASSWORD}`);
});
