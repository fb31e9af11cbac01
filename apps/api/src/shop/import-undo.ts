import type { ImportChange, ImportsRepository, Merged, ProductState, TermsChange } from "@vitrina/domain/catalog";
import type { Transact } from "@vitrina/domain/core";
import { type ImportTools, termsOf } from "#shop/import-tools.ts";

const BATCH = 100;

type Tools = Pick<ImportTools, "catalog" | "pricing" | "inventory"> & {
  imports: Pick<ImportsRepository, "changesToUndo" | "markUndone">;
};
interface Undoing {
  importId: string;
  transact: Transact<unknown>;
  /** Throws when another worker has it by now. */
  keep: () => Promise<void>;
}
type Change = Awaited<ReturnType<ImportsRepository["changesToUndo"]>>[number];

/**
 * Brings products back to what they were before an import: what it made is archived, what it changed is restored with its
 * prices, and its pieces of stock are moved back. What somebody changed since is left alone and marked.
 */
export async function undoImport(tools: Tools, { importId, transact, keep }: Undoing): Promise<void> {
  for (;;) {
    const done = await transact(async () => {
      await keep();
      const changes = await tools.imports.changesToUndo(importId, BATCH);
      if (changes.length > 0) await undoBatch(tools, importId, changes);
      return changes.length;
    });
    if (done < BATCH) return;
  }
}

async function undoBatch(tools: Tools, importId: string, changes: Change[]): Promise<void> {
  const states = new Map(
    (await tools.catalog.statesOf(changes.map(({ productId }) => productId))).map((state) => [state.id, state]),
  );
  const variants = [...states.values()].flatMap((state) => state.variants);
  const terms = await termsOf(tools, variants);
  const bySku = new Map(variants.map(({ id, sku }) => [id, sku]));
  const now = (variantId: string) => terms.get(bySku.get(variantId) ?? "");
  const settled = changes.map((change) => ({ ...change, terms: mergedTerms(change.terms) }));
  const free = settled.filter(
    ({ version, versionAfter, terms: own }) =>
      version === versionAfter &&
      own.every(({ variantId, prices }) =>
        prices.every(({ currency, after }) => {
          const price = now(variantId)?.prices[currency];
          return price?.amount === after.amount && price.compareAt === after.compareAt;
        }),
      ),
  );
  await tools.catalog.saveMerged(free.flatMap((change) => restored(change, states.get(change.productId))));
  await tools.pricing.setPrices(
    free.flatMap(({ terms: own }) =>
      own.flatMap(({ variantId, prices }) =>
        prices.flatMap(({ currency, before }) => (before ? [{ variantId, currency, ...before }] : [])),
      ),
    ),
  );
  // By as many pieces as the import moved: what was sold since stays sold.
  await tools.inventory.count(
    free.flatMap(({ terms: own }) =>
      own.flatMap(({ variantId, stock }) =>
        stock ? [{ variantId, onHand: Math.max(0, (now(variantId)?.stock ?? 0) + stock.before - stock.after) }] : [],
      ),
    ),
    { actor: "import", reference: `undo ${importId}` },
  );
  const undone = new Set(free.map(({ productId }) => productId));
  await tools.imports.markUndone(
    importId,
    changes.map(({ productId, before }) => ({
      productId,
      undone: undone.has(productId) ? (before ? "restored" : "archived") : "refused",
    })),
  );
}

function restored({ before }: ImportChange, now: ProductState | undefined): Merged[] {
  if (!now) return [];
  // Variants that the import added stay, archived: somebody may have bought one.
  const known = new Set(before?.variants.map(({ sku }) => sku));
  const added = now.variants
    .filter(({ sku }) => !known.has(sku))
    .map((one) => ({ ...one, picture: null, archived: true }));
  const after = before
    ? { ...before, slug: now.slug, variants: [...before.variants, ...added] }
    : { ...now, status: "archived" as const };
  return [{ before: now, after, changed: true, prices: [], stock: [] }];
}

/** A product that came in several batches has several changes: the first says how it was, the last how it was left. */
function mergedTerms(changes: TermsChange[]): TermsChange[] {
  return [...Map.groupBy(changes, ({ variantId }) => variantId)].map(([variantId, own]) => {
    const prices = Map.groupBy(
      own.flatMap((change) => change.prices),
      ({ currency }) => currency,
    );
    const stocks = own.flatMap(({ stock }) => stock ?? []);
    const [first] = stocks;
    const last = stocks.at(-1);
    return {
      variantId,
      prices: [...prices].flatMap(([currency, steps]) => {
        const [begun] = steps;
        const ended = steps.at(-1);
        return begun && ended ? [{ currency, before: begun.before, after: ended.after }] : [];
      }),
      stock: first && last ? { before: first.before, after: last.after } : null,
    };
  });
}
