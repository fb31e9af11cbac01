import { AsOfListQuery, AsOfProduct, AsOfProductQuery, AsOfPromotion, AsOfRow } from "@vitrina/domain/search";
import * as z from "zod";
import { query } from "#core/endpoint.ts";
import { pageInput } from "#core/page.ts";

/** The shop as it was or will be at a moment, for staff (PRC-09). Refused `search.moment-out-of-range`. */
export const asOfContract = {
  /** What shoppers see, the latest made first; promotions come with the first page. */
  list: query({
    input: AsOfListQuery.extend(pageInput),
    output: z.object({
      rows: z.array(AsOfRow).max(24),
      promotions: z.array(AsOfPromotion).max(50),
      nextCursor: z.string().nullable(),
    }),
  }),
  /** A product with the public price of each variant and its reason. */
  product: query({ input: AsOfProductQuery, output: AsOfProduct }),
};
