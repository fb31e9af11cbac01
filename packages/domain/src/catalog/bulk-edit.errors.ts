import { DomainError } from "@vitrina/domain/core";

/** An edit is for at most `limit` products, and for at least one. */
export class BulkTooMany extends DomainError<{ limit: number }> {
  readonly kind = "invalid";
  readonly code = "catalog.bulk-too-many";
}
export class BulkNothingFound extends DomainError {
  readonly kind = "invalid";
  readonly code = "catalog.bulk-nothing-found";
}
/** A bulk edit is not at the point where this can be done; `state` is where it is. */
export class BulkNotReady extends DomainError<{ state: string }> {
  readonly kind = "conflict";
  readonly code = "catalog.bulk-not-ready";
}
