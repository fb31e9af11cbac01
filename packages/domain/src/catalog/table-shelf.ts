import type { ImportedProduct } from "./product-draft.ts";
import type { ProductState, TermsBySku, VariantTerms } from "./product-state.ts";
import { type Fault, shown } from "./fault.ts";
import type { Known, TableRow } from "./table-row.ts";

export interface Draft {
  before: ProductState | null;
  product: ProductState;
  terms: Map<string, VariantTerms>;
  /** Cells of the product that rows gave, each with its row. */
  given: Map<string, { cell: string; row: number }>;
}

export interface Applied {
  draft: Draft;
  outcome: ImportedProduct["outcome"];
}

export interface Found {
  draft: Draft;
  sku: string;
}

/** The products that rows speak of, found by key or SKU, as the rows so far have made them. */
export function openShelf({ products, terms, newId }: Known) {
  const drafts = new Map<string, Draft>();
  const bySku = new Map<string, string>();
  for (const state of products) {
    drafts.set(keyOf(state.source, state.externalId), draftOf(state, terms));
    for (const { sku } of state.variants) bySku.set(sku, keyOf(state.source, state.externalId));
  }
  const find = ({ source: fallback, cells }: TableRow): Found | Fault => {
    const source = cells["source"] || fallback;
    const { sku: given = "", product = "" } = cells;
    if (!given && !product) return { field: "sku", reason: "empty", detail: null };
    if (given.length > 200) return { field: "sku", reason: "too-long", detail: "200" };
    if (product.length > 200) return { field: "product", reason: "too-long", detail: "200" };
    if (!/^[a-z0-9][a-z0-9-]{0,59}$/.test(source)) return { field: "source", reason: "invalid", detail: shown(source) };
    const owner = bySku.get(given);
    const key = product ? keyOf(source, product) : (owner ?? keyOf(source, given));
    if (owner && owner !== key) return { field: "sku", reason: "contradicts", detail: shown(given) };
    const draft = drafts.get(key) ?? newDraft({ id: newId(), source, externalId: product || given });
    const [only, ...more] = draft.product.variants;
    return { draft, sku: given || (only && more.length === 0 ? only.sku : `${source}-${product}`) };
  };
  return {
    find,
    drafts: () => [...drafts.values()],
    put({ draft, outcome }: Applied): ImportedProduct["outcome"] {
      const key = keyOf(draft.product.source, draft.product.externalId);
      drafts.set(key, draft);
      for (const { sku } of draft.product.variants) bySku.set(sku, key);
      return outcome;
    },
  };
}

const keyOf = (source: string, externalId: string) => `${source}\n${externalId}`;

const draftOf = (state: ProductState, terms: TermsBySku): Draft => ({
  before: state,
  product: structuredClone(state),
  terms: new Map(state.variants.map(({ sku }) => [sku, structuredClone(terms.get(sku) ?? NO_TERMS)])),
  given: new Map(),
});
export const NO_TERMS: VariantTerms = { prices: {}, stock: 0 };

const newDraft = (identity: Pick<ProductState, "id" | "source" | "externalId">): Draft => ({
  before: null,
  terms: new Map(),
  given: new Map(),
  product: {
    ...identity,
    slug: "",
    version: 0,
    status: "published",
    name: {},
    description: {},
    brand: null,
    model: null,
    attributes: {},
    options: [],
    taxClass: "standard",
    featured: false,
    releasedAt: null,
    categories: [],
    pictures: [],
    variants: [],
  },
});
