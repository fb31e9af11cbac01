import {
  Collection,
  CollectionDraft,
  CollectionMember,
  CollectionPage,
  CollectionRule,
  COLLECTIONS_PER_PAGE,
  CountedCollection,
  MEMBERS_OF_COLLECTION_PER_PAGE,
  MOST_ATTRIBUTES_OFFERED,
  MOST_PICKED,
  RuleAttribute,
} from "@vitrina/domain/catalog";
import { Id, Slug } from "@vitrina/domain/core";
import * as z from "zod";
import { mutation, query } from "#core/endpoint.ts";
import { pageInput } from "#core/page.ts";

const One = z.strictObject({ id: Id });
const Named = Collection.pick({ id: true, version: true }).strict();
const ByHand = One.extend({ productIds: z.array(Id).min(1).max(MOST_PICKED) });
const slugCursor = { ...pageInput, cursor: Slug.optional() };
const idCursor = { ...pageInput, cursor: Id.optional() };

/** Collections of products, by hand and by rule (CAT-07). */
export const collectionsContract = {
  /** What its page says of a collection that shoppers may see. Refused `core.not-found`. */
  page: query({ input: z.strictObject({ slug: Slug }), output: CollectionPage }),
  /** By address; `q`: with words of their names that begin so. */
  list: query({
    input: z.strictObject({ q: z.string().trim().max(100).optional(), ...slugCursor }),
    output: z.object({ rows: z.array(CountedCollection).max(COLLECTIONS_PER_PAGE), nextCursor: z.string().nullable() }),
  }),
  get: query({ input: One, output: CountedCollection }),
  members: query({
    input: One.extend(idCursor),
    output: z.object({
      rows: z.array(CollectionMember).max(MEMBERS_OF_COLLECTION_PER_PAGE),
      nextCursor: z.string().nullable(),
    }),
  }),
  /** How many published products a rule would let in now; of a wide rule an estimate that is not `exact`. */
  preview: query({
    input: z.strictObject({ rule: CollectionRule }),
    output: z.object({ products: z.int(), exact: z.boolean() }),
  }),
  /** Attributes for a condition: `q` is the beginning of a word of code or name. */
  attributes: query({
    input: z.strictObject({ q: z.string().trim().max(100) }),
    output: z.array(RuleAttribute).max(MOST_ATTRIBUTES_OFFERED),
  }),
  create: mutation({ input: CollectionDraft, output: CountedCollection }),
  change: mutation({ input: CollectionDraft.extend(Named.shape), output: CountedCollection }),
  remove: mutation({ input: Named, output: z.object({}) }),
  pick: mutation({ input: ByHand, output: CountedCollection }),
  drop: mutation({ input: ByHand, output: CountedCollection }),
};
