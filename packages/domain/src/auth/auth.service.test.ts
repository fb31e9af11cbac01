import { aUser } from "@vitrina/domain/users/testing";
import { expect, test } from "vitest";
import { anna, openRoom } from "./auth-room.fake.ts";
import {
  AccountDisabled,
  BadCredentials,
  InvalidEmail,
  SessionExpired,
  SessionRevoked,
  WeakPassword,
} from "./auth.errors.ts";
import { aDevice, fakeMarks } from "./auth.fake.ts";

const device = aDevice();

test("a ticked box at sign-up is a consent with the words it was given to, an unticked one is none", async () => {
  const { auth, consents, users } = openRoom();

  await auth.signUp({ ...anna, newsletter: "2026-11" });
  await auth.signUp({ ...anna, email: "boris@example.com" });

  const said = { purpose: "newsletter", channel: "email", granted: true, textVersion: "2026-11", source: "sign-up" };
  expect(consents.all).toEqual([{ ...said, userId: users.all[0]?.id, at: users.all[0]?.createdAt }]);
});

test("nobody subscribes the owner of an account by signing up again with their address", async () => {
  const { auth, consents } = openRoom();
  await auth.signUp(anna);

  await auth.signUp({ ...anna, newsletter: "2026-11" });

  expect(consents.all).toEqual([]);
});

test("a new shopper signs up and then signs in", async () => {
  const { auth, topics, events } = openRoom();

  await auth.signUp(anna);
  const { profile, tokens } = await auth.signIn(anna, device);

  expect(profile).toMatchObject({ email: "Anna@Example.com", name: "Анна", role: "customer", emailVerified: false });
  expect(await auth.authenticate(tokens.accessToken, "browser")).toMatchObject({ userId: profile.id, av: 1 });
  expect(topics()).toEqual(["auth.registered"]);
  expect([...events.entries()]).toMatchObject([
    [`auth.registered:${profile.id}`, { userId: profile.id, name: "Анна" }],
  ]);
});

test("signing up with a known address changes nothing but tells its owner, once an hour", async () => {
  const { auth, users, credentials, events, clock } = openRoom();
  await auth.signUp(anna);
  const before = new Map(credentials.hashes);

  await auth.signUp({ ...anna, email: "ANNA@example.com", password: "another password", name: "Mallory" });
  await auth.signUp({ ...anna, email: "anna@example.com", password: "a third password" });

  expect(users.all).toHaveLength(1);
  expect(credentials.hashes).toEqual(before);
  expect([...events.values()].at(-1)).toEqual({
    topic: "auth.registration-repeated",
    email: "Anna@Example.com",
    locale: "ru",
  });
  expect(events.size).toBe(2);
  clock.pass(3600);
  await auth.signUp({ ...anna, password: "a fourth password" });
  expect(events.size).toBe(3);
});

test("a stranger's address and a known one cost the same work at sign-up", async () => {
  const { auth, passwords } = openRoom();
  await auth.signUp(anna);
  const first = passwords.work;

  await auth.signUp({ ...anna, password: "another password" });

  expect(passwords.work - first).toBe(first);
});

test("an unknown address and a wrong password are one refusal after the same work", async () => {
  const { auth, passwords } = openRoom();
  await auth.signUp(anna);
  const refusals = [];
  const work = [];

  for (const credentials of [
    { ...anna, password: "wrong" },
    { ...anna, email: "nobody@example.com" },
    { ...anna, email: "no address at all" },
  ]) {
    const before = passwords.work;
    refusals.push(await auth.signIn(credentials, device).catch((error: unknown) => error));
    work.push(passwords.work - before);
  }

  expect(refusals).toEqual([new BadCredentials({}), new BadCredentials({}), new BadCredentials({})]);
  expect(work).toEqual([1, 1, 1]);
});

