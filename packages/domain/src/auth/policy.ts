import type { Role } from "@vitrina/domain/users";
import { RecentSignInRequired } from "./auth.errors.ts";
import type { Principal } from "./principal.ts";

/** How long a proof of identity serves for a sensitive act, milliseconds. */
const RECENT = 15 * 60_000;

/** Whose things a permission opens: the caller's own, or anybody's. */
export type Reach = "own" | "any";
type Grants = Partial<Record<Role | "anonymous", Reach>>;

const EVERYONE = { anonymous: "any", customer: "any", staff: "any", admin: "any" } as const;
const EVERYONE_THEIR_OWN = { anonymous: "own", customer: "own", staff: "own", admin: "own" } as const;
const SIGNED_IN_THEIR_OWN = { customer: "own", staff: "own", admin: "own" } as const;
const SHOPKEEPERS = { staff: "any", admin: "any" } as const;
const ADMINS = { admin: "any" } as const;

/** The whole policy: what is not in this table is denied. */
export const POLICY = {
  "auth:use": EVERYONE,
  "account:secure": SIGNED_IN_THEIR_OWN,
  "email:verify": SIGNED_IN_THEIR_OWN,
  "email:change": SIGNED_IN_THEIR_OWN,
  "profile:read": EVERYONE_THEIR_OWN,
  "catalog:read": EVERYONE,
  "cart:read": EVERYONE_THEIR_OWN,
  "cart:write": EVERYONE_THEIR_OWN,
  "orders:place": EVERYONE_THEIR_OWN,
  "orders:read": EVERYONE_THEIR_OWN,
  "orders:manage": SHOPKEEPERS,
  "customers:read": SHOPKEEPERS,
  "customers:reveal": SHOPKEEPERS,
  "customers:disable": SHOPKEEPERS,
  "audit:read": ADMINS,
  "reviews:read": EVERYONE,
  "reviews:write": SIGNED_IN_THEIR_OWN,
} as const satisfies Record<`${string}:${string}`, Grants>;
export type Permission = keyof typeof POLICY;

/**
 * How far the caller may go; null means not at all. `null` stands for an anonymous caller, whereas an absent or
 * malformed principal, role or permission is always denied.
 */
export function may(principal: Principal | null, permission: Permission): Reach | null {
  const grants = entry<Grants>(POLICY, permission);
  const role: unknown = principal === null ? "anonymous" : (principal as Partial<Principal> | undefined)?.role;
  if (!grants || (principal !== null && role === "anonymous")) return null;
  return entry<Reach>(grants, role) ?? null;
}

/** Before a sensitive act, such as an export of one's data (step-up). @throws RecentSignInRequired */
export function assertRecent({ authTime }: Principal, now: Date): void {
  if (now.getTime() - authTime.getTime() > RECENT) throw new RecentSignInRequired({});
}

const entry = <Value>(table: Partial<Record<string, Value>>, key: unknown): Value | undefined =>
  typeof key === "string" && Object.hasOwn(table, key) ? table[key] : undefined;
