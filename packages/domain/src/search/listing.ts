import * as z from "zod";
import { Amount, Currency, Id, LocalizedText, Slug } from "@vitrina/domain/core";
import { CategoryLink, Picture } from "@vitrina/domain/catalog";
import { Availability } from "@vitrina/domain/inventory";

export const PAGE_SIZE = 24;
export const ListingSort = z.enum(["relevance", "price", "price-desc", "newest", "rating"]);
export type ListingSort = z.infer<typeof ListingSort>;

/** A card of a list: one per product. `price` is the lowest of its variants. */
export const ListingRow = z.object({
  productId: Id,
  slug: Slug,
  name: LocalizedText,
  brand: z.string().nullable(),
  picture: Picture.nullable(),
  swatches: z.array(z.string()),
  price: z.object({ amount: Amount, highest: Amount, compareAt: Amount.nullable() }).nullable(),
  currency: Currency,
  availability: Availability,
  rating: z.object({ mean: z.number(), count: z.int() }).nullable(),
  /** Set when the product has exactly one variant, so that the card can add it. */
  variantId: Id.nullable(),
});
export type ListingRow = z.infer<typeof ListingRow>;

export const ListingQuery = z.strictObject({
  category: Slug.optional(),
  q: z.string().trim().max(200).optional(),
  currency: Currency,
  sort: ListingSort.optional(),
  /** Minor units. */
  min: Amount.optional(),
  max: Amount.optional(),
  inStock: z.boolean().optional(),
  page: z.int().min(1).max(400).default(1),
});
export type ListingQuery = z.infer<typeof ListingQuery>;

export const ListingPage = z.object({
  rows: z.array(ListingRow).max(PAGE_SIZE),
  total: z.int(),
  page: z.int(),
  pages: z.int(),
  sort: ListingSort,
  /** Lowest and highest price of the whole result before the price filter; minor units. */
  priceBounds: z.object({ min: Amount, max: Amount }).nullable(),
  /** Subcategories of the category, or the best categories of a search, with exact counts. */
  categories: z.array(CategoryLink.extend({ count: z.int() })),
  /** Root first; empty for a search over everything. */
  breadcrumb: z.array(CategoryLink),
  /** A corrected query that was searched instead, when the typed one found nothing. */
  correctedQuery: z.string().nullable(),
});
export type ListingPage = z.infer<typeof ListingPage>;
