import type { ShopEvent } from "@vitrina/domain/core";
import { fakeAudit } from "@vitrina/domain/core/testing";
import { aUser, fakeUsers } from "@vitrina/domain/users/testing";
import { expect, test } from "vitest";
import {
  AccountDisabled,
  BadCredentials,
  InvalidEmail,
  SessionExpired,
  SessionRevoked,
  WeakPassword,
} from "./auth.errors.ts";
import { createAuthService } from "./auth.service.ts";
import {
  aClock,
  aDevice,
  fakeBox,
  fakeCredentials,
  fakeMarks,
  fakePasswords,
  fakeSessions,
  fakeStrength,
  fakeTokens,
  unhurried,
} from "./auth.fake.ts";
import { fakeLetterSeal, fakeLinks } from "./link.fake.ts";

const anna = { email: "Anna@Example.com", password: "long and winding", name: "Анна", locale: "ru" } as const;
const device = aDevice();

function openShop() {
  let count = 0;
  const users = fakeUsers();
  const credentials = fakeCredentials();
  const sessions = fakeSessions(users);
  const links = fakeLinks();
  const events = new Map<string, ShopEvent>();
  const outbox = { publish: async (event: ShopEvent, key: string) => void (events.has(key) || events.set(key, event)) };
  const audit = fakeAudit();
  const passwords = fakePasswords();
  const clock = aClock();
  const auth = createAuthService({
    users,
    credentials,
    sessions,
    links,
    passwords,
    clock,
    letterSeal: fakeLetterSeal,
    strength: fakeStrength,
    throttle: unhurried,
    marks: fakeMarks,
    tokens: fakeTokens,
    box: fakeBox(),
    newId: () => `0196b8c0-0000-7000-8000-${String(++count).padStart(12, "0")}`,
    transact: (work) =>
      work({
        users,
        credentials,
        sessions,
        links,
        outbox,
        audit,
      }),
  });
  const topics = () => [...events.values()].map(({ topic }) => topic);
  return { auth, users, credentials, sessions, events, audit, passwords, clock, topics };
}

test("a new shopper signs up and then signs in", async () => {
  const { auth, topics } = openShop();

  await auth.signUp(anna);
  const { profile, tokens } = await auth.signIn(anna, device);

  expect(profile).toMatchObject({ email: "Anna@Example.com", name: "Анна", role: "customer", emailVerified: false });
  expect(await auth.authenticate(tokens.accessToken, "browser")).toMatchObject({ userId: profile.id, av: 1 });
  expect(topics()).toEqual(["auth.registered"]);
});

test("signing up with a known address changes nothing but tells its owner, once an hour", async () => {
  const { auth, users, credentials, events, clock } = openShop();
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
  const { auth, passwords } = openShop();
  await auth.signUp(anna);
  const first = passwords.work;

  await auth.signUp({ ...anna, password: "another password" });

  expect(passwords.work - first).toBe(first);
});

test("an unknown address and a wrong password are one refusal after the same work", async () => {
  const { auth, passwords } = openShop();
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
])("the password %j is refused", async (password, refusal) => {
  const { auth, users } = openShop();

  await expect(auth.signUp({ ...anna, password })).rejects.toThrow(refusal);
  expect(users.all).toEqual([]);
});

test("an address the shop cannot write to is refused", async () => {
  await expect(openShop().auth.signUp({ ...anna, email: "анна@example.com" })).rejects.toThrow(InvalidEmail);
});

test("a disabled account is told so only after the right password", async () => {
  const { auth, users } = openShop();
  await auth.signUp(anna);
  const [stored = aUser()] = users.all;
  stored.status = "disabled";

  await expect(auth.signIn({ ...anna, password: "wrong" }, device)).rejects.toThrow(BadCredentials);
  await expect(auth.signIn(anna, device)).rejects.toThrow(AccountDisabled);
});

test("an outdated hash is renewed at sign-in", async () => {
  const { auth, credentials } = openShop();
  await auth.signUp(anna);
  const [[userId = ""] = []] = credentials.hashes;
  credentials.hashes.set(userId, `old:${anna.password}`);

  await auth.signIn(anna, device);

  expect(credentials.hashes.get(userId)).toBe(`new:${anna.password}`);
});

