import * as z from "zod";
import { LocalizedText, Slug } from "@vitrina/domain/core";
import type { ProductState } from "./product-state.ts";
import { AttributeValue, Picture, ProductOption, Variant } from "./product.ts";

const Text = LocalizedText.refine(({ ru, en }) => ru !== undefined || en !== undefined, "empty");

/** A category as a source knows it; `key` is unique within the source, `parentKey` comes before it. */
export const CategoryDraft = z.object({
  key: z.string().max(2000),
  parentKey: z.string().nullable(),
  name: Text,
  /** The wished address; another one is made when it is taken. */
  slug: Slug,
  /** Root first: what makes the address longer. */
  parentSlugs: z.array(Slug),
  position: z.int(),
});
export type CategoryDraft = z.infer<typeof CategoryDraft>;

export const AttributeDraft = z.object({
  code: z.string().min(1).max(100),
  name: Text,
  unit: Text.nullable(),
  type: z.enum(["text", "number", "boolean", "mixed"]),
  position: z.int(),
});
export type AttributeDraft = z.infer<typeof AttributeDraft>;

/** A published product as a source knows it, identified by (source, externalId). */
export const ProductDraft = z.object({
  externalId: z.string().min(1).max(200),
  /** The wished address; another one is made when it is taken, and a product keeps the one it has. */
  slug: Slug,
  name: Text,
  description: LocalizedText,
  brand: z.string().min(1).max(200).nullable(),
  model: z.string().min(1).max(300).nullable(),
  attributes: z.record(z.string().min(1).max(100), AttributeValue),
  options: z.array(ProductOption),
  taxClass: z.string(),
  /** Keys of its categories, the primary one first. */
  categoryKeys: z.array(z.string()),
  featured: z.boolean(),
  releasedAt: z.date().nullable(),
  pictures: z.array(Picture).max(20),
  variants: z
    .array(Variant.omit({ id: true }).extend({ sku: z.string().min(1).max(200) }))
    .min(1)
    .max(2000),
  /** Of everything the source says of the product: equal hashes mean that nothing has changed. */
  contentHash: z.instanceof(Uint8Array),
});
export type ProductDraft = z.infer<typeof ProductDraft>;

export interface ProductBatch {
  source: string;
  categories: CategoryDraft[];
  attributes: AttributeDraft[];
  products: ProductDraft[];
  /** Writes unchanged ones too. */
  force?: boolean;
}

export interface ImportedProduct {
  externalId: string;
  productId: string;
  outcome: "created" | "changed" | "unchanged";
  /** How it was; null when created or unchanged. */
  before: ProductState | null;
  /** Empty when unchanged. */
  variants: { id: string; sku: string }[];
}
