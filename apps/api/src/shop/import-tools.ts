import type { CatalogService, ImportsRepository, VariantTerms } from "@vitrina/domain/catalog";
import { Currency } from "@vitrina/domain/core";
import type { InventoryService } from "@vitrina/domain/inventory";
import type { PricingService } from "@vitrina/domain/pricing";

/** What an import or an export asks of the rooms. */
export interface ImportTools {
  catalog: Pick<
    CatalogService,
    "importProducts" | "previewImport" | "knownOf" | "saveMerged" | "statesOf" | "pageOfStates" | "optionCodes"
  >;
  pricing: Pick<PricingService, "setPrices" | "resolve">;
  inventory: Pick<InventoryService, "receive" | "count" | "onHandOf">;
  imports: Pick<ImportsRepository, "addChanges">;
}

/** Prices of this moment and stock, by SKU: a query for each currency and one more, for any number of variants. */
export async function termsOf(
  { pricing, inventory }: Pick<ImportTools, "inventory"> & { pricing: Pick<PricingService, "resolve"> },
  variants: readonly { id: string; sku: string }[],
): Promise<Map<string, VariantTerms>> {
  if (variants.length === 0) return new Map();
  const ids = variants.map(({ id }) => id);
  const stock = await inventory.onHandOf(ids);
  const terms = new Map(
    variants.map(({ id, sku }): [string, VariantTerms] => [sku, { prices: {}, stock: stock.get(id) ?? 0 }]),
  );
  for (const currency of Currency.options) {
    const prices = await pricing.resolve(ids, currency);
    for (const { id, sku } of variants) {
      const price = prices.get(id);
      const own = terms.get(sku);
      if (price && own) own.prices[currency] = { amount: price.amount, compareAt: price.compareAt };
    }
  }
  return terms;
}
