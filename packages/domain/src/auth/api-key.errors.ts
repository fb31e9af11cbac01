import { DomainError } from "@vitrina/domain/core";

/** The key was ended, has run out, or its owner works here no more. */
export class KeyRevoked extends DomainError {
  readonly kind = "unauthenticated";
  readonly code = "auth.key-revoked";
}
/** So many keys are in use: end one of them first. */
export class KeyLimitReached extends DomainError<{ limit: number }> {
  readonly kind = "conflict";
  readonly code = "auth.key-limit-reached";
}
/** The key was not made for this. */
export class ScopeMissing extends DomainError<{ permission: string }> {
  readonly kind = "forbidden";
  readonly code = "auth.scope-missing";
}
