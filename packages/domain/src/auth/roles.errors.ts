import { DomainError } from "@vitrina/domain/core";

/** Nobody grants, takes or edits rights that they lack themselves; these are lacking. */
export class Escalation extends DomainError<{ permissions: string[] }> {
  readonly kind = "forbidden";
  readonly code = "auth.escalation";
}
/** Nobody changes their own rights. */
export class OwnRights extends DomainError {
  readonly kind = "forbidden";
  readonly code = "auth.own-rights";
}
/** The shop keeps at least one admin. */
export class LastAdmin extends DomainError {
  readonly kind = "conflict";
  readonly code = "auth.last-admin";
}
/** People still hold the role: give them another one first. */
export class RoleInUse extends DomainError<{ holders: number }> {
  readonly kind = "conflict";
  readonly code = "auth.role-in-use";
}
/** Another role has that name, whatever its case. */
export class RoleNameTaken extends DomainError<{ name: string }> {
  readonly kind = "conflict";
  readonly code = "auth.role-name-taken";
}
/** The invitation is used up, replaced, withdrawn or older than 72 hours. */
export class InviteExpired extends DomainError {
  readonly kind = "conflict";
  readonly code = "auth.invite-expired";
}
/** The role has been deleted, or grants more by now than whoever offered it may give. */
export class RoleGone extends DomainError {
  readonly kind = "conflict";
  readonly code = "auth.role-gone";
}
