import { contract, type Endpoints } from "@vitrina/api-contract";
import { attributesRouter } from "#catalog/attributes.router.ts";
import { bulkRouter } from "#catalog/bulk.router.ts";
import { productsRouter } from "#catalog/products.router.ts";
import { typesRouter } from "#catalog/types.router.ts";
import { openProcedure, router } from "#trpc.ts";
import { importsRouter } from "./imports.router.ts";
import { translationsRouter } from "./translations.router.ts";
import { linksRouter } from "./links.router.ts";
import { mediaRouter } from "./media.router.ts";
import { collectionsRouter } from "./collections.router.ts";
import { treeRouter } from "./tree.router.ts";

const { categories, movedTo } = contract.catalog;

export const catalogRouter = router({
  imports: importsRouter,
  categories: openProcedure("catalog:read")
    .input(categories.input)
    .output(categories.output)
    .query(({ ctx }) => ctx.services.catalog.categories()),

  movedTo: openProcedure("catalog:read")
    .input(movedTo.input)
    .output(movedTo.output)
    .query(({ ctx, input: { kind, slug } }) =>
      kind === "product" ? ctx.services.products.movedTo(slug) : ctx.services.categories.movedTo(kind, slug),
    ),

  tree: treeRouter,
  products: productsRouter,
  bulk: bulkRouter,
  media: mediaRouter,
  links: linksRouter,
  translations: translationsRouter,
  attributes: attributesRouter,
  types: typesRouter,
  collections: collectionsRouter,
} satisfies Endpoints<typeof contract.catalog>);
