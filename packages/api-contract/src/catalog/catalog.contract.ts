import { CategoryNode } from "@vitrina/domain/catalog";
import { Slug } from "@vitrina/domain/core";
import * as z from "zod";
import { attributesContract, typesContract } from "#catalog/attributes.contract.ts";
import { bulkContract } from "#catalog/bulk.contract.ts";
import { productsContract } from "#catalog/products.contract.ts";
import { query } from "#core/endpoint.ts";
import { importsContract } from "./imports.contract.ts";
import { translationsContract } from "./translations.contract.ts";
import { linksContract } from "./links.contract.ts";
import { mediaContract } from "./media.contract.ts";
import { collectionsContract } from "./collections.contract.ts";
import { treeContract } from "./tree.contract.ts";

export const catalogContract = {
  imports: importsContract,
  /** The whole tree of categories that have published products, parents before children, at most 500. */
  categories: query({ input: z.void(), output: z.array(CategoryNode).max(500) }),
  /** Where something is found now that was at `slug` once. Refused `core.not-found`, and `catalog.gone` for what is no longer sold. */
  movedTo: query({
    input: z.strictObject({ kind: z.enum(["category", "collection", "product"]), slug: Slug }),
    output: z.object({ slug: Slug }),
  }),
  tree: treeContract,
  products: productsContract,
  bulk: bulkContract,
  media: mediaContract,
  links: linksContract,
  translations: translationsContract,
  attributes: attributesContract,
  types: typesContract,
  collections: collectionsContract,
};
