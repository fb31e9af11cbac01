import { DomainError } from "@vitrina/domain/core";

export class NotPurchased extends DomainError {
  readonly kind = "forbidden";
  readonly code = "reviews.not-purchased";
}
export class AlreadyReviewed extends DomainError {
  readonly kind = "conflict";
  readonly code = "reviews.already-reviewed";
}
