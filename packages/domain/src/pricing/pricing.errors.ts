import { type Currency, DomainError } from "@vitrina/domain/core";
import type { DatedPrice } from "./price-plan.ts";

/** Another price of this variant and currency is valid at some instant of that period; `clash` is it, where known (PRC-01, -08). */
export class PeriodOverlap extends DomainError<{ variantId: string; clash: DatedPrice | null }> {
  readonly kind = "conflict";
  readonly code = "pricing.period-overlap";
}
/** Somebody else has set this price meanwhile; `current` is what holds now, null for none (T-60). */
export class PriceChanged extends DomainError<{ variantId: string; currency: Currency; current: DatedPrice | null }> {
  readonly kind = "conflict";
  readonly code = "pricing.price-changed";
}
/** What has begun is history and cannot be cancelled: set another price instead. */
export class PriceInForce extends DomainError {
  readonly kind = "conflict";
  readonly code = "pricing.price-in-force";
}
/** A change must begin later than now and end after it begins. */
export class InvalidPricePeriod extends DomainError {
  readonly kind = "invalid";
  readonly code = "pricing.invalid-period";
}
