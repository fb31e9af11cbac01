import * as z from "zod";
import type { Currency, LocalizedText } from "@vitrina/domain/core";
import type { AttributeValue, Picture, ProductOption, Variant } from "./product.ts";

export const ProductStatus = z.enum(["draft", "published", "archived"]);
export type ProductStatus = z.infer<typeof ProductStatus>;
export const PRODUCT_STATUSES = ProductStatus.options;

/**
 * A variant that is archived is not sold any more; its stock, orders and SKU stay. Who says nothing of its attributes leaves
 * them as they are.
 */
export type StoredVariant = Variant & { archived: boolean; attributes?: Record<string, AttributeValue> };

/** A product with all its parts as they are stored, published or not. */
export interface ProductState {
  id: string;
  source: string;
  externalId: string;
  slug: string;
  version: number;
  status: ProductStatus;
  name: LocalizedText;
  description: LocalizedText;
  brand: string | null;
  model: string | null;
  attributes: Record<string, AttributeValue>;
  options: ProductOption[];
  taxClass: string;
  featured: boolean;
  releasedAt: Date | null;
  /** The primary one first. */
  categories: { id: string; slug: string }[];
  pictures: Picture[];
  variants: StoredVariant[];
}

/** What other rooms say of a variant: its prices of this moment in minor units, and the pieces on hand in the main place. */
export interface VariantTerms {
  prices: Partial<Record<Currency, { amount: number; compareAt: number | null }>>;
  stock: number;
}

/** By SKU. */
export type TermsBySku = ReadonlyMap<string, VariantTerms>;

/** Equal for values that PostgreSQL keeps as equal JSON: the order of keys says nothing. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([left], [right]) => (left < right ? -1 : 1)))
      : part,
  );
