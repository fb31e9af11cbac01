import type { AttributeDraft, CategoryDraft, ProductDraft } from "./product-draft.ts";
import type { CategoryNode, Offer } from "./product.ts";

export interface KnownProduct {
  id: string;
  externalId: string;
  slug: string;
  contentHash: Uint8Array | null;
}

export type NewCategory = Pick<CategoryDraft, "name" | "position" | "slug" | "key"> & {
  id: string;
  parentId: string | null;
  ancestorIds: string[];
};

export interface SavedProduct extends ProductDraft {
  id: string;
  categoryIds: string[];
  variants: (ProductDraft["variants"][number] & { id: string })[];
  pictures: (ProductDraft["pictures"][number] & { id: string })[];
  at: Date;
}

export interface CatalogReader {
  getOffers(variantIds: string[]): Promise<Offer[]>;
  findKnown(source: string, externalIds: string[]): Promise<KnownProduct[]>;
}

export interface CatalogRepository extends CatalogReader {
  /** Imports of one source go one after the other; held to the end of the transaction. */
  lockSource(source: string): Promise<void>;
  /** Changes of the tree of categories go one after the other; held to the end of the transaction. */
  lockTree(): Promise<void>;
  takenSlugs(kind: "product" | "category", slugs: string[]): Promise<string[]>;
  categoriesOf(source: string): Promise<{ id: string; key: string; ancestorIds: string[] }[]>;
  addCategories(source: string, categories: NewCategory[]): Promise<void>;
  /** Adds those whose code is new; a known code with another type becomes mixed. */
  addAttributes(attributes: AttributeDraft[]): Promise<void>;
  /** Adds or replaces products with all their parts; variants keep their ids by SKU. Returns the variants as stored. */
  saveProducts(source: string, products: SavedProduct[]): Promise<{ id: string; productId: string; sku: string }[]>;
}

/** Spans rooms: the counts come from the listing. */
export interface CategoryTree {
  categories(): Promise<CategoryNode[]>;
}
