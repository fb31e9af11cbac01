import type { CatalogService, ImportsRepository, VariantTerms } from "@vitrina/domain/catalog";
import type { InventoryService } from "@vitrina/domain/inventory";
import type { PricingService } from "@vitrina/domain/pricing";

/** What an import or an export asks of the rooms. */
export interface ImportTools {
  catalog: Pick<
    CatalogService,
    "importProducts" | "previewImport" | "knownOf" | "saveMerged" | "statesOf" | "pageOfStates" | "optionCodes"
  >;
  pricing: Pick<PricingService, "setPrices" | "bases">;
  inventory: Pick<InventoryService, "receive" | "count" | "onHandOf">;
  imports: Pick<ImportsRepository, "addChanges">;
}

/** The shop's own prices of this moment and stock, by SKU: two queries for any number of variants. */
export async function termsOf(
  { pricing, inventory }: Pick<ImportTools, "inventory"> & { pricing: Pick<PricingService, "bases"> },
  variants: readonly { id: string; sku: string }[],
): Promise<Map<string, VariantTerms>> {
  if (variants.length === 0) return new Map();
  const ids = variants.map(({ id }) => id);
  const stock = await inventory.onHandOf(ids);
  const terms = new Map(
    variants.map(({ id, sku }): [string, VariantTerms] => [sku, { prices: {}, stock: stock.get(id) ?? 0 }]),
  );
  const skus = new Map(variants.map(({ id, sku }) => [id, sku]));
  for (const { variantId, currency, amount, compareAt } of await pricing.bases(ids)) {
    const own = terms.get(skus.get(variantId) ?? "");
    if (own) own.prices[currency] = { amount, compareAt };
  }
  return terms;
}
