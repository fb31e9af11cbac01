import { expect, test } from "vitest";
import { amountText, amountTyped, momentText, momentTyped } from "#admin/price-text.ts";

test("a price is read as people of both languages type it, and shown as it is read", () => {
  for (const typed of ["1290,5", "1 290.50", "1\u00A0290,50"]) expect(amountTyped(typed)).toBe(1290_50);
  expect(amountTyped(" ")).toBeNull();
  for (const wrong of ["-5", "1,234", "ten", "1e3"]) expect(amountTyped(wrong)).toBeUndefined();
  for (const amount of [0, 5, 99, 1290_50, 10_000_00]) expect(amountTyped(amountText(amount))).toBe(amount);
});

test("moments are of Moscow", () => {
  expect(momentTyped("2026-11-29T15:30")).toBe("2026-11-29T12:30:00.000Z");
  expect(momentText("2026-11-29T12:30:00.000Z")).toBe("2026-11-29T15:30");
  expect(momentTyped("")).toBeNull();
});
