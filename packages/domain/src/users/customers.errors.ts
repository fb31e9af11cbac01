import { DomainError } from "@vitrina/domain/core";

/** So few letters would list the shop's customers instead of finding one. */
export class QueryTooShort extends DomainError<{ minimum: number }> {
  readonly kind = "invalid";
  readonly code = "users.query-too-short";
}
