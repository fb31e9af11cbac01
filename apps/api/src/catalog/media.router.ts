import { contract, type Endpoints } from "@vitrina/api-contract";
import { router, signedInProcedure } from "#trpc.ts";

const { get, save } = contract.catalog.media;

export const mediaRouter = router({
  get: signedInProcedure("catalog:write")
    .input(get.input)
    .output(get.output)
    .query(({ ctx, input }) => ctx.services.media.get(input.productId)),

  save: signedInProcedure("catalog:write")
    .input(save.input)
    .output(save.output)
    .mutation(({ ctx, input }) => ctx.services.media.save(ctx.principal.userId, input)),
} satisfies Endpoints<typeof contract.catalog.media>);
