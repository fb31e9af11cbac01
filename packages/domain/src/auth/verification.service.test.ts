import { expect, test } from "vitest";
import { anna, openRoom } from "./auth-room.fake.ts";
import { LinkInvalid, TooManyLetters } from "./auth.errors.ts";

const DAY = 86_400;
const boris = { ...anna, email: "boris@example.com" };

test("the letter's link confirms the address in a session of that account, and counts from the first time", async () => {
  const { auth, signIn, linkIn, person, clock } = openRoom();
  await auth.signUp(anna);
  const { principal } = await signIn();
  clock.pass(60);

  await auth.verifyEmail(principal, linkIn("auth.registered"));

  expect(person(principal.userId).emailVerifiedAt).toEqual(clock());
  await expect(auth.verifyEmail(principal, linkIn("auth.registered"))).rejects.toThrow(LinkInvalid);
});

test("somebody else's session confirms nothing, nor does a link that is a day old", async () => {
  const { auth, signIn, linkIn, person, clock } = openRoom();
  await auth.signUp(anna);
  const token = linkIn("auth.registered");
  const { principal } = await signIn();
  await auth.signUp(boris);
  const stranger = (await signIn(boris)).principal;

  await expect(auth.verifyEmail(stranger, token)).rejects.toThrow(LinkInvalid);
  await auth.resendVerification(principal);
  clock.pass(DAY);
  await expect(auth.verifyEmail(principal, linkIn("auth.verification-asked"))).rejects.toThrow(LinkInvalid);
  expect(person(principal.userId).emailVerifiedAt).toBeNull();
});

test("a letter sent again ends the link of the one before", async () => {
  const { auth, signIn, linkIn, lettersOf } = openRoom();
  await auth.signUp(anna);
  const { principal } = await signIn();

  await auth.resendVerification(principal);

  expect(lettersOf("auth.verification-asked")).toMatchObject([{ email: "Anna@Example.com", locale: "ru" }]);
  await expect(auth.verifyEmail(principal, linkIn("auth.registered"))).rejects.toThrow(LinkInvalid);
  await auth.verifyEmail(principal, linkIn("auth.verification-asked"));
});

test("five letters a day go out, the one after signing up among them", async () => {
  const { auth, signIn, lettersOf } = openRoom();
  await auth.signUp(anna);
  const { principal } = await signIn();
  for (let count = 0; count < 4; count++) await auth.resendVerification(principal);

  await expect(auth.resendVerification(principal)).rejects.toThrow(new TooManyLetters({ limit: 5 }));
  expect(lettersOf("auth.verification-asked")).toHaveLength(4);
});

test("a confirmed address needs no letter, and somebody who is gone gets none", async () => {
  const { auth, aShopper, lettersOf, users } = openRoom();
  const principal = await aShopper();

  await auth.resendVerification(principal);
  users.all.length = 0;
  await expect(auth.resendVerification(principal)).rejects.toThrow(LinkInvalid);

  expect(lettersOf("auth.verification-asked")).toEqual([]);
});

test("whoever opens a link learns what it is for before they use it", async () => {
  const { auth, linkIn, clock } = openRoom();
  await auth.signUp(anna);

  expect(await auth.letterLinks.look(linkIn("auth.registered"))).toMatchObject({
    purpose: "verify",
    email: "Anna@Example.com",
    av: 1,
    subject: "",
    createdAt: clock(),
  });
  await expect(auth.letterLinks.look("never sent")).rejects.toThrow(LinkInvalid);
});
