import { type Currency, DomainError, type LocalizedText } from "@vitrina/domain/core";
import type { DatedPrice } from "./price.ts";
import type { Rate } from "./rate.ts";
import type { DatedTaxRate } from "./tax-book.ts";

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
/** Two lists of one priority, or two prices of one list, would hold at the same time (PRC-02); `clash` is what was there first. */
export class ListConflict extends DomainError<{
  clash:
    | { kind: "list"; name: LocalizedText; priority: number }
    | { kind: "entry"; sku: string; price: DatedPrice | null }
    | null;
}> {
  readonly kind = "conflict";
  readonly code = "pricing.list-conflict";
}
export class PriceListLimitReached extends DomainError<{ limit: number }> {
  readonly kind = "conflict";
  readonly code = "pricing.list-limit-reached";
}
/** No variants have these SKUs; the first of them. */
export class UnknownSkus extends DomainError<{ skus: string[] }> {
  readonly kind = "invalid";
  readonly code = "pricing.unknown-skus";
}
/** Another rate of the currency begins at that very instant; `clash` is it, where known (PRC-06). */
export class RateOverlap extends DomainError<{ clash: Rate | null }> {
  readonly kind = "conflict";
  readonly code = "pricing.rate-overlap";
}
/** The rate that these prices are converted by is older than it holds: they are not sold until there is a new one (PRC-06). */
export class RateStale extends DomainError<{ currency: Currency; variantIds: string[] }> {
  readonly kind = "conflict";
  readonly code = "pricing.rate-stale";
}
/** Another tax of this country, region and class begins at that very instant; `clash` is it, where known (PRC-04). */
export class TaxOverlap extends DomainError<{ clash: DatedTaxRate | null }> {
  readonly kind = "conflict";
  readonly code = "pricing.tax-overlap";
}
