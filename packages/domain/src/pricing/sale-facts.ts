import { Currency } from "@vitrina/domain/core";
import type { PricingService } from "./pricing.service.ts";
import { HOME_COUNTRY } from "./tax.ts";

interface Asked {
  variantIds: readonly string[];
  taxClass: string;
}

/** What prices and taxes say of goods that are to be sold: how many lack a price in which currency, and whether their class is taxed anywhere. */
export const saleFactsOf =
  ({ resolve, taxRates }: Pick<PricingService, "resolve" | "taxRates">) =>
  async ({ variantIds, taxClass }: Asked) => {
    const currencies = await Promise.all(
      Currency.options.map(async (currency) => ({
        unpriced: { currency, variants: variantIds.length - (await resolve(variantIds, currency)).size },
        taxed: (await taxRates(HOME_COUNTRY[currency])).some((rate) => rate.taxClass === taxClass),
      })),
    );
    return { unpriced: currencies.map(({ unpriced }) => unpriced), taxed: currencies.some(({ taxed }) => taxed) };
  };
