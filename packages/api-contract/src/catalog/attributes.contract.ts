import {
  Attribute,
  AttributeTerms,
  AttributeUse,
  OwnCode,
  ProductType,
  ProductTypeDraft,
} from "@vitrina/domain/catalog";
import { Id, Version } from "@vitrina/domain/core";
import * as z from "zod";
import { mutation, query } from "#core/endpoint.ts";
import { pageInput } from "#core/page.ts";

const Code = z.strictObject({ code: Attribute.shape.code });
const Seen = Code.extend({ version: Version });
const SeenType = z.strictObject({ id: Id, version: Version });

/** What products can say of themselves (CAT-02). */
export const attributesContract = {
  /** By code. `q`: a part of the code or the name. */
  list: query({
    input: z.strictObject({ q: z.string().trim().max(100).optional(), ...pageInput }),
    output: z.object({ attributes: z.array(Attribute).max(50), nextCursor: z.string().nullable() }),
  }),
  get: query({ input: Code, output: Attribute }),
  /** How many products and types a change would concern. */
  use: query({ input: Code, output: AttributeUse }),
  create: mutation({ input: AttributeTerms.extend({ code: OwnCode }), output: Attribute }),
  /** Refused `catalog.attribute-in-use` for another type, or without a choice, that products have. */
  change: mutation({ input: AttributeTerms.extend(Seen.shape), output: Attribute }),
  remove: mutation({ input: Seen, output: z.object({}) }),
};

/** Sorts of products (CAT-02). */
export const typesContract = {
  list: query({ input: z.void(), output: z.array(ProductType).max(200) }),
  use: query({ input: z.strictObject({ id: Id }), output: z.object({ products: z.int() }) }),
  create: mutation({ input: ProductTypeDraft, output: ProductType }),
  change: mutation({ input: ProductTypeDraft.extend(SeenType.shape), output: ProductType }),
  remove: mutation({ input: SeenType, output: z.object({}) }),
};
