import { expect, test } from "vitest";
import { changesBetween, discreet, masked } from "./audit.ts";

test("the trail never holds a whole address or phone number, however deep", () => {
  const state = { email: "anna.k@example.com", contacts: [{ note: "call +7 (912) 345-67-89 or bo@example.org" }] };

  expect(JSON.parse(discreet(state))).toEqual({
    email: "a***@example.com",
    contacts: [{ note: "call +7***89 or b***@example.org" }],
  });
});

test("the trail never holds a secret", () => {
  const state = { status: "active", passwordHash: "$argon2id$", nested: { resetToken: "t", secret: "s" } };

  expect(JSON.parse(discreet(state))).toEqual({ status: "active", nested: {} });
});

test("what the trail is for stays readable", () => {
  const state = { role: "staff", version: 3, at: "2026-01-01T09:00:00.000Z", permissions: ["orders:manage"] };

  expect(JSON.parse(discreet(state))).toEqual(state);
});

test("only what changed is written down", () => {
  const staff = { role: "staff", groups: ["packers"], version: 3 };

  expect(changesBetween(staff, { ...staff, groups: ["packers"], role: "admin" })).toEqual({
    before: { role: "staff" },
    after: { role: "admin" },
  });
});

test("nor do the words of whoever acted hold an address or a number", () => {
  expect(masked("anna.k@example.com called from +7 912 345-67-89")).toBe("a***@example.com called from +7***89");
});
