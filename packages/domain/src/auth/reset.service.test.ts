import { Busy, RateLimited } from "@vitrina/domain/core";
import { expect, test } from "vitest";
import { anna, openRoom, PASSWORD } from "./auth-room.fake.ts";
import { aboutOwnAddress } from "./verification.service.ts";
import { BadCredentials, InvalidEmail, LinkInvalid, SessionRevoked, WeakPassword } from "./auth.errors.ts";

const fresh = "a new and long password";

test("a link by mail sets a new password: every session ends, the old password opens nothing, a letter tells", async () => {
  const { auth, signIn, askReset, lettersOf, sessions, person, audit } = openRoom();
  await auth.signUp(anna);
  const { tokens, principal } = await signIn();

  await auth.resetPassword({ token: await askReset("ANNA@example.com"), password: fresh });

  expect(sessions.all).toMatchObject([
    { id: principal.sessionId, revokedAt: expect.any(Date), reason: "password-set" },
  ]);
  await expect(auth.authenticate(tokens.accessToken, "browser")).rejects.toThrow(SessionRevoked);
  await expect(signIn()).rejects.toThrow(BadCredentials);
  expect((await signIn({ ...anna, password: fresh })).profile.emailVerified).toBe(true);
  expect(person(principal.userId).av).toBe(2);
  const self = { kind: "user", id: principal.userId };
  expect(audit.entries).toEqual([{ action: "auth.password-set", actor: self, subject: self }]);
  expect(lettersOf("auth.reset-link")).toMatchObject([{ email: "Anna@Example.com", locale: "ru" }]);
  expect(lettersOf("auth.password-changed")).toEqual([
    { topic: "auth.password-changed", email: "Anna@Example.com", locale: "ru" },
  ]);
});

test("a new password forgets what was guessed at the old one", async () => {
  const { auth, signIn, askReset } = openRoom();
  await auth.signUp(anna);
  for (let count = 0; count < 5; count++) await signIn({ ...anna, password: "wrong" }).catch(() => {});
  await expect(signIn()).rejects.toThrow(RateLimited);

  await auth.resetPassword({ token: await askReset(), password: fresh });

  await signIn({ ...anna, password: fresh });
});

test("an unknown address is asked for alike, and nobody is written to", async () => {
  const { auth, deliver, topics } = openRoom();
  await auth.signUp(anna);

  await auth.askReset("nobody@example.com");
  await deliver("auth.reset-asked");

  expect(topics()).toEqual(["auth.registered", "auth.reset-asked"]);
  await expect(auth.askReset("no address")).rejects.toThrow(InvalidEmail);
});

test("three letters an hour go out, the fourth silently does not", async () => {
  const { auth, deliver, lettersOf, clock } = openRoom();
  await auth.signUp(anna);
  for (let count = 0; count < 4; count++) {
    await auth.askReset(anna.email);
    await deliver("auth.reset-asked");
  }

  expect(lettersOf("auth.reset-link")).toHaveLength(3);
  clock.pass(3600);
  await auth.askReset(anna.email);
  await deliver("auth.reset-asked");
  expect(lettersOf("auth.reset-link")).toHaveLength(4);
});

test("what fails on the way is tried again, not swallowed", async () => {
  const { auth, links, deliver, lettersOf } = openRoom();
  await auth.signUp(anna);
  await auth.askReset(anna.email);
  const { countSince } = links;
  links.countSince = () => Promise.reject(new Busy({ retryAfter: 1 }));

  await expect(deliver("auth.reset-asked")).rejects.toThrow(Busy);
  Object.assign(links, { countSince });
  await deliver("auth.reset-asked");
  expect(lettersOf("auth.reset-link")).toHaveLength(1);
});

test("each new password is told by a letter of its own", async () => {
  const { auth, askReset, lettersOf } = openRoom();
  await auth.signUp(anna);

  await auth.resetPassword({ token: await askReset(), password: fresh });
  await auth.resetPassword({ token: await askReset(), password: `${fresh} again` });

  expect(lettersOf("auth.password-changed")).toHaveLength(2);
});

test("one question is answered by one letter, and a closed account by none", async () => {
  const { auth, askReset, deliver, lettersOf, users } = openRoom();
  await auth.signUp(anna);
  await askReset();
  await deliver("auth.reset-asked");
  expect(lettersOf("auth.reset-link")).toHaveLength(1);

  await users.setStatus(users.all[0]?.id ?? "", "disabled");
  await auth.askReset(anna.email);
  await deliver("auth.reset-asked");
  expect(lettersOf("auth.reset-link")).toHaveLength(1);
});