test.each([
  ["short", WeakPassword],
  ["password1234", WeakPassword],
  ["weak but long enough", WeakPassword],
  ["anna@example.com is mine", WeakPassword],
])("the password %j is refused", async (password, refusal) => {
  const { auth, users } = openRoom();

  await expect(auth.signUp({ ...anna, password })).rejects.toThrow(refusal);
  expect(users.all).toEqual([]);
});

test("an address the shop cannot write to is refused", async () => {
  await expect(openRoom().auth.signUp({ ...anna, email: "анна@example.com" })).rejects.toThrow(InvalidEmail);
});

test("the owner's device, an open session and a link from the mailbox need not wait for strangers", async () => {
  const { auth, signIn, askReset, passwords } = openRoom();
  const aheadDuring = async (work: () => Promise<unknown>) => {
    const before = passwords.ahead;
    await work();
    return passwords.ahead - before;
  };
  const from = (deviceMark: string) => auth.signIn({ ...anna, deviceMark }, device);
  const { mark } = fakeMarks.issue("anna@example.com", new Date());

  expect(await aheadDuring(() => auth.signUp(anna))).toBe(0);
  expect(await aheadDuring(() => auth.signIn(anna, device))).toBe(0);
  expect(await aheadDuring(() => from(mark))).toBe(1);
  expect(await aheadDuring(() => from("the mark of another account"))).toBe(0);

  const { principal } = await signIn();
  expect(await aheadDuring(() => auth.confirmPassword(principal, anna))).toBe(1);
  const token = await askReset();
  expect(await aheadDuring(() => auth.resetPassword({ token, password: "a new and long password" }))).toBe(1);
});

test("a disabled account is told so only after the right password", async () => {
  const { auth, users } = openRoom();
  await auth.signUp(anna);
  const [stored = aUser()] = users.all;
  stored.status = "disabled";

  await expect(auth.signIn({ ...anna, password: "wrong" }, device)).rejects.toThrow(BadCredentials);
  await expect(auth.signIn(anna, device)).rejects.toThrow(AccountDisabled);
});

test("an outdated hash is renewed at sign-in", async () => {
  const { auth, credentials } = openRoom();
  await auth.signUp(anna);
  const [[userId = ""] = []] = credentials.hashes;
  credentials.hashes.set(userId, `old:${anna.password}`);

  await auth.signIn(anna, device);

  expect(credentials.hashes.get(userId)).toBe(`new:${anna.password}`);
});

test("an operator makes a shopkeeper's account, and making it again changes nothing", async () => {
  const { auth, users, topics, audit } = openRoom();
  const staff = { ...anna, password: "long enough for staff", role: "staff" } as const;

  const first = await auth.createUser(staff);
  const second = await auth.createUser({ ...staff, role: "admin" });

  expect(second).toEqual({ id: first.id, created: false });
  expect(users.all).toMatchObject([{ role: "staff", emailVerifiedAt: expect.any(Date) }]);
  expect(topics()).toEqual([]);
  expect(audit.entries).toEqual([
    {
      action: "users.created",
      actor: { kind: "operator" },
      subject: { kind: "user", id: first.id },
      after: { role: "staff" },
    },
  ]);
  await expect(auth.createUser({ ...staff, email: "b@example.com", password: "fourteen chars" })).rejects.toThrow(
    WeakPassword,
  );
});

test("two operators who make one account at once make one", async () => {
  const { auth, users } = openRoom();
  const staff = { ...anna, password: "long enough for staff", role: "staff" } as const;

  const [first, second] = await Promise.all([auth.createUser(staff), auth.createUser(staff)]);

  expect(users.all).toHaveLength(1);
  expect([first, second]).toEqual([
    { id: users.all[0]?.id, created: true },
    { id: users.all[0]?.id, created: false },
  ]);
});

test("an operator cannot make an account the shop could not write to", async () => {
  const { auth } = openRoom();

  await expect(auth.createUser({ ...anna, email: "no address", role: "staff" })).rejects.toThrow(InvalidEmail);
});

