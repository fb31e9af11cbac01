import { wordsOf } from "@vitrina/domain/auth";
import { expect, test } from "vitest";
import { createZxcvbnPasswordStrength } from "#auth/zxcvbn-password-strength.ts";

const strength = createZxcvbnPasswordStrength();
const words = wordsOf({ email: "anna.ivanova@example.com", name: "Анна Иванова" });
const estimate = (password: string) => strength.estimate(password, words);

test.each(["1234567890", "qwertyuiop", "Password1", "йцукенгшщз"])(
  "%j is on the list of common passwords",
  async (password) => {
    expect(await estimate(password)).toMatchObject({ common: true });
  },
);

test.each([
  "vitrina2024",
  "anna.ivanova@example.com",
  "ivanova123",
  "aaaaaaaaaaaa",
  "abcdefghijklm",
  "P@$$w0rd2024",
  "01.01.1990",
  "пароль12345",
  "йцукенфывапролд",
])("%j is guessed too soon", async (password) => {
  expect((await estimate(password)).score).toBeLessThan(3);
});

test.each(["correct horse battery staple", "длинная дорога к морю 7", "kX9#mQ2$vL", "🐈 на крыше поёт басом"])(
  "%j is strong enough",
  async (password) => {
    expect(await estimate(password)).toMatchObject({ common: false, score: expect.toSatisfy((score) => score >= 3) });
  },
);

test("the longest password is judged like any other", async () => {
  expect((await estimate("l33t5p34k1ng".repeat(10))).score).toBeGreaterThanOrEqual(0);
  expect((await estimate("a".repeat(128))).score).toBeLessThan(3);
});
