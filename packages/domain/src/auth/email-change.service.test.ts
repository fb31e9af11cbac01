import { EmailTaken } from "@vitrina/domain/users";
import { expect, test } from "vitest";
import { anna, openRoom, PASSWORD } from "./auth-room.fake.ts";
import {
  BadCredentials,
  EmailUnchanged,
  EmailUnverified,
  InvalidEmail,
  LinkInvalid,
  SessionRevoked,
  TooManyLetters,
} from "./auth.errors.ts";

const DAY = 86_400;
const boris = { ...anna, email: "boris@example.com", name: "Борис", locale: "en" } as const;

test("the new address is confirmed first; until then the old one signs in", async () => {
  const { auth, aShopper, askEmail, signIn, lettersOf, person, audit } = openRoom();
  const principal = await aShopper();

  const token = await askEmail(principal, "New@Example.com");
  expect((await signIn(anna)).profile.email).toBe("Anna@Example.com");
  await auth.confirmEmail(principal, token);

  expect(person(principal.userId)).toMatchObject({
    email: "New@Example.com",
    emailCanonical: "new@example.com",
    emailVerifiedAt: expect.any(Date),
  });
  expect((await signIn({ ...anna, email: "new@example.com" })).profile.email).toBe("New@Example.com");
  await expect(signIn(anna)).rejects.toThrow(BadCredentials);
  const self = { kind: "user", id: principal.userId };
  expect(audit.entries).toEqual([{ action: "auth.email-changed", actor: self, subject: self }]);
  expect(lettersOf("auth.email-change-link")).toMatchObject([{ email: "New@Example.com", locale: "ru" }]);
  expect(lettersOf("auth.email-changed")).toMatchObject([
    { email: "Anna@Example.com", newEmail: "New@Example.com", locale: "ru" },
  ]);
});

test("another address ends the other sessions at once and keeps the one that confirmed it", async () => {
  const { auth, aShopper, askEmail, signIn, sessions } = openRoom();
  const principal = await aShopper();
  const other = await signIn();
  const token = await askEmail(principal, "new@example.com");

  await auth.confirmEmail(principal, token);

  expect(sessions.all.filter(({ revokedAt }) => revokedAt)).toMatchObject([
    { id: other.principal.sessionId, reason: "email-changed" },
  ]);
  await expect(auth.authenticate(other.tokens.accessToken, "browser")).rejects.toThrow(SessionRevoked);
  await expect(auth.assertLive(principal)).rejects.toThrow(SessionRevoked);
});

test("what is no address, the address one has, and an account that is gone or unconfirmed are refused", async () => {
  const { auth, aShopper, signIn, users } = openRoom();
  const principal = await aShopper();
  await auth.signUp(boris);
  const unconfirmed = (await signIn(boris)).principal;

  await expect(auth.changeEmail(principal, "no address")).rejects.toThrow(InvalidEmail);
  await expect(auth.changeEmail(principal, "ANNA@example.com")).rejects.toThrow(EmailUnchanged);
  await expect(auth.changeEmail(unconfirmed, "new@example.com")).rejects.toThrow(EmailUnverified);
  users.all.length = 0;
  await expect(auth.changeEmail(principal, "new@example.com")).rejects.toThrow(SessionRevoked);
});

test("five letters a day go out, and no sixth", async () => {
  const { auth, aShopper, askEmail, clock } = openRoom();
  const principal = await aShopper();
  for (let count = 1; count <= 5; count++) await askEmail(principal, `new${count}@example.com`);

  await expect(auth.changeEmail(principal, "new6@example.com")).rejects.toThrow(new TooManyLetters({ limit: 5 }));
  clock.pass(DAY);
  expect(await askEmail(principal, "new6@example.com")).toBeTruthy();
});

test("who asks faster than the letters are written gets no more of them", async () => {
  const { auth, aShopper, lettersOf } = openRoom();
  const principal = await aShopper();
  for (let count = 1; count <= 8; count++) await auth.changeEmail(principal, `new${count}@example.com`);

  for (const asked of lettersOf("auth.email-change-asked")) await auth.sendEmailChange(asked);

  expect(lettersOf("auth.email-change-link")).toHaveLength(5);
});

test("a taken address is told to its owner alone, once an hour, and counts like a free one", async () => {
  const { auth, aShopper, deliver, lettersOf, links, clock } = openRoom();
  await auth.signUp(boris);
  const principal = await aShopper();
  const ask = async () => {
    await auth.changeEmail(principal, "BORIS@example.com");
    await deliver("auth.email-change-asked");
  };

  await ask();
  await ask();

  expect(lettersOf("auth.email-taken")).toEqual([
    { topic: "auth.email-taken", email: "boris@example.com", locale: "en" },
  ]);
  expect(lettersOf("auth.email-change-link")).toEqual([]);
  expect(links.all.filter(({ purpose }) => purpose === "change-email")).toHaveLength(2);
  clock.pass(3600);
  await ask();
  expect(lettersOf("auth.email-taken")).toHaveLength(2);
});

test("an address that its owner may still take back is as good as taken, and nobody is written to", async () => {
  const { auth, aShopper, askEmail, deliver, topics } = openRoom();
  const first = await aShopper();
  await auth.confirmEmail(first, await askEmail(first, "new@example.com"));
  const principal = await aShopper(boris);
  const before = topics().length;

  await auth.changeEmail(principal, "anna@example.com");
  await deliver("auth.email-change-asked");

  expect(topics().slice(before)).toEqual(["auth.email-change-asked"]);
});