test("nobody signs in to an account that has no password", async () => {
  const { auth, users, passwords } = openRoom();
  users.all.push(aUser({ emailCanonical: "anna@example.com" }));

  await expect(auth.signIn(anna, device)).rejects.toThrow(BadCredentials);
  expect(passwords.work).toBe(1);
});

test("an address that its owner may still take back cannot be signed up with, and the answer does not tell", async () => {
  const { auth, users, aShopper, askEmail, topics } = openRoom();
  const principal = await aShopper();
  await auth.confirmEmail(principal, await askEmail(principal, "new@example.com"));

  expect(await auth.signUp({ ...anna, password: "another password", name: "Mallory" })).toBeUndefined();

  expect(users.all.map(({ emailCanonical }) => emailCanonical)).toEqual(["new@example.com"]);
  expect(topics().filter((topic) => topic === "auth.registered")).toHaveLength(1);
});

test("a right password that is changed before the session begins opens nothing", async () => {
  const { auth, sessions, users } = openRoom();
  await auth.signUp(anna);
  const meanwhile = async <T>(work: () => Promise<T>): Promise<T> => {
    await users.raiseAv(users.all[0]?.id ?? "");
    return work();
  };

  await expect(auth.signIn(anna, device, meanwhile)).rejects.toThrow(BadCredentials);
  expect(sessions.all).toEqual([]);
});

test("the twenty-first device signs the longest unused one out", async () => {
  const { auth, clock } = openRoom();
  await auth.signUp(anna);
  const first = await auth.signIn(anna, device);
  const others = [];
  for (let count = 0; count < 20; count++) {
    clock.pass(60);
    others.push(await auth.signIn(anna, device));
  }

  await expect(auth.refresh(first.tokens.refreshToken, device)).rejects.toThrow(SessionRevoked);
  for (const { tokens } of others) await auth.refresh(tokens.refreshToken, device);
});

test("an access token runs out after ten minutes and a refresh brings a new one", async () => {
  const { auth, clock } = openRoom();
  await auth.signUp(anna);
  const { tokens } = await auth.signIn(anna, device);
  clock.pass(600);

  await expect(auth.authenticate(tokens.accessToken, "browser")).rejects.toThrow(SessionExpired);
  const renewed = await auth.refresh(tokens.refreshToken, device);
  expect(await auth.authenticate(renewed.tokens.accessToken, "browser")).toMatchObject({ role: "customer" });
});

test("a browser's access token is worth nothing to a program", async () => {
  const { auth } = openRoom();
  await auth.signUp(anna);
  const { tokens } = await auth.signIn(anna, device);

  await expect(auth.authenticate(tokens.accessToken, "api")).rejects.toThrow(SessionExpired);
});

test("signing out ends the session at once, and twice is once", async () => {
  const { auth, sessions } = openRoom();
  await auth.signUp(anna);
  const { tokens } = await auth.signIn(anna, device);
  const principal = await auth.authenticate(tokens.accessToken, "browser");

  await auth.signOut({ refreshToken: tokens.refreshToken, principal: null });
  expect(sessions.all).toMatchObject([{ revokedAt: expect.any(Date) }]);
  await auth.signOut({ refreshToken: tokens.refreshToken, principal });
  await auth.signOut({ refreshToken: "never seen", principal: null });
  await auth.signOut({ refreshToken: null, principal: null });

  expect(sessions.all).toMatchObject([{ reason: "signed-out", amr: ["pwd"] }]);
  await expect(auth.authenticate(tokens.accessToken, "browser")).rejects.toThrow(SessionRevoked);
  await expect(auth.refresh(tokens.refreshToken, device)).rejects.toThrow(SessionRevoked);
  await expect(auth.assertLive(principal)).rejects.toThrow(SessionRevoked);
});

