import { contract, type Endpoints } from "@vitrina/api-contract";
import { router, signedInProcedure } from "#trpc.ts";

const { list, create, change, remove } = contract.inventory.locations;

export const locationsRouter = router({
  list: signedInProcedure("stock:read")
    .input(list.input)
    .output(list.output)
    .query(({ ctx }) => ctx.services.locations.list()),

  create: signedInProcedure("stock:write")
    .input(create.input)
    .output(create.output)
    .mutation(({ ctx, input }) => ctx.services.locations.create(ctx.principal.userId, input)),

  change: signedInProcedure("stock:write")
    .input(change.input)
    .output(change.output)
    .mutation(({ ctx, input }) => ctx.services.locations.change(ctx.principal.userId, input)),

  remove: signedInProcedure("stock:write")
    .input(remove.input)
    .output(remove.output)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.locations.remove(ctx.principal.userId, input);
      return {};
    }),
} satisfies Endpoints<typeof contract.inventory.locations>);
