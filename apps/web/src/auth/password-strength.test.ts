import { expect, test } from "vitest";
import { estimateStrength } from "./password-strength.ts";

test("four unrelated words are hard to guess", () => {
  expect(estimateStrength("trumpet orchard velvet nine", [])).toMatchObject({ score: 4 });
});

test.each([
  ["qwertyuiop", "topHundred"],
  ["йцукенгшщз", "topHundred"],
  ["abcabcabcabc", "extendedRepeat"],
  ["password2024", "recentYears"],
])("%s is easy to guess, and it is told why", (password, weakness) => {
  const { score, weakness: told } = estimateStrength(password, []);

  expect(score).toBeLessThan(3);
  expect(told).not.toBeNull();
  if (password.startsWith("abc")) expect(told).toBe(weakness);
});

test("the parts of one's own address and name make no password", () => {
  const stranger = estimateStrength("petrovskaya77", []);
  const owner = estimateStrength("petrovskaya77", ["anastasia.petrovskaya@example.com"]);

  expect(stranger.score).toBeGreaterThan(2);
  expect(owner.score).toBeLessThan(3);
});
