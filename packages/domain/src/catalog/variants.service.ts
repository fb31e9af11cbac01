import { type Clock, type NewId, NotFound, type Transact } from "@vitrina/domain/core";
import { assertValuesFit, newValues } from "./attribute-values.ts";
import { SkuTaken } from "./catalog.errors.ts";
import type { ProductOption } from "./product.ts";
import type { ProductSheet, VariantDraft, VariantSheet } from "./product-sheet.ts";
import { canonical } from "./product-state.ts";
import { getSheet, lockSeen, type ProductsScope, recordProduct, type SeenProduct } from "./products.service.ts";
import { assertMatrix, missingCombinations, skuFor, underOptions } from "./variant-matrix.ts";

interface Dependencies {
  transact: Transact<ProductsScope>;
  clock: Clock;
  newId: NewId;
}
type Named = VariantDraft & { id: string };

/** Options of a product and the variants they make (CAT-03, -04). */
export function createVariantsService({ transact, clock, newId }: Dependencies) {
  const sheetOf = ({ products }: ProductsScope, id: string): Promise<ProductSheet> => getSheet(products, id, clock());

  return {
    /**
     * Variants follow: a new option gives them its first value, one that goes is left out.
     * @throws NotFound @throws ProductChanged @throws OptionInUse @throws OptionCodeTwice @throws CombinationExists
     */
    setOptions: (actorId: string, { options, ...seen }: SeenProduct & { options: ProductOption[] }) =>
      transact(async (scope) => {
        const { id, options: former } = await lockSeen(scope, seen);
        const variants = await scope.products.variantsOf(id);
        const moved = underOptions(variants, options);
        const touched = { id, at: clock() };
        await scope.products.saveOptions(touched, options);
        if (moved.length > 0) await scope.products.moveVariants(touched, moved);
        const [before, after] = [codesOf(former), codesOf(options)];
        await recordProduct(scope, { action: "catalog.options-changed", actorId, id, before, after });
        return sheetOf(scope, id);
      }),

    /** Adds a variant for each combination that is missing, with a SKU made of the address and the values. @throws NotFound @throws ProductChanged @throws VariantLimitReached @throws SkuTaken */
    generate: (actorId: string, seen: SeenProduct) =>
      transact(async (scope) => {
        const { id, slug, options } = await lockSeen(scope, seen);
        const made = missingCombinations(options, await scope.products.variantsOf(id)).map((optionValues) => ({
          id: newId(),
          sku: skuFor(slug, options, optionValues),
          optionValues,
          gtins: [],
          attributes: {},
        }));
        if (made.length === 0) return sheetOf(scope, id);
        await scope.products.saveVariants({ id, at: clock() }, made);
        const after = { count: made.length, skus: made.slice(0, 50).map(({ sku }) => sku) };
        await recordProduct(scope, { action: "catalog.variants-added", actorId, id, after });
        return sheetOf(scope, id);
      }),

    /** Adds and changes variants; one that is there keeps its combination. @throws NotFound @throws ProductChanged @throws SkuTaken @throws CombinationExists @throws InvalidCombination @throws VariantLimitReached @throws InvalidAttributes */
    save: (actorId: string, { variants: drafts, ...seen }: SeenProduct & { variants: VariantDraft[] }) =>
      transact(async (scope) => {
        const { id, options } = await lockSeen(scope, seen);
        const known = new Map((await scope.products.variantsOf(id)).map((variant) => [variant.id, variant]));
        const named = drafts.map((draft): Named => keepingCombination(draft, known, newId));
        assertSkusOnce(named);
        const added = named.filter((each) => !known.has(each.id));
        if (added.length > 0) assertMatrix(options, [...known.values(), ...added]);
        const given = named.flatMap((each) => newValues(known.get(each.id)?.attributes ?? {}, each.attributes));
        assertValuesFit(given, await scope.products.attributesOf([...new Set(given.map(([code]) => code))]));
        await scope.products.saveVariants({ id, at: clock() }, named);
        const changes = changesOf(named, known);
        await recordProduct(scope, { action: "catalog.variants-changed", actorId, id, ...changes });
        return sheetOf(scope, id);
      }),

    /** They are not sold any more; their SKUs, stock and orders stay. @throws NotFound @throws ProductChanged */
    archive: (actorId: string, { ids, ...seen }: SeenProduct & { ids: string[] }) =>
      transact(async (scope) => {
        const { id } = await lockSeen(scope, seen);
        const gone = (await scope.products.variantsOf(id)).filter((variant) => ids.includes(variant.id));
        if (gone.length < ids.length) throw new NotFound({ what: "variant" });
        await scope.products.archiveVariants({ id, at: clock() }, ids);
        const before = { count: gone.length, skus: gone.slice(0, 50).map(({ sku }) => sku) };
        await recordProduct(scope, { action: "catalog.variants-archived", actorId, id, before });
        return sheetOf(scope, id);
      }),
  };
}
export type VariantsService = ReturnType<typeof createVariantsService>;

const codesOf = (options: ProductOption[]): Record<string, unknown> =>
  Object.fromEntries(options.map(({ code, values }) => [`option ${code}`, values.map((value) => value.code)]));

/** @throws NotFound for an id that is no variant of the product */
function keepingCombination(draft: VariantDraft, known: ReadonlyMap<string, VariantSheet>, newId: NewId): Named {
  if (draft.id === null) return { ...draft, id: newId() };
  const { optionValues } = known.get(draft.id) ?? {};
  if (!optionValues) throw new NotFound({ what: "variant" });
  return { ...draft, id: draft.id, optionValues };
}

/** @throws SkuTaken */
function assertSkusOnce(variants: readonly VariantDraft[]): void {
  const skus = variants.map(({ sku }) => sku);
  const twice = skus.filter((sku, index) => skus.indexOf(sku) !== index);
  if (twice.length > 0) throw new SkuTaken({ skus: [...new Set(twice)] });
}

/** By SKU, what is new of each variant. */
function changesOf(after: readonly Named[], known: ReadonlyMap<string, VariantSheet>) {
  const shownOf = ({ sku, gtins, attributes }: Pick<VariantSheet, "sku" | "gtins" | "attributes">) => ({
    sku,
    gtins,
    attributes,
  });
  const pairs = after.map((variant) => {
    const before = known.get(variant.id);
    return { key: `variant ${before?.sku ?? variant.sku}`, before: before && shownOf(before), after: shownOf(variant) };
  });
  const changed = pairs.filter((pair) => canonical(pair.before) !== canonical(pair.after));
  return {
    before: Object.fromEntries(changed.map(({ key, before }) => [key, before ?? null])),
    after: Object.fromEntries(changed.map(({ key, after }) => [key, after])),
  };
}
