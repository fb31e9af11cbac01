import type { Country } from "@vitrina/domain/users";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readPhone } from "./phones.ts";

test.each([
  ["RU", "8 912 345-67-89", "+79123456789"],
  ["RU", "8(912)3456789", "+79123456789"],
  ["RU", "+7 (912) 345 67 89", "+79123456789"],
  ["RU", "8 (912) 345‑67‑89", "+79123456789"],
  ["RU", "79123456789", "+79123456789"],
  ["RU", "9123456789", "+79123456789"],
  ["RU", "+49 30 901820", "+4930901820"],
  ["DE", "030 901820", "+4930901820"],
  ["DE", "0049 30 901820", "+4930901820"],
  ["US", "(415) 555-2671", "+14155552671"],
  ["US", "415.555.2671", "+14155552671"],
  ["US", "1 415 555 2671", "+14155552671"],
  [null, "+7 912 345 67 89", "+79123456789"],
] as const)("in %s a phone typed as %s is kept as %s", (country, typed, kept) => {
  expect(readPhone(typed, country)).toBe(kept);
});

test.each([
  "12345",
  "+7 912 345",
  "8 912 345-67-8x",
  "00000000000000000",
  "+0 123 456 789",
  "call 8 912 345-67-89",
  "8 912 345-67-89 ext. 5",
  "",
])("nobody could be called at %j", (typed) => {
  expect(readPhone(typed, "RU")).toBeNull();
});

test("without a country a number must say its own", () => {
  expect(readPhone("8 912 345-67-89", null)).toBeNull();
});

const countries = fc.constantFrom<Country | null>("RU", "DE", "US", null);
const digits = fc.string({ unit: fc.constantFrom(..."0123456789 -()"), maxLength: 16 });
const typed = fc.tuple(fc.constantFrom("", "+", "+7", "8", "+1", "+49", "00"), digits).map((parts) => parts.join(""));

test("a number that is kept is kept again unchanged, wherever its owner lives", () => {
  const kept: string[] = [];
  fc.assert(
    fc.property(typed, countries, countries, (phone, home, elsewhere) => {
      const number = readPhone(phone, home);
      if (number === null) return;
      kept.push(number);
      expect(number).toMatch(/^\+[1-9]\d{6,14}$/);
      expect(readPhone(number, elsewhere)).toBe(number);
    }),
    { numRuns: 5000 },
  );
  expect(kept.length).toBeGreaterThan(50);
});
