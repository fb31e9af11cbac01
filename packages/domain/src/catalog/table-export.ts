import type { ProductState, TermsBySku } from "./product-state.ts";
import { tableColumn } from "./table-cells.ts";

/** A product as rows of a table, one for each variant that is not archived: cells in the order of the columns. */
export function rowsOf(product: ProductState, terms: TermsBySku, columns: readonly string[]): string[][] {
  const known = columns.map((name) => tableColumn(name === "stock_was" ? "stock" : name));
  return product.variants
    .filter(({ archived }) => !archived)
    .map((variant) => {
      const own = terms.get(variant.sku) ?? { prices: {}, stock: 0 };
      return known.map((column) => column?.show({ product, variant, terms: own }) ?? "");
    });
}
