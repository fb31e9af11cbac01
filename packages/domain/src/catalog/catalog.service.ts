import type { Clock, NewId, Transact } from "@vitrina/domain/core";
import type { CatalogReader, CatalogRepository, CategoryTree } from "./catalog.repository.ts";
import type { ImportedProduct, ProductBatch, ProductDraft } from "./product-draft.ts";
import { importBatch, outcomeOf } from "./product-import.ts";
import { findOnly, findOrAdd, knownFor, saveMerged } from "./table-import.ts";
import type { Merged } from "./table-merge.ts";
import type { TableRow } from "./table-row.ts";

interface Dependencies {
  catalog: CatalogReader;
  tree: CategoryTree;
  transact: Transact<{ catalog: CatalogRepository }>;
  clock: Clock;
  newId: NewId;
}

export function createCatalogService({ catalog, tree, transact, clock, newId }: Dependencies) {
  return {
    /** Variants as they stand now, unknown ids left out. */
    getOffers: catalog.getOffers,
    categories: tree.categories,

    /** What an import of these products would do, without doing it; in their order. */
    async previewImport(source: string, products: Pick<ProductDraft, "externalId" | "contentHash">[]) {
      const known = await catalog.findKnown(
        source,
        products.map(({ externalId }) => externalId),
      );
      const knownById = new Map(known.map((product) => [product.externalId, product]));
      return products.map((draft) => outcomeOf(draft, knownById.get(draft.externalId)));
    },

    /**
     * CAT-15: adds or replaces published products by (source, externalId); those with an equal content hash stay untouched.
     * The answer keeps the order of the products.
     */
    importProducts: (batch: ProductBatch): Promise<ImportedProduct[]> =>
      transact(({ catalog }) => importBatch(batch, { catalog, at: clock(), newId })),

    /** What is known of the products of these rows. Within a transaction that writes: `lock` keeps it so, and missing categories are made. */
    async knownOf(rows: TableRow[], { lock }: { lock: boolean }) {
      if (!lock) return { ...(await knownFor(rows, catalog, findOnly(catalog))), newId };
      return transact(async ({ catalog }) => {
        for (const source of new Set(rows.map((row) => row.cells["source"] || row.source).toSorted()))
          await catalog.lockSource(source);
        // Products after the tree of categories, as staff lock them who classify one.
        const locking: typeof catalog = {
          ...catalog,
          async findStates(...named) {
            await catalog.lockStates(...named);
            return catalog.findStates(...named);
          },
        };
        return { ...(await knownFor(rows, locking, findOrAdd({ catalog, at: clock(), newId }))), newId };
      });
    },
    /** CAT-15: writes what rows made of products (`mergeRows`). */
    saveMerged: (merged: readonly Merged[]) =>
      transact(({ catalog }) => saveMerged(merged, { catalog, at: clock(), newId })),
    /** These products as they stand, unknown ids left out. */
    statesOf: catalog.statesOf,
    /** Pages of the whole catalogue, for an export. */
    pageOfStates: catalog.pageOfStates,
    optionCodes: catalog.optionCodes,
  };
}
export type CatalogService = ReturnType<typeof createCatalogService>;
