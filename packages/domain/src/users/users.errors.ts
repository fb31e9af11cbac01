import { DomainError } from "@vitrina/domain/core";

/** Told only to whoever has shown that the address is theirs. */
export class EmailTaken extends DomainError {
  readonly kind = "conflict";
  readonly code = "users.email-taken";
}
