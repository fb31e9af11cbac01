import {
  MOST_CATEGORIES,
  MOST_VARIANTS,
  NewProduct,
  OptionsDraft,
  ProductFacts,
  ProductRow,
  ProductSheet,
  ProductStatus,
  PublishBlocker,
  VariantDraft,
} from "@vitrina/domain/catalog";
import { Id, Instant, Version } from "@vitrina/domain/core";
import * as z from "zod";
import { mutation, query } from "#core/endpoint.ts";
import { pageInput } from "#core/page.ts";

const One = z.strictObject({ id: Id });
/** As it was when its editor saw it. */
const Seen = One.extend({ version: Version });

/** Products by staff, published or not (CAT-01, -04, -08, -09). */
export const productsContract = {
  /** The latest changed first. `q`: beginnings of words of the name, brand or model, or the beginning of a SKU. */
  list: query({
    input: z.strictObject({
      q: z.string().trim().max(200).optional(),
      status: ProductStatus.optional(),
      ...pageInput,
    }),
    output: z.object({ products: z.array(ProductRow).max(25), nextCursor: z.string().nullable() }),
  }),
  get: query({ input: One, output: ProductSheet }),
  create: mutation({ input: NewProduct, output: ProductSheet }),
  /** Refused `catalog.product-changed` with what differs when somebody else was faster. */
  change: mutation({ input: ProductFacts.extend(Seen.shape), output: ProductSheet }),
  /** Into these categories and no others; the first is the primary one. */
  classify: mutation({
    input: Seen.extend({
      categoryIds: z
        .array(Id)
        .max(MOST_CATEGORIES)
        .refine((ids) => new Set(ids).size === ids.length, "twice"),
    }),
    output: ProductSheet,
  }),
  /** Only what was never ordered. */
  remove: mutation({ input: Seen, output: z.object({}) }),
  /** Variants follow: a new option gives them its first value. */
  setOptions: mutation({ input: Seen.extend({ options: OptionsDraft }), output: ProductSheet }),
  /** Adds a variant for each combination that is missing. */
  generateVariants: mutation({ input: Seen, output: ProductSheet }),
  /** Adds those without an id, changes the others; what is left out stays. */
  saveVariants: mutation({
    input: Seen.extend({ variants: z.array(VariantDraft).min(1).max(MOST_VARIANTS) }),
    output: ProductSheet,
  }),
  /** They are not sold any more; their SKUs, stock and orders stay. */
  archiveVariants: mutation({
    input: Seen.extend({ ids: z.array(Id).min(1).max(MOST_VARIANTS) }),
    output: ProductSheet,
  }),
  /** "Can it be bought?": all that is missing. */
  checklist: query({ input: One, output: z.array(PublishBlocker).max(200) }),
  /** `from` null: at once; `until` null: without end. Refused `catalog.not-publishable` with all that is missing. */
  publish: mutation({
    input: Seen.extend({ from: Instant.nullable(), until: Instant.nullable() }),
    output: ProductSheet,
  }),
  unpublish: mutation({ input: Seen, output: ProductSheet }),
  archive: mutation({ input: Seen, output: ProductSheet }),
};
