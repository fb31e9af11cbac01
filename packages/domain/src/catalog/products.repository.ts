import type { Position } from "@vitrina/domain/core";
import type { Attribute } from "./attribute.ts";
import type { ProductFacts, ProductRow, ProductSheet, VariantDraft, VariantSheet } from "./product-sheet.ts";
import type { ProductStatus } from "./product-state.ts";
import type { Gone } from "./products.errors.ts";

export interface ProductsPage {
  /** Beginnings of words of the name, brand or model, or the beginning of a SKU; undefined: everything. */
  text?: string | undefined;
  status?: ProductStatus | undefined;
  now: Date;
  /** The last product of the page before. */
  after: Position | null;
  limit: number;
}

/** A product as it is stored, without what hangs on it. */
export type StoredProduct = ProductFacts & {
  id: string;
  status: ProductStatus;
  publishAt: Date | null;
  unpublishAt: Date | null;
  options: ProductSheet["options"];
  version: number;
};
export type Publication = Pick<StoredProduct, "status" | "publishAt" | "unpublishAt">;

/** Whom a write is for; it raises the version by one. */
export interface Touched {
  id: string;
  at: Date;
}

export interface ProductsReader {
  /** The latest changed first. */
  list(page: ProductsPage): Promise<ProductRow[]>;
  find(id: string, now: Date): Promise<ProductSheet | null>;
  countPictures(id: string): Promise<number>;
  /** What is or was at an address. */
  findAt(slug: string): Promise<(Pick<ProductSheet, "slug" | "status" | "name"> & Gone["details"]) | null>;
}

export interface ProductsRepository extends ProductsReader {
  takenSlugs(slugs: string[]): Promise<string[]>;
  /** @throws SlugTaken */
  add(product: Pick<StoredProduct, "id" | "slug" | "name" | "typeId">, at: Date): Promise<void>;
  /** Holds the product and its variants until the transaction ends. */
  lock(id: string): Promise<StoredProduct | null>;
  /** The former slug goes on leading to the product. @throws SlugTaken */
  saveFacts(touched: Touched, facts: ProductFacts & { former: string }): Promise<void>;
  /** Before anything else: changes of the tree of categories go one after the other. */
  lockTree(): Promise<void>;
  /** Their slugs, the primary one first. */
  categoriesOf(id: string): Promise<string[]>;
  /** The first is the primary one. @throws NotFound for one that is not there */
  saveCategories(touched: Touched, categoryIds: string[]): Promise<void>;
  savePublication(touched: Touched, publication: Publication): Promise<void>;
  saveOptions(touched: Touched, options: ProductSheet["options"]): Promise<void>;
  /** With all that hangs on it. */
  remove(id: string): Promise<void>;

  variantsOf(productId: string): Promise<VariantSheet[]>;
  /** Adds or changes them, and raises the version of the product. @throws SkuTaken */
  saveVariants(touched: Touched, variants: (VariantDraft & { id: string })[]): Promise<void>;
  /** Not sold any more; stock, orders and SKUs stay. Raises the version of the product. */
  archiveVariants(touched: Touched, ids: string[]): Promise<void>;
  /** Gives variants other combinations; leaves the version. */
  moveVariants(touched: Touched, variants: Pick<VariantSheet, "id" | "optionValues">[]): Promise<void>;

  /** Held, so that nobody changes or removes them before the transaction ends. */
  attributesOf(codes: string[]): Promise<Attribute[]>;
}
