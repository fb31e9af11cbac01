import type { StaffMember, StaffRepository } from "@vitrina/domain/users";
import { GrantablePermission, rightsOf } from "./policy.ts";
import type { Principal } from "./principal.ts";
import { Escalation } from "./roles.errors.ts";
import { Forbidden } from "./auth.errors.ts";

/** Those of the names that are permissions today, each once, in the order of the policy. */
export const granted = (permissions: readonly string[]): GrantablePermission[] =>
  GrantablePermission.options.filter((permission) => permissions.includes(permission));

/** What a role opens, a custom one by its permissions. */
export const rightsOfRole = ({ role, permissions }: Pick<StaffMember, "role" | "permissions">): GrantablePermission[] =>
  rightsOf({ role, grants: permissions ?? [] });

/** The rights of whoever acts, read in the transaction that changes rights. @throws Forbidden */
export async function rightsNow(staff: Pick<StaffRepository, "find">, actor: Pick<Principal, "userId">) {
  const member = await staff.find(actor.userId);
  if (member?.status !== "active") throw new Forbidden({});
  return { member, rights: rightsOfRole(member) };
}

/** Which of the permissions somebody with these rights does not have. */
export const lacking = (rights: readonly string[], permissions: readonly string[]): GrantablePermission[] =>
  granted(permissions).filter((permission) => !rights.includes(permission));

/** Nobody grants what they lack. @throws Escalation */
export function assertHolds(rights: readonly string[], permissions: readonly string[]): void {
  const missing = lacking(rights, permissions);
  if (missing.length > 0) throw new Escalation({ permissions: missing });
}
