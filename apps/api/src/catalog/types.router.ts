import { contract, type Endpoints } from "@vitrina/api-contract";
import { router, signedInProcedure } from "#trpc.ts";

const { list, use, create, change, remove } = contract.catalog.types;

export const typesRouter = router({
  list: signedInProcedure("catalog:write")
    .input(list.input)
    .output(list.output)
    .query(({ ctx }) => ctx.services.productTypes.list()),

  use: signedInProcedure("catalog:write")
    .input(use.input)
    .output(use.output)
    .query(({ ctx, input }) => ctx.services.productTypes.use(input.id)),

  create: signedInProcedure("catalog:write")
    .input(create.input)
    .output(create.output)
    .mutation(({ ctx, input }) => ctx.services.productTypes.create(ctx.principal.userId, input)),

  change: signedInProcedure("catalog:write")
    .input(change.input)
    .output(change.output)
    .mutation(({ ctx, input }) => ctx.services.productTypes.change(ctx.principal.userId, input)),

  remove: signedInProcedure("catalog:write")
    .input(remove.input)
    .output(remove.output)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.productTypes.remove(ctx.principal.userId, input);
      return {};
    }),
} satisfies Endpoints<typeof contract.catalog.types>);