test("an operator makes a shopkeeper's account, and making it again changes nothing", async () => {
  const { auth, users, topics } = openShop();
  const staff = { ...anna, password: "long enough for staff", role: "staff" } as const;

  const first = await auth.createUser(staff);
  const second = await auth.createUser({ ...staff, role: "admin" });

  expect(second).toEqual({ id: first.id, created: false });
  expect(users.all).toMatchObject([{ role: "staff", emailVerifiedAt: expect.any(Date) }]);
  expect(topics()).toEqual([]);
  await expect(auth.createUser({ ...staff, email: "b@example.com", password: "fourteen chars" })).rejects.toThrow(
    WeakPassword,
  );
});

test("the twenty-first device signs the longest unused one out", async () => {
  const { auth, clock } = openShop();
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
  const { auth, clock } = openShop();
  await auth.signUp(anna);
  const { tokens } = await auth.signIn(anna, device);
  clock.pass(600);

  await expect(auth.authenticate(tokens.accessToken, "browser")).rejects.toThrow(SessionExpired);
  const renewed = await auth.refresh(tokens.refreshToken, device);
  expect(await auth.authenticate(renewed.tokens.accessToken, "browser")).toMatchObject({ role: "customer" });
});

test("a browser's access token is worth nothing to a program", async () => {
  const { auth } = openShop();
  await auth.signUp(anna);
  const { tokens } = await auth.signIn(anna, device);

  await expect(auth.authenticate(tokens.accessToken, "api")).rejects.toThrow(SessionExpired);
});

test("signing out ends the session at once, and twice is once", async () => {
  const { auth } = openShop();
  await auth.signUp(anna);
  const { tokens } = await auth.signIn(anna, device);
  const principal = await auth.authenticate(tokens.accessToken, "browser");

  await auth.signOut({ refreshToken: tokens.refreshToken, principal: null });
  await auth.signOut({ refreshToken: tokens.refreshToken, principal });
  await auth.signOut({ refreshToken: "never seen", principal: null });

  await expect(auth.authenticate(tokens.accessToken, "browser")).rejects.toThrow(SessionRevoked);
  await expect(auth.refresh(tokens.refreshToken, device)).rejects.toThrow(SessionRevoked);
  await expect(auth.assertLive(principal)).rejects.toThrow(SessionRevoked);
});

test("a session ended by another process is refused within two seconds", async () => {
  const { auth, sessions, clock } = openShop();
  await auth.signUp(anna);
  const { tokens } = await auth.signIn(anna, device);
  const { sessionId } = await auth.authenticate(tokens.accessToken, "browser");
  await sessions.revoke(sessionId, clock(), "signed-out");

  clock.pass(2);

  await expect(auth.authenticate(tokens.accessToken, "browser")).rejects.toThrow(SessionRevoked);
});

test.each([
  ["role", { role: "customer" as const }],
  ["rights", { av: 2 }],
  ["status", { status: "disabled" as const }],
])("a change of %s is felt by the very next call", async (_, change) => {
  const { auth, users } = openShop();
  await auth.createUser({ ...anna, password: "long enough for staff", role: "staff" });
  const { tokens } = await auth.signIn({ ...anna, password: "long enough for staff" }, device);
  const principal = await auth.authenticate(tokens.accessToken, "browser");
  await auth.assertLive(principal);

  Object.assign(users.all[0] ?? {}, change);

  await expect(auth.assertLive(principal)).rejects.toThrow(SessionRevoked);
});

test("a token shown twice ends its family and warns the owner once", async () => {
  const { auth, clock, topics, audit } = openShop();
  await auth.signUp(anna);
  const { tokens } = await auth.signIn(anna, device);
  const { tokens: renewed } = await auth.refresh(tokens.refreshToken, device);
  clock.pass(21);

  await expect(auth.refresh(tokens.refreshToken, device)).rejects.toThrow(SessionRevoked);
  await expect(auth.refresh(renewed.refreshToken, device)).rejects.toThrow(SessionRevoked);
  await expect(auth.authenticate(renewed.accessToken, "browser")).rejects.toThrow(SessionRevoked);
  expect(topics()).toEqual(["auth.registered", "auth.session-reused"]);
  expect(audit.entries).toMatchObject([{ action: "auth.session-reused", actor: { kind: "system" } }]);
});
