import { Acceptance } from "./invitation.ts";
import { Password, PasswordChange, Registration } from "./tokens.ts";
import { expect, test } from "vitest";
import { WeakPassword } from "./auth.errors.ts";
import { assertHardToGuess, assertLongEnough, wordsOf } from "./password.ts";

const refusalOf = (check: () => void) => {
  try {
    check();
    return null;
  } catch (error) {
    return error instanceof WeakPassword ? error.details : error;
  }
};

test("customers need ten characters, shopkeepers fifteen", () => {
  expect(refusalOf(() => assertLongEnough("123456789", "customer"))).toEqual({ reason: "too-short", minimum: 10 });
  expect(refusalOf(() => assertLongEnough("1234567890", "customer"))).toBeNull();
  expect(refusalOf(() => assertLongEnough("12345678901234", "staff"))).toEqual({ reason: "too-short", minimum: 15 });
  expect(refusalOf(() => assertLongEnough("123456789012345", "admin"))).toBeNull();
});

test("a character is a character in every script", () => {
  expect(refusalOf(() => assertLongEnough("🐈🐈🐈🐈🐈🐈🐈🐈🐈", "customer"))).not.toBeNull();
  expect(refusalOf(() => assertLongEnough("пароль🐈🐈🐈🐈", "customer"))).toBeNull();
});

test("a common or guessable password is refused with the reason", () => {
  const refused = (score: number, common: boolean) => refusalOf(() => assertHardToGuess({ score, common }, "customer"));

  expect(refused(4, true)).toMatchObject({ reason: "common" });
  expect(refused(2, false)).toMatchObject({ reason: "guessable" });
  expect(refused(3, false)).toBeNull();
});

test("the shop's name, the address and the person's name count as guessed", () => {
  const words = wordsOf({ email: "anna.ivanova@example.com", name: "Анна Иванова" });

  expect(words).toEqual(
    expect.arrayContaining(["vitrina", "витрина", "anna.ivanova@example.com", "ivanova", "example", "Иванова"]),
  );
});

test("a syllable is no word: whoever is called Li may use it anywhere", () => {
  const words = wordsOf({ email: "li..na@ab.io", name: "Li Na  Ivo" });

  expect(words).toEqual(["vitrina", "витрина", "li..na@ab.io", "Li Na  Ivo", "Ivo"]);
});

test("a password is taken as it was typed, whatever it is made of, up to 128 characters", () => {
  for (const typed of ["  spaces around  ", "ПАРОЛЬ", "p\u00e4ss", "p\u0061\u0308ss", "🔑", "a".repeat(128)])
    expect(Password.parse(typed)).toBe(typed);
  for (const typed of ["", "a".repeat(129)]) expect(Password.safeParse(typed).success).toBe(false);
});

test("forms of accounts take what they name and nothing else", () => {
  const registration = { email: " anna@example.com ", password: "long and winding", name: " Анна ", locale: "ru" };
  const change = { newPassword: "long and winding" };
  const acceptance = { token: "token", name: "Анна", password: "long and winding" };

  expect(Registration.parse(registration)).toEqual({ ...registration, email: "anna@example.com", name: "Анна" });
  expect(PasswordChange.parse(change)).toEqual(change);
  expect(Acceptance.parse(acceptance)).toEqual(acceptance);
  expect(Registration.safeParse({ ...registration, role: "admin" }).success).toBe(false);
  expect(PasswordChange.safeParse({ ...change, userId: "someone" }).success).toBe(false);
  expect(Acceptance.safeParse({ ...acceptance, role: "admin" }).success).toBe(false);
});
