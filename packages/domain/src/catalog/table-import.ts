import type { AttributeDraft, CategoryDraft } from "./product-draft.ts";
import { newValues } from "./attribute-values.ts";
import type { CatalogReader, SavedProduct } from "./catalog.repository.ts";
import { attributeDraft, categoriesOf } from "./import-row.ts";
import { cleanLine } from "./clean-text.ts";
import { attributeCodes } from "./table-attributes.ts";
import { chooseSlugs, ensureCategories, type ImportTools } from "./product-import.ts";
import type { ProductState } from "./product-state.ts";
import type { Merged } from "./table-merge.ts";
import type { Known, TableRow } from "./table-row.ts";

export type RowsKnown = Omit<Known, "terms" | "newId">;
type Ensure = (source: string, drafts: CategoryDraft[]) => Promise<ReadonlyMap<string, { id: string; slug: string }>>;

/** What the catalogue knows of the things that the rows name, in a constant number of queries; paths become slugs in the rows. */
export async function knownFor(
  rows: TableRow[],
  catalog: CatalogReader,
  ensure: Ensure,
): Promise<RowsKnown & { rows: TableRow[] }> {
  const placed = await placeRows(rows, ensure);
  const cells = placed.rows.map((row) => row.cells);
  const slugs = [...new Set(cells.flatMap(({ categories = "" }) => categories.split(/[\s|]+/).filter(Boolean)))];
  const codes = [...new Set(cells.flatMap(attributeCodes))];
  const [products, categories, attributes] = await Promise.all([
    catalog.findStates(...namedBy(placed.rows)),
    slugs.length > 0 ? catalog.categoryIdsOf(slugs) : new Map<string, string>(),
    codes.length > 0 ? catalog.attributesOf(codes) : new Map<string, never>(),
  ]);
  const categoryIds = new Map([...categories, ...placed.known]);
  return { rows: placed.rows, products, categoryIds, attributes };
}

/** The keys and the SKUs by which rows name products. */
const namedBy = (rows: readonly TableRow[]): Parameters<CatalogReader["findStates"]> => [
  rows.flatMap(({ source, cells: { source: own, product } }) =>
    product ? [{ source: own || source, externalId: product }] : [],
  ),
  rows.flatMap(({ cells: { sku } }) => sku || []),
];

/** Reads category paths; `ensure` finds or makes them. */
async function placeRows(rows: TableRow[], ensure: Ensure) {
  const paths = rows.map(pathOf);
  const known = new Map<string, string>();
  const found = new Map<string, ReadonlyMap<string, { id: string; slug: string }>>();
  const bySource = Map.groupBy(rows.keys(), (index) => rows[index]?.cells["source"] || rows[index]?.source || "");
  for (const [source, indexes] of bySource) {
    const drafts = new Map(indexes.flatMap((index) => paths[index] ?? []).map((draft) => [draft.key, draft]));
    if (drafts.size > 0) found.set(source, await ensure(source, [...drafts.values()]));
  }
  const placed = rows.map((row, index) => {
    const leaf = paths[index]?.at(-1);
    if (!leaf) return row;
    const category = found.get(row.cells["source"] || row.source)?.get(leaf.key) ?? { id: leaf.key, slug: leaf.slug };
    known.set(category.slug, category.id);
    return { ...row, cells: { ...row.cells, categories: category.slug } };
  });
  return { rows: placed, known };
}

function pathOf({ cells }: TableRow): CategoryDraft[] {
  const { categories, category_path_ru: ru = "", category_path_en: en = "" } = cells;
  if (categories) return [];
  const [russian, english] = [ru, en].map((path) => path.split(">").map(cleanLine).filter(Boolean).slice(0, 10));
  const drafts = categoriesOf(english?.length ? english : (russian ?? []), english?.length ? "en" : "ru");
  if (!english?.length || english.length !== russian?.length) return drafts;
  return drafts.map((draft, depth) => ({ ...draft, name: { ru: russian[depth] ?? "", ...draft.name } }));
}

/** Categories that are there already; what is missing shows as new. */
export const findOnly =
  (catalog: CatalogReader): Ensure =>
  async (source) =>
    new Map((await catalog.categoriesOf(source)).map((one) => [one.key, one]));

export const findOrAdd =
  (tools: ImportTools): Ensure =>
  (source, drafts) =>
    ensureCategories(source, drafts, tools);

/** Writes what `mergeRows` made; products that did not change stay untouched. */
export async function saveMerged(merged: readonly Merged[], tools: ImportTools): Promise<void> {
  const { catalog } = tools;
  const changed = merged.filter((one) => one.changed);
  await catalog.addAttributes(newAttributes(changed));
  for (const [source, ofSource] of Map.groupBy(changed, ({ after }) => after.source)) {
    const fresh = ofSource.filter(({ before }) => !before).map(({ after }) => after);
    const slugs = await chooseSlugs(source, fresh, catalog);
    await catalog.saveProducts(
      source,
      ofSource.map(({ after }) => savedOf({ ...after, slug: slugs.get(after.externalId) ?? after.slug }, tools)),
    );
  }
}

const savedOf = ({ categories, ...product }: ProductState, { newId, at }: ImportTools): SavedProduct => ({
  ...product,
  categoryKeys: [],
  categoryIds: categories.map(({ id }) => id),
  contentHash: null,
  pictures: product.pictures.map((picture) => ({ ...picture, id: newId() })),
  at,
});

/** Of values that are new: those that stay say nothing of what an attribute is. */
function newAttributes(changed: readonly Merged[]): AttributeDraft[] {
  const drafts = changed.flatMap(({ before, after }) => {
    const former = new Map(before?.variants.map(({ sku, attributes }) => [sku, attributes]));
    return [
      ...newValues(before?.attributes ?? {}, after.attributes),
      ...after.variants.flatMap(({ sku, attributes = {} }) => newValues(former.get(sku) ?? {}, attributes)),
    ].map(([code, value]) => attributeDraft(code, value));
  });
  return [...new Map(drafts.map((draft) => [`${draft.code} ${draft.type}`, draft])).values()];
}
