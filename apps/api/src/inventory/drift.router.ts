import { contract, type Endpoints } from "@vitrina/api-contract";
import { router, signedInProcedure } from "#trpc.ts";

const { list, repair } = contract.inventory.drift;

export const driftRouter = router({
  list: signedInProcedure("stock:read")
    .input(list.input)
    .output(list.output)
    .query(({ ctx }) => ctx.services.reconcile.list()),

  repair: signedInProcedure("stock:write")
    .input(repair.input)
    .output(repair.output)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.reconcile.repair(ctx.principal.userId, input);
      return {};
    }),
} satisfies Endpoints<typeof contract.inventory.drift>);
