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

test("numbers are masked as people write them at home, too", () => {
  for (const number of ["89123456789", "8 912 345-67-89", "8 (912) 345 67 89", "8-912-345-67-89"])
    expect(masked(`call ${number}, please`)).toMatch(/^call 8.\*\*\*89, please$/);
});

test("what the trail is for stays readable", () => {
  for (const kept of [
    "0196b8c0-0000-7000-8912-345678912345",
    "order 100001",
    "812345678901",
    "2026-08-12T34:56:78.912Z",
  ])
    expect(masked(kept)).toBe(kept);
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