test("one question is answered by one letter, however often it is delivered", async () => {
  const { aShopper, askEmail, deliver, lettersOf } = openRoom();
  await askEmail(await aShopper(), "new@example.com");

  await deliver("auth.email-change-asked");

  expect(lettersOf("auth.email-change-link")).toHaveLength(1);
});

test.each([
  ["is gone", (room: ReturnType<typeof openRoom>) => void (room.users.all.length = 0)],
  ["is closed", ({ users }: ReturnType<typeof openRoom>) => users.setStatus(users.all[0]?.id ?? "", "disabled")],
  ["has other rights by now", ({ users }: ReturnType<typeof openRoom>) => users.raiseAv(users.all[0]?.id ?? "")],
])("an account that %s gets no letter", async (_, change) => {
  const room = openRoom();
  await room.auth.changeEmail(await room.aShopper(), "new@example.com");
  await change(room);

  await room.deliver("auth.email-change-asked");

  expect(room.lettersOf("auth.email-change-link")).toEqual([]);
});

test("the link serves its own account alone, and not after the password was changed", async () => {
  const { auth, aShopper, askEmail, users } = openRoom();
  const principal = await aShopper();
  const stranger = await aShopper(boris);

  await expect(auth.confirmEmail(stranger, await askEmail(principal, "a@example.com"))).rejects.toThrow(LinkInvalid);
  const token = await askEmail(principal, "b@example.com");
  await users.raiseAv(principal.userId);
  await expect(auth.confirmEmail(principal, token)).rejects.toThrow(LinkInvalid);
  await expect(auth.confirmEmail(principal, "never sent")).rejects.toThrow(LinkInvalid);
  expect(users.all.map(({ emailCanonical }) => emailCanonical)).toEqual(["anna@example.com", "boris@example.com"]);
});

test("an address that somebody took meanwhile is told to whoever shows the letter", async () => {
  const { auth, aShopper, askEmail } = openRoom();
  const principal = await aShopper();
  const token = await askEmail(principal, boris.email);
  await auth.signUp(boris);

  await expect(auth.confirmEmail(principal, token)).rejects.toThrow(EmailTaken);
});

test("the old address is taken back from a thief who has changed the password since: every session ends", async () => {
  const { auth, aShopper, askEmail, signIn, linkIn, lettersOf, person, sessions, audit } = openRoom();
  const thief = await aShopper();
  await auth.confirmEmail(thief, await askEmail(thief, "thief@example.com"));
  const back = linkIn("auth.email-changed");
  const { tokens, principal } = await signIn({ ...anna, email: "thief@example.com" });
  await auth.changePassword(principal, { newPassword: "the password of a stranger" });

  await auth.undoEmailChange(back);

  expect(person(thief.userId)).toMatchObject({ email: "Anna@Example.com", emailCanonical: "anna@example.com" });
  expect(sessions.all.every(({ revokedAt }) => revokedAt)).toBe(true);
  expect(sessions.all.at(-1)).toMatchObject({ id: principal.sessionId, reason: "email-changed" });
  await expect(auth.authenticate(tokens.accessToken, "browser")).rejects.toThrow(SessionRevoked);
  expect(lettersOf("auth.email-restored")).toMatchObject([{ email: "Anna@Example.com", locale: "ru" }]);
  for (const password of ["the password of a stranger", PASSWORD])
    await expect(signIn({ ...anna, password })).rejects.toThrow(BadCredentials);
  const self = { kind: "user", id: thief.userId };
  expect(audit.entries.at(-1)).toEqual({ action: "auth.email-restored", actor: self, subject: self });
  await auth.resetPassword({ token: linkIn("auth.email-restored"), password: "a new and long password" });
  await signIn({ ...anna, password: "a new and long password" });
  await expect(auth.undoEmailChange(back)).rejects.toThrow(LinkInvalid);
});

test("the first way back closes the later ones, which lead to addresses of the thief", async () => {
  const { auth, aShopper, askEmail, signIn, linkIn, lettersOf } = openRoom();
  const owner = await aShopper();
  await auth.confirmEmail(owner, await askEmail(owner, "thief@example.com"));
  const first = linkIn("auth.email-changed");
  const thief = (await signIn({ ...anna, email: "thief@example.com" })).principal;
  await auth.confirmEmail(thief, await askEmail(thief, "other-thief@example.com"));
  const second = linkIn("auth.email-changed");

  expect(lettersOf("auth.email-changed")).toHaveLength(2);
  await auth.undoEmailChange(first);

  await expect(auth.undoEmailChange(second)).rejects.toThrow(LinkInvalid);
});

test("the way back is open for seven days and closed to a closed account", async () => {
  const { auth, aShopper, askEmail, linkIn, clock, users } = openRoom();
  const principal = await aShopper();
  await auth.confirmEmail(principal, await askEmail(principal, "new@example.com"));
  await users.setStatus(principal.userId, "disabled");

  await expect(auth.undoEmailChange(linkIn("auth.email-changed"))).rejects.toThrow(LinkInvalid);
  const other = await aShopper(boris);
  await auth.confirmEmail(other, await askEmail(other, "b@example.com"));
  clock.pass(7 * DAY);
  await expect(auth.undoEmailChange(linkIn("auth.email-changed"))).rejects.toThrow(LinkInvalid);
});
