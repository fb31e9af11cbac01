import { contract, type Endpoints } from "@vitrina/api-contract";
import { router, signedInProcedure } from "#trpc.ts";

const { list, product } = contract.search.asOf;

export const asOfRouter = router({
  list: signedInProcedure("prices:read")
    .input(list.input)
    .output(list.output)
    .query(({ ctx, input }) => ctx.services.asOf.list(input)),

  product: signedInProcedure("prices:read")
    .input(product.input)
    .output(product.output)
    .query(({ ctx, input }) => ctx.services.asOf.product(input)),
} satisfies Endpoints<typeof contract.search.asOf>);
