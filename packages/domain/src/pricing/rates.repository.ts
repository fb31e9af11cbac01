import type { Currency } from "@vitrina/domain/core";
import type { PlannedRate } from "./conversion-plan.ts";
import type { RateEdit } from "./rate-book.ts";
import type { RateBook, RatePreview, RateTrial } from "./rate.ts";

export interface RatesReader {
  /** Every currency's book; of the rates that have ended the latest `ended` each. */
  books(now: Date, ended: number): Promise<Omit<RateBook, "stale">[]>;
  /** Of the first variants by SKU those with a price set in the base currency and none in the other, at most `limit`. */
  examples(
    trial: Pick<RateTrial, "base" | "currency">,
    now: Date,
    limit: number,
  ): Promise<Omit<RatePreview, "converted">[]>;
}

export interface RatesRepository extends RatesReader {
  /** Nobody else changes this book until the transaction ends; returns its version. */
  lock(currency: Currency): Promise<number>;
  /** Rates of the currency that have not ended by `now`. */
  plan(currency: Currency, now: Date): Promise<PlannedRate[]>;
  /** Raises the version, and the catalogue will be asked anew. @throws RateOverlap */
  apply(currency: Currency, edit: RateEdit): Promise<void>;
}