test("a session ended by another process is refused within two seconds", async () => {
  const { auth, sessions, clock } = openRoom();
  await auth.signUp(anna);
  const { tokens } = await auth.signIn(anna, device);
  const { sessionId } = await auth.authenticate(tokens.accessToken, "browser");
  await sessions.revoke(sessionId, clock(), "signed-out");

  clock.pass(2);

  await expect(auth.authenticate(tokens.accessToken, "browser")).rejects.toThrow(SessionRevoked);
});

test("a refresh that finds its session ended by another process refuses it here at once", async () => {
  const { auth, sessions, clock, signIn } = openRoom();
  await auth.signUp(anna);
  const { tokens, principal } = await signIn();
  await sessions.revoke(principal.sessionId, clock(), "signed-out");

  await expect(auth.refresh(tokens.refreshToken, device)).rejects.toThrow(SessionRevoked);

  await expect(auth.authenticate(tokens.accessToken, "browser")).rejects.toThrow(SessionRevoked);
});

test.each([
  ["role", { role: "customer" as const }],
  ["rights", { av: 2 }],
  ["status", { status: "disabled" as const }],
])("a change of %s is felt by the very next call", async (_, change) => {
  const { auth, users } = openRoom();
  await auth.createUser({ ...anna, password: "long enough for staff", role: "staff" });
  const { tokens } = await auth.signIn({ ...anna, password: "long enough for staff" }, device);
  const principal = await auth.authenticate(tokens.accessToken, "browser");
  await auth.assertLive(principal);

  Object.assign(users.all[0] ?? {}, change);

  await expect(auth.assertLive(principal)).rejects.toThrow(SessionRevoked);
});

test("a token shown twice ends its family and warns the owner once", async () => {
  const { auth, clock, topics, audit, sessions } = openRoom();
  await auth.signUp(anna);
  const { tokens, profile } = await auth.signIn(anna, device);
  const { tokens: renewed } = await auth.refresh(tokens.refreshToken, device);
  clock.pass(21);
  await auth.authenticate(renewed.accessToken, "browser");

  await expect(auth.refresh(tokens.refreshToken, device)).rejects.toThrow(SessionRevoked);
  await expect(auth.authenticate(renewed.accessToken, "browser")).rejects.toThrow(SessionRevoked);
  await expect(auth.refresh(renewed.refreshToken, device)).rejects.toThrow(SessionRevoked);
  expect(topics()).toEqual(["auth.registered", "auth.session-reused"]);
  expect(sessions.all).toMatchObject([{ reason: "reused" }]);
  expect(audit.entries).toEqual([
    {
      action: "auth.session-reused",
      actor: { kind: "system" },
      subject: { kind: "user", id: profile.id },
      after: { sessionId: sessions.all[0]?.id },
    },
  ]);
});

test("a refresh whose answer was lost brings the same successor again; late ones are counted, and the sixth is theft", async () => {
  const { auth, clock } = openRoom();
  await auth.signUp(anna);
  const { tokens } = await auth.signIn(anna, device);
  const { tokens: renewed } = await auth.refresh(tokens.refreshToken, device);

  for (let tab = 0; tab < 10; tab++)
    expect((await auth.refresh(tokens.refreshToken, device)).tokens.refreshToken).toBe(renewed.refreshToken);
  clock.pass(11);
  for (let late = 0; late < 5; late++)
    expect((await auth.refresh(tokens.refreshToken, device)).tokens.refreshToken).toBe(renewed.refreshToken);

  await expect(auth.refresh(tokens.refreshToken, device)).rejects.toThrow(SessionRevoked);
});

/** Until whoever holds the lock has done what they do without waiting for anything but each other. */
async function theirTurn() {
  for (let step = 0; step < 100; step++) await Promise.resolve();
}

