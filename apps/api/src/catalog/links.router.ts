import { contract, type Endpoints } from "@vitrina/api-contract";
import { router, signedInProcedure } from "#trpc.ts";

const { get, save } = contract.catalog.links;

export const linksRouter = router({
  get: signedInProcedure("catalog:write")
    .input(get.input)
    .output(get.output)
    .query(({ ctx, input }) => ctx.services.links.get(input.productId)),

  save: signedInProcedure("catalog:write")
    .input(save.input)
    .output(save.output)
    .mutation(({ ctx, input }) => ctx.services.links.save(ctx.principal.userId, input)),
} satisfies Endpoints<typeof contract.catalog.links>);
