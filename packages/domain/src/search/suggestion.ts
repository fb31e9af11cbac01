import * as z from "zod";
import { Currency, Locale } from "@vitrina/domain/core";
import { CategoryLink } from "@vitrina/domain/catalog";
import { ListingRow } from "./listing.ts";

export const MOST_SUGGESTED = { queries: 2, categories: 2, brands: 1, products: 5 } as const;

/** What somebody has typed so far. */
export const SuggestQuery = z.strictObject({
  q: z.string().trim().max(200),
  currency: Currency,
  locale: Locale.optional(),
});
export type SuggestQuery = z.infer<typeof SuggestQuery>;

/** At most ten rows (SRCH-05); all empty when there is nothing to suggest. */
export const Suggestions = z.object({
  /** What many others searched for. */
  queries: z.array(z.string()).max(MOST_SUGGESTED.queries),
  categories: z.array(CategoryLink).max(MOST_SUGGESTED.categories),
  /** `key` is that of the value of the facet `brand`. */
  brands: z.array(z.object({ key: z.string(), name: z.string() })).max(MOST_SUGGESTED.brands),
  products: z.array(ListingRow).max(MOST_SUGGESTED.products),
});
export type Suggestions = z.infer<typeof Suggestions>;
