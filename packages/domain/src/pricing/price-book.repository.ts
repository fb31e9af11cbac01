import type { Currency } from "@vitrina/domain/core";
import type { PricedVariant } from "./price-book.ts";
import type { PlanEdit, PlannedPrice } from "./price-plan.ts";
import type { DatedPrice } from "./price.ts";

export interface PlanKey {
  variantId: string;
  currency: Currency;
}

export interface VariantsPage {
  /** The beginning of a SKU; null: any. */
  sku: string | null;
  /** Of these products too, or of these alone when there is no `sku`; null: of any. */
  productIds: readonly string[] | null;
  /** The last SKU of the page before. */
  after: string | null;
  limit: number;
  now: Date;
}

export interface PriceBookReader {
  /** By SKU, with the prices that hold now. One statement. */
  list(page: VariantsPage): Promise<PricedVariant[]>;
  find(variantId: string, now: Date): Promise<PricedVariant | null>;
  /** All prices of a variant that ever held or will, the latest first, at most `limit`. */
  timeline(variantId: string, limit: number): Promise<DatedPrice[]>;
  /** What has not ended by `now`, the earliest first, per key in the order asked. */
  plans(keys: readonly PlanKey[], now: Date): Promise<PlannedPrice[][]>;
}

export interface PriceBookRepository extends PriceBookReader {
  /** Until the transaction ends nobody else plans prices of these; unknown variants are left out of the answer. */
  lock(keys: readonly PlanKey[]): Promise<ReadonlySet<string>>;
  findPlanned(id: string): Promise<PlanKey | null>;
  /** Carries out edits of several plans, all at once. @throws PeriodOverlap */
  apply(edits: readonly (PlanKey & PlanEdit)[]): Promise<void>;
}
