import type { Currency } from "@vitrina/domain/core";
import type { Price } from "./price.ts";
import type { TaxRate } from "./tax.ts";

/** A price of a variant; minor units. */
export interface VariantPrice extends Omit<Price, "list"> {
  variantId: string;
}
/** Half-open: valid at `from`, not at `to`; null is without end. */
export interface Period {
  from: Date | null;
  to: Date | null;
}

/** For whom, how much and where: what lists of prices depend on. */
export interface Asker {
  at: Date;
  /** Null: nobody known. */
  personId: string | null;
  /** Where the goods go; null: the home country of the currency. */
  country: string | null;
  /** Pieces of each. */
  quantity: number;
}

export interface PriceRepository {
  /** What the asker pays, by variant, in one query; a variant left out is not sold in this currency. */
  findMany(variantIds: readonly string[], currency: Currency, asker: Asker): Promise<Map<string, Price>>;
  /** The shop's own prices that hold at `at`, in every currency, whatever lists say; a variant left out has none. */
  findBases(variantIds: readonly string[], at: Date): Promise<VariantPrice[]>;
  /** Those that hold at `at`. */
  taxRates(country: string, at: Date): Promise<TaxRate[]>;
  /** @throws PeriodOverlap */
  add(price: VariantPrice, period: Period): Promise<void>;
  /** From `at` on these prices hold, until the next dated one; a variant without a past gets them for its past too. Equal ones stay untouched. */
  setMany(prices: readonly VariantPrice[], at: Date): Promise<void>;
  /** Whole countries' rates, always in force, where a country has none of the class yet. */
  addTaxRates(rates: readonly Omit<TaxRate, "region">[]): Promise<void>;
}
