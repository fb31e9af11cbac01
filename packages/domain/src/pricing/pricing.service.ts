import type { Clock, Currency, Transact } from "@vitrina/domain/core";
import type { Asker, Period, PriceRepository, VariantPrice } from "./pricing.repository.ts";
import type { TaxRate } from "./tax.ts";

interface Dependencies {
  prices: Pick<PriceRepository, "findMany" | "findBases" | "taxRates">;
  transact: Transact<{ prices: PriceRepository }>;
  now: Clock;
}

export function createPricingService({ prices, transact, now }: Dependencies) {
  return {
    /** PRC-03: one query for a page; who is left out has no price and is not for sale. */
    resolve: (variantIds: readonly string[], currency: Currency, asker: Partial<Asker> = {}) =>
      prices.findMany(variantIds, currency, { at: now(), personId: null, country: null, quantity: 1, ...asker }),
    /** The prices that `setPrices` sets, as they hold now: for an export, which knows no lists. */
    bases: (variantIds: readonly string[]) => prices.findBases(variantIds, now()),
    taxRates: (country: string) => prices.taxRates(country, now()),

    /** PRC-01: a dated price. @throws PeriodOverlap */
    addPrice: (price: VariantPrice, period: Period) => transact(({ prices }) => prices.add(price, period)),
    setPrices: (changed: readonly VariantPrice[]) => transact(({ prices }) => prices.setMany(changed, now())),
    addTaxRates: (rates: readonly Omit<TaxRate, "region">[]) => transact(({ prices }) => prices.addTaxRates(rates)),
  };
}
export type PricingService = ReturnType<typeof createPricingService>;
