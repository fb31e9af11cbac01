import { Currency } from "@vitrina/domain/core";
import type { PricingService } from "./pricing.service.ts";
import { HOME_COUNTRY } from "./tax.ts";

interface Asked {
  variantIds: readonly string[];
  taxClass: string;
}

/** What prices and taxes say of goods that are to be sold: how many lack a price in which currency, and whether their class is taxed anywhere. By the same few queries for any number of goods. */
export const saleFactsOf =
  ({ resolve, taxRates }: Pick<PricingService, "resolve" | "taxRates">) =>
  async (goods: readonly Asked[]) => {
    const all = goods.flatMap(({ variantIds }) => variantIds);
    const currencies = await Promise.all(
      Currency.options.map(async (currency) => ({
        currency,
        priced: await resolve(all, currency),
        taxed: new Set((await taxRates(HOME_COUNTRY[currency])).map(({ taxClass }) => taxClass)),
      })),
    );
    return goods.map(({ variantIds, taxClass }) => ({
      unpriced: currencies.map(({ currency, priced }) => ({
        currency,
        variants: variantIds.filter((id) => !priced.has(id)).length,
      })),
      taxed: currencies.some(({ taxed }) => taxed.has(taxClass)),
    }));
  };
