import {
  CATEGORIES_PER_PAGE,
  CategoryChange,
  CategoryChoice,
  CategoryEntry,
  CategoryMove,
  CATEGORY_CHOICES,
  PlacedCategory,
  ShopCategory,
} from "@vitrina/domain/catalog";
import { Id } from "@vitrina/domain/core";
import * as z from "zod";
import { mutation, query } from "#core/endpoint.ts";
import { pageInput } from "#core/page.ts";

const Named = ShopCategory.pick({ id: true, version: true }).strict();

/** The tree of categories as the people of the shop keep it (CAT-06). */
export const treeContract = {
  /** Directly below `parentId`, null being the root, in their order. */
  list: query({
    input: z.strictObject({ parentId: Id.nullable(), ...pageInput }),
    output: z.object({ rows: z.array(ShopCategory).max(CATEGORIES_PER_PAGE), nextCursor: z.string().nullable() }),
  }),
  get: query({ input: z.strictObject({ id: Id }), output: PlacedCategory }),
  /** Categories with a word of their name that begins with `q`. */
  choices: query({
    input: z.strictObject({ q: z.string().trim().max(100) }),
    output: z.array(CategoryChoice).max(CATEGORY_CHOICES),
  }),
  create: mutation({ input: CategoryEntry, output: PlacedCategory }),
  change: mutation({ input: CategoryChange, output: PlacedCategory }),
  move: mutation({ input: CategoryMove, output: PlacedCategory }),
  remove: mutation({ input: Named, output: z.object({}) }),
};