test("the address that somebody has just given up gets no letter to their account", async () => {
  const { auth, users, deliver, lettersOf } = openRoom();
  await auth.signUp(anna);
  await auth.askReset(anna.email);
  const { lock } = users;
  users.lock = async (id) => {
    await users.setEmail(id, { email: "new@example.com", emailCanonical: "new@example.com" }, new Date(0));
    return lock(id);
  };

  await deliver("auth.reset-asked");

  expect(lettersOf("auth.reset-link")).toEqual([]);
});

test("a link is spent by its use, and by a newer one, the password or the address that changes", async () => {
  const { auth, askReset, users } = openRoom();
  await auth.signUp(anna);
  const first = await askReset();
  const second = await askReset();
  await expect(auth.resetPassword({ token: first, password: fresh })).rejects.toThrow(LinkInvalid);
  await auth.resetPassword({ token: second, password: fresh });
  await expect(auth.resetPassword({ token: second, password: fresh })).rejects.toThrow(LinkInvalid);

  const third = await askReset();
  await users.raiseAv(users.all[0]?.id ?? "");
  await expect(auth.resetPassword({ token: third, password: fresh })).rejects.toThrow(LinkInvalid);
});

test("a link that opens nothing costs no work", async () => {
  const { auth, aShopper, links, person, passwords } = openRoom();
  const { userId } = await aShopper();
  const about = aboutOwnAddress(person(userId));
  const other = await auth.letterLinks.issue({ links }, { purpose: "export", ...about });
  const before = passwords.work;

  await expect(auth.resetPassword({ token: "never sent", password: fresh })).rejects.toThrow(LinkInvalid);
  await expect(auth.resetPassword({ token: other, password: fresh })).rejects.toThrow(LinkInvalid);

  expect(passwords.work).toBe(before);
});

test("a repetition of the change, whose link is spent, gets the first answer", async () => {
  const { auth, askReset, signIn } = openRoom();
  await auth.signUp(anna);
  const token = await askReset();
  const answers: unknown[] = [];
  const once = async <T>(work: () => Promise<T>): Promise<T> => (answers[0] ??= await work()) as T;

  await auth.resetPassword({ token, password: fresh }, once);
  await auth.resetPassword({ token, password: fresh }, once);

  await signIn({ ...anna, password: fresh });
});

test("a link works for half an hour", async () => {
  const { auth, askReset, clock } = openRoom();
  await auth.signUp(anna);
  const token = await askReset();
  clock.pass(1800);

  await expect(auth.resetPassword({ token, password: fresh })).rejects.toThrow(LinkInvalid);
});

test("a weak password is refused and the link stays good", async () => {
  const { auth, signIn, askReset } = openRoom();
  await auth.signUp(anna);
  const token = await askReset();

  await expect(auth.resetPassword({ token, password: "short" })).rejects.toThrow(WeakPassword);
  await expect(auth.resetPassword({ token, password: "weak but long enough" })).rejects.toThrow(WeakPassword);
  await expect(auth.resetPassword({ token, password: "this is Анна of old" })).rejects.toThrow(WeakPassword);

  await auth.resetPassword({ token, password: fresh });
  await signIn({ ...anna, password: fresh });
});

test("a link of somebody who is gone opens nothing", async () => {
  const { auth, askReset, users } = openRoom();
  await auth.signUp(anna);
  const token = await askReset();
  users.all.length = 0;

  await expect(auth.resetPassword({ token, password: fresh })).rejects.toThrow(LinkInvalid);
});

test("a shop that fails while it looks at a link says so", async () => {
  const { auth, links } = openRoom();
  links.find = () => Promise.reject(new Busy({ retryAfter: 1 }));

  await expect(auth.resetPassword({ token: "any", password: fresh })).rejects.toThrow(Busy);
});

test("whoever holds the letter of a registration that was not theirs sets a password and shuts the stranger out", async () => {
  const { auth, signIn, linkIn } = openRoom();
  await auth.signUp(anna);
  const stranger = await signIn();

  await auth.resetPassword({ token: linkIn("auth.registered"), password: fresh });

  await expect(auth.authenticate(stranger.tokens.accessToken, "browser")).rejects.toThrow(SessionRevoked);
  await expect(signIn({ ...anna, password: PASSWORD })).rejects.toThrow(BadCredentials);
});
