import type { NewId } from "@vitrina/domain/core";
import type { CatalogRepository, KnownProduct, NewCategory, SavedProduct } from "./catalog.repository.ts";
import type { CategoryDraft, ImportedProduct, ProductBatch, ProductDraft } from "./product-draft.ts";
import type { ProductState } from "./product-state.ts";
import { freeSlug } from "./slug.ts";

export interface ImportTools {
  catalog: CatalogRepository;
  at: Date;
  newId: NewId;
}

export async function importBatch({ source, ...batch }: ProductBatch, tools: ImportTools): Promise<ImportedProduct[]> {
  const { catalog, at, newId } = tools;
  await catalog.lockSource(source);
  const externalIds = batch.products.map(({ externalId }) => externalId);
  const known = new Map((await catalog.findKnown(source, externalIds)).map((product) => [product.externalId, product]));
  const stale = batch.products.filter(
    (draft) => batch.force || outcomeOf(draft, known.get(draft.externalId)) !== "unchanged",
  );

  const saved: SavedProduct[] = [];
  const changing = stale.filter(({ externalId }) => known.has(externalId));
  const states =
    changing.length > 0
      ? await catalog.findStates(
          changing.map(({ externalId }) => ({ source, externalId })),
          [],
        )
      : [];
  const before = new Map(states.map((state) => [state.id, state]));
  if (stale.length > 0) {
    const categories = await ensureCategories(source, batch.categories, tools);
    await catalog.addAttributes(batch.attributes);
    const slugs = await chooseSlugs(
      source,
      stale.filter(({ externalId }) => !known.has(externalId)),
      catalog,
    );
    for (const given of stale) {
      const before = known.get(given.externalId);
      const state = before && states.find(({ id }) => id === before.id);
      const draft = keepTranslations(keepUploads(given, state), state);
      saved.push({
        ...draft,
        id: before?.id ?? newId(),
        slug: before?.slug ?? slugs.get(draft.externalId) ?? draft.slug,
        status: before?.status ?? "published",
        categoryIds: draft.categoryKeys.flatMap((key) => categories.get(key)?.id ?? []),
        pictures: draft.pictures.map((picture) => ({ ...picture, id: newId() })),
        variants: draft.variants.map((variant) => ({ ...variant, id: newId(), archived: false })),
        at,
      });
    }
  }
  const variants = Map.groupBy(await catalog.saveProducts(source, saved), ({ productId }) => productId);
  const ids = new Map(saved.map(({ externalId, id }) => [externalId, id]));
  return batch.products.map((draft) => {
    const productId = ids.get(draft.externalId) ?? known.get(draft.externalId)?.id ?? "";
    const outcome = outcomeOf(draft, known.get(draft.externalId));
    return {
      externalId: draft.externalId,
      productId,
      outcome,
      before: before.get(productId) ?? null,
      variants: variants.get(productId) ?? [],
    };
  });
}

/** Pictures that staff uploaded are not a source's to replace: then all pictures stay as they are. */
function keepUploads(draft: ProductDraft, state: ProductState | undefined): ProductDraft {
  const given = new Set(draft.pictures.map(({ location }) => location));
  if (!state?.pictures.some(({ kind, location }) => kind === "local" && !given.has(location))) return draft;
  const shown = new Map(state.variants.map(({ sku, picture }) => [sku, picture]));
  const variants = draft.variants.map((variant) => ({ ...variant, picture: shown.get(variant.sku) ?? null }));
  return { ...draft, pictures: state.pictures, variants };
}

/** Languages that a source does not speak are not a source's to take away: staff translated into them. */
const keepTranslations = (draft: ProductDraft, state: ProductState | undefined): ProductDraft => ({
  ...draft,
  name: { ...state?.name, ...draft.name },
  description: { ...state?.description, ...draft.description },
});

/** An equal content hash means that the source says nothing new. */
export function outcomeOf(
  draft: Pick<ProductDraft, "contentHash">,
  known: Pick<KnownProduct, "contentHash"> | undefined,
): ImportedProduct["outcome"] {
  if (!known) return "created";
  return known.contentHash && sameBytes(known.contentHash, draft.contentHash) ? "unchanged" : "changed";
}

const sameBytes = (left: Uint8Array, right: Uint8Array) =>
  left.length === right.length && left.every((byte, index) => byte === right[index]);

type KnownCategory = { id: string; key: string; slug: string; ancestorIds: string[] };

/** Those of the drafts that are missing are added, parents first; answers all categories of the source by key. */
export async function ensureCategories(source: string, drafts: CategoryDraft[], { catalog, newId }: ImportTools) {
  const read = async () =>
    new Map<string, KnownCategory>((await catalog.categoriesOf(source)).map((one) => [one.key, one]));
  const before = await read();
  if (drafts.every(({ key }) => before.has(key))) return before;
  // What is known may be moved until the tree is held.
  await catalog.lockTree();
  const known = await read();
  const missing = drafts.filter(({ key }) => !known.has(key));
  const wished = missing.map((draft) => slugForms(draft, source));
  const taken = new Set(await catalog.takenSlugs("category", wished.flat()));
  const added = missing.map((draft, index): NewCategory => {
    const parent = draft.parentKey === null ? undefined : known.get(draft.parentKey);
    const id = newId();
    const ancestorIds = [...(parent?.ancestorIds ?? []), id];
    const slug = freeSlug(wished[index] ?? [draft.slug], (form) => taken.has(form));
    taken.add(slug);
    known.set(draft.key, { id, key: draft.key, slug, ancestorIds });
    return {
      id,
      parentId: parent?.id ?? null,
      ancestorIds,
      slug,
      key: draft.key,
      name: draft.name,
      position: draft.position,
    };
  });
  if (added.length > 0) await catalog.addCategories(source, added);
  return known;
}

/** Names repeat under several parents and sources, so the address grows until it is free. */
const slugForms = ({ slug, parentSlugs }: CategoryDraft, source: string): string[] => [
  slug,
  [...parentSlugs.slice(-1), slug].join("-"),
  [...parentSlugs, slug].join("-"),
  [...parentSlugs, slug, source].join("-"),
];

/** A free address for each of them, by external id. */
export async function chooseSlugs(
  source: string,
  drafts: readonly Pick<ProductDraft, "slug" | "externalId">[],
  catalog: CatalogRepository,
) {
  const forms = (draft: Pick<ProductDraft, "slug">) => [draft.slug, `${draft.slug}-${source}`];
  const taken = new Set(await catalog.takenSlugs("product", drafts.flatMap(forms)));
  return new Map(
    drafts.map((draft) => {
      const slug = freeSlug(forms(draft), (form) => taken.has(form));
      taken.add(slug);
      return [draft.externalId, slug] as const;
    }),
  );
}
