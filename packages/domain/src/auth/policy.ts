import * as z from "zod";
import type { Role } from "@vitrina/domain/users";
import { RecentSignInRequired } from "./auth.errors.ts";
import { FactorRequired } from "./factor.errors.ts";
import { OTP } from "./factor.ts";
import type { Principal } from "./principal.ts";

/** How long a proof of identity serves for a sensitive act, milliseconds. */
const RECENT = 15 * 60_000;

/** Whose things a permission opens: the caller's own, or anybody's. */
export type Reach = "own" | "any";
/** As much of a principal as its rights depend on. */
type Entitled = Pick<Principal, "role" | "grants" | "machine">;
type Grants = Partial<Record<Role | "anonymous", Reach>>;

const EVERYONE = { anonymous: "any", customer: "any", staff: "any", admin: "any", custom: "any" } as const;
const EVERYONE_THEIR_OWN = { anonymous: "own", customer: "own", staff: "own", admin: "own", custom: "own" } as const;
const SIGNED_IN_THEIR_OWN = { customer: "own", staff: "own", admin: "own", custom: "own" } as const;
/** What only some of the people who work in the shop may: these are the permissions that custom roles are made of. */
const SHOPKEEPERS = { staff: "any", admin: "any" } as const;
const ADMINS = { admin: "any" } as const;
/** Of everybody who works in the shop, whatever their role: it is not granted. */
const SHOPKEEPERS_THEIR_OWN = { staff: "own", admin: "own", custom: "own" } as const;

/** The whole policy: what is not in this table is denied. */
export const POLICY = {
  "auth:use": EVERYONE,
  "account:secure": SIGNED_IN_THEIR_OWN,
  "account:erase": SIGNED_IN_THEIR_OWN,
  "email:verify": SIGNED_IN_THEIR_OWN,
  "email:change": SIGNED_IN_THEIR_OWN,
  "profile:read": EVERYONE_THEIR_OWN,
  "profile:write": SIGNED_IN_THEIR_OWN,
  "consents:withdraw": EVERYONE,
  "notices:ask": EVERYONE,
  "data:export": SIGNED_IN_THEIR_OWN,
  "addresses:describe": EVERYONE,
  "addresses:read": SIGNED_IN_THEIR_OWN,
  "addresses:write": SIGNED_IN_THEIR_OWN,
  "catalog:read": EVERYONE,
  "catalog:write": SHOPKEEPERS,
  "catalog:import": SHOPKEEPERS,
  "search:tune": SHOPKEEPERS,
  "cart:read": EVERYONE_THEIR_OWN,
  "cart:write": EVERYONE_THEIR_OWN,
  "orders:place": EVERYONE_THEIR_OWN,
  "orders:read": EVERYONE_THEIR_OWN,
  "orders:claim": SIGNED_IN_THEIR_OWN,
  "orders:manage": SHOPKEEPERS,
  "orders:address": SHOPKEEPERS,
  "roles:manage": ADMINS,
  "staff:manage": ADMINS,
  "keys:use": SHOPKEEPERS_THEIR_OWN,
  "views:use": SHOPKEEPERS_THEIR_OWN,
  "customers:read": SHOPKEEPERS,
  "customers:reveal": SHOPKEEPERS,
  "customers:note": SHOPKEEPERS,
  "customers:disable": SHOPKEEPERS,
  "customers:recover": ADMINS,
  "groups:read": SHOPKEEPERS,
  "groups:write": SHOPKEEPERS,
  "prices:read": SHOPKEEPERS,
  "prices:write": SHOPKEEPERS,
  "stock:read": SHOPKEEPERS,
  "stock:write": SHOPKEEPERS,
  "audit:read": ADMINS,
  "reviews:read": EVERYONE,
  "reviews:write": SIGNED_IN_THEIR_OWN,
} as const satisfies Record<`${string}:${string}`, Grants>;
export type Permission = keyof typeof POLICY;

/**
 * What moves money, prices or roles, or shows how to reach a customer: a password that was phished must not be enough
 * for it, so changes under these permissions are for sessions with the second factor only (AUTH-15). Reading is not.
 */
const BY_SECOND_FACTOR = new Set<Permission>([
  "roles:manage",
  "staff:manage",
  "prices:write",
  "catalog:import",
  "keys:use",
  "customers:reveal",
  "customers:recover",
]);

type Grantable<Each extends Permission> = Each extends Each
  ? "custom" extends keyof (typeof POLICY)[Each]
    ? never
    : Each
  : never;
/** What a custom role can be made of. */
export const GrantablePermission = z.enum(
  (Object.keys(POLICY) as Permission[]).filter(
    (permission): permission is Grantable<Permission> => !Object.hasOwn(POLICY[permission], "custom"),
  ),
);
export type GrantablePermission = z.infer<typeof GrantablePermission>;

/**
 * How far the caller may go; null means not at all. `null` stands for an anonymous caller, whereas an absent or
 * malformed principal, role or permission is always denied.
 */
export function may(principal: Entitled | null, permission: Permission): Reach | null {
  const grants = entry<Grants>(POLICY, permission);
  const role: unknown = principal === null ? "anonymous" : (principal as Partial<Entitled> | undefined)?.role;
  if (!grants || (principal !== null && role === "anonymous")) return null;
  if (principal?.machine && grants.anonymous !== "any" && !isInScope(principal, permission)) return null;
  return entry<Reach>(grants, role) ?? (role === "custom" && isGranted(principal, permission) ? "any" : null);
}

/** Whether a program's key was made for this; people have no such bounds. */
export const isInScope = ({ machine }: Entitled, permission: Permission): boolean =>
  !machine || (Array.isArray(machine.scopes) && machine.scopes.includes(permission));

const isGranted = (principal: Entitled | null, permission: Permission): boolean =>
  GrantablePermission.safeParse(permission).success &&
  Array.isArray(principal?.grants) &&
  principal.grants.includes(permission);

/** The shopkeepers' rights of somebody, e.g. to see that nobody grants what they lack. */
export const rightsOf = (principal: Entitled): GrantablePermission[] =>
  GrantablePermission.options.filter((permission) => may(principal, permission) === "any");

/** Whether changes under this permission ask for the second factor. */
export const asksForFactor = (permission: Permission): boolean => BY_SECOND_FACTOR.has(permission);

/** Before a change under a permission that asks for it. A program's key was made in such a session. @throws FactorRequired */
export function assertFactor({ amr, machine }: Pick<Principal, "amr" | "machine">, permission: Permission): void {
  if (asksForFactor(permission) && !machine && !amr.includes(OTP)) throw new FactorRequired({});
}

/** Before a sensitive act, such as an export of one's data (step-up). @throws RecentSignInRequired */
export function assertRecent({ authTime }: Principal, now: Date): void {
  if (now.getTime() - authTime.getTime() > RECENT) throw new RecentSignInRequired({});
}

const entry = <Value>(table: Partial<Record<string, Value>>, key: unknown): Value | undefined =>
  typeof key === "string" && Object.hasOwn(table, key) ? table[key] : undefined;
