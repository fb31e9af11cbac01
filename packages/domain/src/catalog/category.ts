import { Id, LocalizedText, Slug, Version } from "@vitrina/domain/core";
import * as z from "zod";
import { CategoryLink } from "./product.ts";

/** Levels of the tree. */
export const MOST_LEVELS = 10;
export const CATEGORIES_PER_PAGE = 50;
export const CATEGORY_CHOICES = 20;

const Name = z.string().trim().min(1).max(120);
/** A name in at least one language. */
export const CategoryName = z
  .strictObject({ ru: Name.exactOptional(), en: Name.exactOptional() })
  .refine(({ ru, en }) => ru !== undefined || en !== undefined, "empty");

/** A category as the people of the shop see it (CAT-06). */
export const ShopCategory = z.object({
  id: Id,
  parentId: Id.nullable(),
  slug: Slug,
  name: LocalizedText,
  position: z.int(),
  version: Version,
  /** Categories directly below. */
  children: z.int(),
  /** Whether any product, published or not, is in it directly. */
  hasProducts: z.boolean(),
});
export type ShopCategory = z.infer<typeof ShopCategory>;

/** With the way to it, root first, itself left out. */
export const PlacedCategory = ShopCategory.extend({ path: z.array(CategoryLink).max(MOST_LEVELS) });
export type PlacedCategory = z.infer<typeof PlacedCategory>;

/** A category to choose from, with the names on the way to it. */
export const CategoryChoice = z.object({ id: Id, slug: Slug, path: z.array(LocalizedText).max(MOST_LEVELS) });
export type CategoryChoice = z.infer<typeof CategoryChoice>;

/** Without an address one is made of the name. */
export const CategoryEntry = z.strictObject({ parentId: Id.nullable(), name: CategoryName, slug: Slug.optional() });
export type CategoryEntry = z.infer<typeof CategoryEntry>;
export const CategoryChange = z.strictObject({ id: Id, version: Version, name: CategoryName, slug: Slug });
export type CategoryChange = z.infer<typeof CategoryChange>;
/** With all below it; `index` is its place among the new siblings, from 0; past their end it is the last. */
export const CategoryMove = z.strictObject({
  id: Id,
  version: Version,
  parentId: Id.nullable(),
  index: z.int().min(0).max(100_000),
});
export type CategoryMove = z.infer<typeof CategoryMove>;

/** Ids from the root to the category itself. */
export type Ancestors = Pick<ShopCategory, "id"> & { ancestorIds: string[] };

/** Whether the new parent lies within what is moved. */
export const makesCycle = (movedId: string, parent: Ancestors | null): boolean =>
  parent?.ancestorIds.includes(movedId) ?? false;

/** Whether something of `height` levels (1: nothing below it) is too much under the parent. */
export const isTooDeep = (parent: Ancestors | null, height: number): boolean =>
  (parent?.ancestorIds.length ?? 0) + height > MOST_LEVELS;
