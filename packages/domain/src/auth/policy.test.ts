import { expect, test } from "vitest";
import { RecentSignInRequired } from "./auth.errors.ts";
import { FactorRequired } from "./factor.errors.ts";
import {
  asksForFactor,
  assertFactor,
  assertRecent,
  GrantablePermission,
  may,
  type Permission,
  POLICY,
  rightsOf,
} from "./policy.ts";
import type { Principal } from "./principal.ts";

const as = (role: Principal["role"]): Principal => ({
  userId: "u",
  sessionId: "s",
  role,
  av: 1,
  authTime: new Date(0),
  amr: ["pwd"],
});
const permissions = Object.keys(POLICY) as Permission[];

test("everybody may look around and carry a cart of their own", () => {
  for (const caller of [null, as("customer"), as("staff"), as("admin")]) {
    expect(may(caller, "catalog:read")).toBe("any");
    expect(may(caller, "cart:write")).toBe("own");
  }
});

test("only shopkeepers manage orders", () => {
  expect([null, as("customer"), as("staff"), as("admin")].map((caller) => may(caller, "orders:manage"))).toEqual([
    null,
    null,
    "any",
    "any",
  ]);
});

test("a guest cannot write a review", () => {
  expect(may(null, "reviews:write")).toBeNull();
  expect(may(as("customer"), "reviews:write")).toBe("own");
});

test("a role of the shop's own opens what it grants, what every customer may, and nothing else", () => {
  const picker = { ...as("custom"), grants: ["orders:manage"] };

  expect(may(picker, "orders:manage")).toBe("any");
  expect(may(picker, "orders:read")).toBe("own");
  expect(may(picker, "roles:manage")).toBeNull();
  expect(rightsOf(picker)).toEqual(["orders:manage"]);
});

test("grants count only where they are a list of permissions that can be granted, and only in a role of the shop's own", () => {
  const odd = [undefined, null, "orders:manage", { 0: "orders:manage" }, ["*"], ["orders:*"], [""], [[]]];

  for (const grants of odd) expect(may({ ...as("custom"), grants } as never, "orders:manage")).toBeNull();
  expect(may({ ...as("customer"), grants: ["orders:manage"] }, "orders:manage")).toBeNull();
  expect(may({ ...as("custom"), grants: ["orders:read"] }, "orders:read")).toBe("own");
  expect(may({ ...as("custom"), grants: ["no:such"] }, "no:such" as never)).toBeNull();
});

test("what only shopkeepers may can be granted, and what every customer may cannot", () => {
  expect(GrantablePermission.options).toContain("orders:manage");
  expect(GrantablePermission.options).not.toContain("orders:read");
  expect(rightsOf(as("admin"))).toEqual(GrantablePermission.options);
  expect(rightsOf(as("customer"))).toEqual([]);
});

test("a caller nobody can name is refused everything", () => {
  const nobodies = [
    undefined,
    {},
    "",
    [],
    { role: "" },
    { role: null },
    { role: ["admin"] },
    { role: "anonymous" },
    { role: "root" },
    { role: "__proto__" },
    { role: "constructor" },
  ];

  const answers = nobodies.flatMap((nobody) => permissions.map((permission) => may(nobody as never, permission)));

  expect(new Set(answers)).toEqual(new Set([null]));
});

test("a permission that is not in the table is refused, even to an admin", () => {
  for (const permission of [undefined, null, "", [], "orders:*", "__proto__", "constructor", "toString"])
    expect(may(as("admin"), permission as never)).toBeNull();
});

test("a sensitive act asks for a proof of identity that is 15 minutes old at most", () => {
  const proven = { ...as("customer"), authTime: new Date("2026-01-01T09:00:00Z") };

  expect(() => assertRecent(proven, new Date("2026-01-01T09:15:00.000Z"))).not.toThrow();
  expect(() => assertRecent(proven, new Date("2026-01-01T09:15:00.001Z"))).toThrow(RecentSignInRequired);
});

test("what moves money, prices or roles, or shows how to reach a customer, asks for the second factor", () => {
  expect(permissions.filter(asksForFactor)).toEqual([
    "catalog:import",
    "roles:manage",
    "staff:manage",
    "keys:use",
    "customers:reveal",
    "customers:recover",
    "prices:write",
  ]);
});

test("a session by password alone changes no role; one with the second factor, and a program's key, may", () => {
  const byPassword = as("admin");

  expect(() => assertFactor(byPassword, "roles:manage")).toThrow(FactorRequired);
  expect(() => assertFactor({ ...byPassword, amr: [] }, "roles:manage")).toThrow(FactorRequired);
  expect(() => assertFactor(byPassword, "orders:manage")).not.toThrow();
  expect(() => assertFactor({ ...byPassword, amr: ["pwd", "otp"] }, "roles:manage")).not.toThrow();
  const program = { amr: [], machine: { keyId: "k", scopes: ["customers:reveal"] } };
  expect(() => assertFactor(program, "customers:reveal")).not.toThrow();
});
