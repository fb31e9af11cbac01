import * as z from "zod";
import { LocalizedText } from "@vitrina/domain/core";

/** Code of a facet: of an attribute, of an option, or `brand`. */
export const FacetCode = z.string().min(1).max(100);
const FacetKey = z.string().min(1).max(100);

/** Values that somebody chose: any of one facet, but of every facet named (SRCH-02). */
export const FacetFilter = z.strictObject({ code: FacetCode, keys: z.array(FacetKey).min(1).max(50) });
export type FacetFilter = z.infer<typeof FacetFilter>;

/** How many facets one list may be filtered by. */
export const MOST_FILTERS = 12;

export const FacetValue = z.object({
  /** What the address says. Of a number its digits, of a range `low..high`: from low up to, not including, high. */
  key: FacetKey,
  /** Empty for numbers and ranges, which each language writes its own way. */
  label: LocalizedText,
  swatch: z.string().nullable(),
  /** Products the list would hold with this value and every other facet's choice (the own facet left out). */
  count: z.int(),
  chosen: z.boolean(),
});
export type FacetValue = z.infer<typeof FacetValue>;

/** Values keep their order whatever is chosen; a chosen one stays at 0. */
export const Facet = z.object({
  code: FacetCode,
  name: LocalizedText,
  unit: LocalizedText.nullable(),
  kind: z.enum(["choice", "number", "range"]),
  values: z.array(FacetValue),
});
export type Facet = z.infer<typeof Facet>;

/** A filter by which nothing is found any more, and how many products come back without it; `code` for a facet. */
export const Loosening = z.object({
  filter: z.enum(["facet", "price", "stock", "stars"]),
  code: FacetCode.nullable(),
  count: z.int(),
});
export type Loosening = z.infer<typeof Loosening>;
