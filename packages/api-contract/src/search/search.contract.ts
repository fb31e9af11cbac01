import { Currency, Slug } from "@vitrina/domain/core";
import {
  LinkedProducts,
  ListingPage,
  ListingQuery,
  ListingRow,
  ProductPage,
  SuggestQuery,
  Suggestions,
} from "@vitrina/domain/search";
import * as z from "zod";
import { query } from "#core/endpoint.ts";
import { asOfContract } from "#search/as-of.contract.ts";
import { tuningContract } from "#search/tuning.contract.ts";

const HomeShelves = z.object({
  featured: z.array(ListingRow).max(20),
  newest: z.array(ListingRow).max(20),
  reduced: z.array(ListingRow).max(20),
});

export const searchContract = {
  /** One page of a category or of a text search (CAT-11, SRCH-01). */
  list: query({ input: ListingQuery, output: ListingPage }),
  /** While somebody types (SRCH-05). */
  suggest: query({ input: SuggestQuery, output: Suggestions }),
  home: query({ input: z.strictObject({ currency: Currency }), output: HomeShelves }),
  /** A product's page (CAT-10). Refused `core.not-found`. */
  product: query({ input: z.strictObject({ slug: Slug, currency: Currency }), output: ProductPage }),
  /** Cards that a product's page leads to (CAT-12). */
  linked: query({ input: z.strictObject({ slug: Slug, currency: Currency }), output: LinkedProducts }),
  asOf: asOfContract,
  tuning: tuningContract,
};
