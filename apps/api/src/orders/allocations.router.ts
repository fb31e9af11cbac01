import { contract, type Endpoints } from "@vitrina/api-contract";
import { router, signedInProcedure } from "#trpc.ts";

const { list, repair } = contract.orders.allocations;

export const allocationsRouter = router({
  list: signedInProcedure("stock:read")
    .input(list.input)
    .output(list.output)
    .query(({ ctx }) => ctx.services.allocations.list()),

  repair: signedInProcedure("stock:write")
    .input(repair.input)
    .output(repair.output)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.allocations.repair(ctx.principal.userId, input);
      return {};
    }),
} satisfies Endpoints<typeof contract.orders.allocations>);