test("what arrives with the others is not late, although its turn comes when a busy shop has the time", async () => {
  const { auth, clock, sessions } = openRoom();
  await auth.signUp(anna);
  const { tokens } = await auth.signIn(anna, device);
  await auth.refresh(tokens.refreshToken, device);
  const lockByToken = sessions.lockByToken.bind(sessions);
  let turn: Promise<unknown> = Promise.resolve();
  sessions.lockByToken = (hash) => {
    const locked = turn.then(() => {
      clock.pass(1.2);
      return lockByToken(hash);
    });
    turn = locked.then(theirTurn);
    return locked;
  };

  clock.pass(9);
  const arrived = await Promise.all(Array.from({ length: 8 }, () => auth.refresh(tokens.refreshToken, device)));

  expect(new Set(arrived.map((each) => each.tokens.refreshToken)).size).toBe(1);
});

test("a session nobody used for two weeks, a token never given out and a closed account are all expired", async () => {
  const { auth, clock, users } = openRoom();
  await auth.signUp(anna);
  const { tokens } = await auth.signIn(anna, device);
  clock.pass(14 * 86_400);

  await expect(auth.refresh(tokens.refreshToken, device)).rejects.toThrow(SessionExpired);
  await expect(auth.refresh("never given out", device)).rejects.toThrow(SessionExpired);
  const again = await auth.signIn(anna, device);
  Object.assign(users.all[0] ?? {}, { status: "disabled" });
  await expect(auth.refresh(again.tokens.refreshToken, device)).rejects.toThrow(SessionExpired);
});

test("an access token of a shopkeeper lives five minutes, and none outlives its session", async () => {
  const { auth, clock } = openRoom();
  const staff = { ...anna, password: "long enough for staff", role: "staff" } as const;
  await auth.createUser(staff);
  let { tokens } = await auth.signIn(staff, device);
  expect(tokens).toMatchObject({
    accessExpiresAt: "2026-01-01T09:05:00.000Z",
    refreshExpiresAt: "2026-01-01T10:00:00.000Z",
  });
  for (let minute = 59; minute < 12 * 60; minute += 59) {
    clock.pass(59 * 60);
    ({ tokens } = await auth.refresh(tokens.refreshToken, device));
  }

  const principal = await auth.authenticate(tokens.accessToken, "browser");
  expect(tokens.refreshExpiresAt).toBe("2026-01-01T21:00:00.000Z");
  clock.pass(12 * 60);
  await expect(auth.assertLive(principal)).rejects.toThrow(SessionRevoked);
});

test("what a person's own role grants is known from the shop and never from the token", async () => {
  const { auth, aShopkeeper, roles, staff, signIn, clock } = openRoom();
  const clerk = await aShopkeeper("clerk@example.com");
  expect(await auth.assertLive(clerk)).toEqual({ ...clerk, grants: [] });
  await roles.add({ id: "packing", name: "Packing", permissions: ["orders:manage"], version: 1 }, clock());
  await staff.assign(clerk.userId, { role: "custom", roleId: "packing" });

  const { principal } = await signIn({ email: "clerk@example.com", password: "long enough for staff" });

  expect(principal.grants).toBeUndefined();
  expect(await auth.assertLive(principal)).toEqual({ ...principal, grants: ["orders:manage"] });
});

test("sessions that ended in a transaction are refused in this process at once", async () => {
  const { auth, signIn } = openRoom();
  await auth.signUp(anna);
  const { tokens, principal } = await signIn();

  auth.refuse([principal.sessionId]);

  await expect(auth.authenticate(tokens.accessToken, "browser")).rejects.toThrow(SessionRevoked);
});

test("a sweep forgets the sessions and the links that ran out", async () => {
  const { auth, sessions, links, clock } = openRoom();
  await auth.signUp(anna);
  await auth.signIn(anna, device);
  await auth.sweep();
  expect([sessions.all.length, links.all.length]).toEqual([1, 1]);
  clock.pass(31 * 86_400);

  await auth.sweep();

  expect([sessions.all, links.all]).toEqual([[], []]);
});
