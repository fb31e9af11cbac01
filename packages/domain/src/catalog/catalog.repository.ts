import type { AttributeJudge } from "./attribute-values.ts";
import type { AttributeDraft, CategoryDraft, ProductDraft } from "./product-draft.ts";
import type { ProductState, ProductStatus, StoredVariant } from "./product-state.ts";
import type { CategoryNode, Offer } from "./product.ts";

export interface KnownProduct {
  id: string;
  externalId: string;
  slug: string;
  status: ProductStatus;
  contentHash: Uint8Array | null;
}

export type NewCategory = Pick<CategoryDraft, "name" | "position" | "slug" | "key"> & {
  id: string;
  parentId: string | null;
  ancestorIds: string[];
};

export interface SavedProduct extends Omit<ProductDraft, "contentHash"> {
  id: string;
  status: ProductStatus;
  /** Null keeps the one that is stored: the source has not spoken. */
  contentHash: Uint8Array | null;
  categoryIds: string[];
  variants: StoredVariant[];
  pictures: (ProductDraft["pictures"][number] & { id: string })[];
  at: Date;
}

export interface CatalogReader {
  getOffers(variantIds: string[]): Promise<Offer[]>;
  findKnown(source: string, externalIds: string[]): Promise<KnownProduct[]>;
  /** Products of these keys, and those that have these SKUs. */
  findStates(
    keys: readonly Pick<ProductState, "source" | "externalId">[],
    skus: readonly string[],
  ): Promise<ProductState[]>;
  statesOf(ids: readonly string[]): Promise<ProductState[]>;
  /** The next products by id, whatever their status. */
  pageOfStates(after: string | null, limit: number): Promise<ProductState[]>;
  categoriesOf(source: string): Promise<{ id: string; key: string; slug: string; ancestorIds: string[] }[]>;
  /** Ids by slug; an unknown slug is left out. */
  categoryIdsOf(slugs: readonly string[]): Promise<Map<string, string>>;
  /** By code; an unknown code is left out. */
  attributesOf(codes: readonly string[]): Promise<Map<string, AttributeJudge>>;
  /** The codes of all options of all products. */
  optionCodes(): Promise<string[]>;
}

export interface CatalogRepository extends CatalogReader {
  /** Imports of one source go one after the other; held to the end of the transaction. */
  lockSource(source: string): Promise<void>;
  /** Products of these keys and SKUs wait for the end of the transaction, as for an editor of staff. */
  lockStates(...named: Parameters<CatalogReader["findStates"]>): Promise<void>;
  /** Changes of the tree of categories go one after the other; held to the end of the transaction. */
  lockTree(): Promise<void>;
  takenSlugs(kind: "product" | "category", slugs: string[]): Promise<string[]>;
  addCategories(source: string, categories: NewCategory[]): Promise<void>;
  /** Adds those whose code is new; a known code with another type becomes mixed, but for a choice or date that a text is said of. */
  addAttributes(attributes: AttributeDraft[]): Promise<void>;
  /**
   * Adds or replaces products with all their parts; variants keep their ids by SKU, and those that are gone are archived:
   * their stock and orders stay. Returns the variants as stored.
   */
  saveProducts(source: string, products: SavedProduct[]): Promise<{ id: string; productId: string; sku: string }[]>;
}

/** Spans rooms: the counts come from the listing. */
export interface CategoryTree {
  categories(): Promise<CategoryNode[]>;
}
