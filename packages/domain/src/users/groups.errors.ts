import { DomainError } from "@vitrina/domain/core";
import type { GroupUse } from "./group.ts";

export class GroupCodeTaken extends DomainError<{ code: string }> {
  readonly kind = "conflict";
  readonly code = "users.group-code-taken";
}
/** Promotions or the like refer to the group; `uses` names the first of them. */
export class GroupInUse extends DomainError<{ uses: GroupUse[] }> {
  readonly kind = "conflict";
  readonly code = "users.group-in-use";
}
export class GroupLimitReached extends DomainError<{ limit: number }> {
  readonly kind = "conflict";
  readonly code = "users.group-limit-reached";
}
/** A group by rule stays one, and its members come and go by the rule alone; one by hand has no rule. */
export class GroupKindFixed extends DomainError<{ byRule: boolean }> {
  readonly kind = "conflict";
  readonly code = "users.group-kind-fixed";
}
/** Somebody is in the group for a part of that time already. */
export class AlreadyMember extends DomainError {
  readonly kind = "conflict";
  readonly code = "users.already-member";
}
/** A membership must end after it begins, and not in the past. */
export class InvalidPeriod extends DomainError {
  readonly kind = "invalid";
  readonly code = "users.invalid-period";
}
