import { DomainError } from "@vitrina/domain/core";

/** Another price of this variant and currency is valid at some instant of that period (PRC-01). */
export class PeriodOverlap extends DomainError<{ variantId: string }> {
  readonly kind = "conflict";
  readonly code = "pricing.period-overlap";
}
