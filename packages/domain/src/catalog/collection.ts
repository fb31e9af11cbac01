import { Id, LocalizedText, Slug, Version } from "@vitrina/domain/core";
import * as z from "zod";
import { CategoryName } from "./category.ts";
import { CollectionRule } from "./collection-rule.ts";

export const MAX_COLLECTIONS = 5000;
export const COLLECTIONS_PER_PAGE = 50;
export const MEMBERS_OF_COLLECTION_PER_PAGE = 25;
/** Products that are put in by one call. */
export const MOST_PICKED = 100;

const Description = z.string().trim().min(1).max(2000);

/** Products that belong together for a while or by what they are (CAT-07): put in by hand, or by a rule. */
export const Collection = z.object({
  id: Id,
  slug: Slug,
  name: LocalizedText,
  description: LocalizedText,
  /** Null: products are put in by hand. Whether there is one never changes. */
  rule: CollectionRule.nullable(),
  /** Whether shoppers find its page. */
  visible: z.boolean(),
  version: Version,
});
export type Collection = z.infer<typeof Collection>;

export const CollectionDraft = z.strictObject({
  name: CategoryName,
  description: z.strictObject({ ru: Description.exactOptional(), en: Description.exactOptional() }),
  slug: Slug.optional(),
  rule: CollectionRule.nullable(),
  visible: z.boolean(),
});
export type CollectionDraft = z.infer<typeof CollectionDraft>;

/** With the published products that are in it now; `filling` while a new rule is being asked of the catalogue. */
export const CountedCollection = Collection.extend({ products: z.int(), filling: z.boolean() });
export type CountedCollection = z.infer<typeof CountedCollection>;

/** What its page says of a collection that shoppers may see. */
export const CollectionPage = Collection.pick({ slug: true, name: true, description: true });
export type CollectionPage = z.infer<typeof CollectionPage>;

/** A product in a collection; by hand it is there before it is published, too. */
export const CollectionMember = z.object({ productId: Id, slug: Slug, name: LocalizedText, published: z.boolean() });
export type CollectionMember = z.infer<typeof CollectionMember>;
