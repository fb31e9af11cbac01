import { expect, test } from "vitest";
import { RecentSignInRequired } from "./auth.errors.ts";
import { assertRecent, may, type Permission, POLICY } from "./policy.ts";
import type { Principal } from "./principal.ts";

const as = (role: Principal["role"]): Principal => ({
  userId: "u",
  sessionId: "s",
  role,
  av: 1,
  authTime: new Date(0),
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
