import { DomainError } from "@vitrina/domain/core";

/** The key was ended, has run out, or its owner works here no more. */
export class KeyRevoked extends DomainError {
  readonly kind = "unauthenticated";
  readonly code = "auth.key-revoked";
}
/** The key was not made for this. */
export class ScopeMissing extends DomainError<{ permission: string }> {
  readonly kind = "forbidden";
  readonly code = "auth.scope-missing";
}
