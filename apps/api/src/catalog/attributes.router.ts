import { contract, type Endpoints } from "@vitrina/api-contract";
import { router, signedInProcedure } from "#trpc.ts";

const { list, get, use, create, change, remove } = contract.catalog.attributes;

export const attributesRouter = router({
  list: signedInProcedure("catalog:write")
    .input(list.input)
    .output(list.output)
    .query(({ ctx, input }) => ctx.services.attributes.list(input)),

  get: signedInProcedure("catalog:write")
    .input(get.input)
    .output(get.output)
    .query(({ ctx, input }) => ctx.services.attributes.get(input.code)),

  use: signedInProcedure("catalog:write")
    .input(use.input)
    .output(use.output)
    .query(({ ctx, input }) => ctx.services.attributes.use(input.code)),

  create: signedInProcedure("catalog:write")
    .input(create.input)
    .output(create.output)
    .mutation(({ ctx, input }) => ctx.services.attributes.create(ctx.principal.userId, input)),

  change: signedInProcedure("catalog:write")
    .input(change.input)
    .output(change.output)
    .mutation(({ ctx, input }) => ctx.services.attributes.change(ctx.principal.userId, input)),

  remove: signedInProcedure("catalog:write")
    .input(remove.input)
    .output(remove.output)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.attributes.remove(ctx.principal.userId, input);
      return {};
    }),
} satisfies Endpoints<typeof contract.catalog.attributes>);
