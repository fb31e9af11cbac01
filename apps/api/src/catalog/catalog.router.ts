import { contract, type Endpoints } from "@vitrina/api-contract";
import { openProcedure, router } from "#trpc.ts";

const { categories } = contract.catalog;

export const catalogRouter = router({
  categories: openProcedure("catalog:read")
    .input(categories.input)
    .output(categories.output)
    .query(({ ctx }) => ctx.services.catalog.categories()),
} satisfies Endpoints<typeof contract.catalog>);
