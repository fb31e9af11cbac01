/** What sort of refusal this is; the API maps each kind to one transport code. */
export type ErrorKind = "invalid" | "unauthenticated" | "forbidden" | "not-found" | "conflict" | "limited" | "busy";

/**
 * A refusal the shop foresees: thrown, so that the transaction rolls back.
 * `code` is stable and part of the contract; `details` is what the web needs to word it. Carries no prose.
 */
export abstract class DomainError<Details extends object = object> extends Error {
  abstract readonly kind: ErrorKind;
  abstract readonly code: string;
  readonly details: Details;

  constructor(details: Details) {
    super();
    this.name = new.target.name;
    this.details = details;
  }
}

/** Also the answer for things that belong to someone else, so that ids tell nothing. */
export class NotFound extends DomainError<{ what: string }> {
  readonly kind = "not-found";
  readonly code = "core.not-found";
}

/** The version the caller edited is no longer the current one. */
export class StaleVersion extends DomainError<{ what: string; current: number }> {
  readonly kind = "conflict";
  readonly code = "core.stale-version";
}

export class IdempotencyKeyReused extends DomainError {
  readonly kind = "conflict";
  readonly code = "core.idempotency-key-reused";
}

export class InvalidCursor extends DomainError {
  readonly kind = "invalid";
  readonly code = "core.invalid-cursor";
}

/** The input does not fit the schema; paths of the faulty fields with a stable reason each. */
export class InvalidInput extends DomainError<{ fields: { path: string; reason: string }[] }> {
  readonly kind = "invalid";
  readonly code = "core.invalid-input";
}

export class IdempotencyKeyRequired extends DomainError {
  readonly kind = "invalid";
  readonly code = "core.idempotency-key-required";
}

/** This procedure is never part of a batch. */
export class NotInBatch extends DomainError {
  readonly kind = "invalid";
  readonly code = "core.not-in-batch";
}

/** Too much is asked of the shop at this moment: the same call, under the same key, is good in `retryAfter` seconds. */
export class Busy extends DomainError<{ retryAfter: number }> {
  readonly kind = "busy";
  readonly code = "core.busy";
}

/** Tried too often of late: the same call may be tried again in `retryAfter` seconds. */
export class RateLimited extends DomainError<{ retryAfter: number }> {
  readonly kind = "limited";
  readonly code = "core.rate-limited";
}
