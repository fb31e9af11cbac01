import { expect, test } from "vitest";
import { safeReturnPath } from "./return-path.ts";

test("after signing in the shopper comes back to the page they left", () => {
  expect(safeReturnPath("/checkout?step=payment")).toBe("/checkout?step=payment");
  expect(safeReturnPath("/en/account")).toBe("/en/account");
});

test.each<unknown>([
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "https://evil.example",
  "javascript:alert(1)",
  "",
  undefined,
  7,
  "/..//evil.example",
  "//shop.example@evil.example",
  "https:evil.example",
  "\t//evil.example",
  " //evil.example",
  "/\n/evil.example",
  ["//evil.example"],
])("%s leads home, not to another site (T-36)", (wanted) => {
  expect(safeReturnPath(wanted)).toBe("/");
});
