import { contract, type Endpoints } from "@vitrina/api-contract";
import { router, signedInProcedure } from "#trpc.ts";

const { list, add, end } = contract.pricing.taxes;

export const taxesRouter = router({
  list: signedInProcedure("prices:read")
    .input(list.input)
    .output(list.output)
    .query(({ ctx, input }) => ctx.services.taxBook.list(input)),

  add: signedInProcedure("prices:write")
    .input(add.input)
    .output(add.output)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.taxBook.add(ctx.principal.userId, input);
      return {};
    }),

  end: signedInProcedure("prices:write")
    .input(end.input)
    .output(end.output)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.taxBook.end(ctx.principal.userId, input);
      return {};
    }),
} satisfies Endpoints<typeof contract.pricing.taxes>);
