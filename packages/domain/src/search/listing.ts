import * as z from "zod";
import { Amount, Currency, Id, Locale, LocalizedText, Slug } from "@vitrina/domain/core";
import { CategoryLink, MOST_LINKS, Picture } from "@vitrina/domain/catalog";
import { LowestPrice } from "@vitrina/domain/pricing";
import { Availability } from "@vitrina/domain/inventory";
import { Facet, FacetFilter, Loosening, MOST_FILTERS } from "./facet.ts";

export const PAGE_SIZE = 24;
export const ListingSort = z.enum(["relevance", "price", "price-desc", "newest", "rating", "best-selling"]);
export type ListingSort = z.infer<typeof ListingSort>;

/** A card of a list: one per product. `price` is the lowest of its variants. */
export const ListingRow = z.object({
  productId: Id,
  slug: Slug,
  name: LocalizedText,
  brand: z.string().nullable(),
  picture: Picture.nullable(),
  swatches: z.array(z.string()),
  price: z
    .object({
      amount: Amount,
      highest: Amount,
      compareAt: Amount.nullable(),
      /** Where a cut is announced (PRC-07). */
      lowest: LowestPrice.nullable().default(null),
    })
    .nullable(),
  currency: Currency,
  availability: Availability,
  rating: z.object({ mean: z.number(), count: z.int() }).nullable(),
  /** Set when the product has exactly one variant, so that the card can add it. */
  variantId: Id.nullable(),
});
export type ListingRow = z.infer<typeof ListingRow>;

/** Sort key (and for a text search the default order's) and id of the last row of a page, or of none: "129900~…". */
export const ListingCursor = z.string().max(120);

const ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const WHOLE = "-?\\d{1,18}";
const CURSORS = {
  text: new RegExp(`^-?\\d{1,4}(?:\\.\\d{1,20})?(?:e-\\d{1,2})?~${WHOLE}~${ID}$`),
  rating: new RegExp(`^\\d{1,2}(?:\\.\\d{1,9})?~${ID}$`),
  other: new RegExp(`^(?:none|${WHOLE})~${ID}$`),
};

/** Whether the cursor is one of this list's order; of another's, or made up, it leads nowhere and the page is counted off. */
export function isCursorOf(after: string, { sort, text }: { sort: ListingSort; text: boolean }): boolean {
  if (text && sort === "relevance") return CURSORS.text.test(after);
  return CURSORS[sort === "rating" ? "rating" : "other"].test(after);
}

export const ListingQuery = z.strictObject({
  category: Slug.optional(),
  /** Instead of a category. */
  collection: Slug.optional(),
  q: z.string().trim().max(200).optional(),
  currency: Currency,
  /** The shopper's: synonyms of the other language are left out. */
  locale: Locale.optional(),
  sort: ListingSort.optional(),
  /** Minor units. */
  min: Amount.optional(),
  max: Amount.optional(),
  inStock: z.boolean().optional(),
  /** At least so many stars on average. */
  stars: z.int().min(1).max(4).optional(),
  filters: z.array(FacetFilter).max(MOST_FILTERS).optional(),
  /** Whether to count facets, which costs more than the list alone. */
  withFacets: z.boolean().optional(),
  page: z.int().min(1).max(400).default(1),
  /** `next` of the page before: where to go on, also when the catalogue changed meanwhile. Without it `page` is counted off. */
  after: ListingCursor.optional(),
});
export type ListingQuery = z.infer<typeof ListingQuery>;

/** CAT-12: what a product's page leads to, of what is sold in the currency now. */
export const LinkedProducts = z.object({
  /** Chosen by staff, else the most prominent others of its category. */
  related: z.array(ListingRow).max(MOST_LINKS),
  accessories: z.array(ListingRow).max(MOST_LINKS),
  replacements: z.array(ListingRow).max(MOST_LINKS),
});
export type LinkedProducts = z.infer<typeof LinkedProducts>;

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
  /** Empty unless asked for: the most telling first, brand before all. */
  facets: z.array(Facet),
  /** Chosen values that no product ever had; they were left out. */
  ignored: z.array(FacetFilter),
  /** When nothing is found: which filter to take off, the most fruitful first. */
  loosen: z.array(Loosening),
  /** Hand it in as `after` for the next page; null at the end. */
  next: ListingCursor.nullable(),
  /** A corrected query that was searched instead, when the typed one found nothing. */
  correctedQuery: z.string().nullable(),
});
export type ListingPage = z.infer<typeof ListingPage>;
