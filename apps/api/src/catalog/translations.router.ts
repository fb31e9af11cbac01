import { contract, type Endpoints } from "@vitrina/api-contract";
import { router, signedInProcedure } from "#trpc.ts";

const { get, list, save } = contract.catalog.translations;

export const translationsRouter = router({
  get: signedInProcedure("catalog:write")
    .input(get.input)
    .output(get.output)
    .query(({ ctx, input }) => ctx.services.translations.get(input)),

  list: signedInProcedure("catalog:write")
    .input(list.input)
    .output(list.output)
    .query(({ ctx, input }) => ctx.services.translations.list(input)),

  save: signedInProcedure("catalog:write")
    .input(save.input)
    .output(save.output)
    .mutation(({ ctx, input }) => ctx.services.translations.save(ctx.principal.userId, input)),
} satisfies Endpoints<typeof contract.catalog.translations>);
