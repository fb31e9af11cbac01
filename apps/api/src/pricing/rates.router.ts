import { contract, type Endpoints } from "@vitrina/api-contract";
import { router, signedInProcedure } from "#trpc.ts";

const { list, preview, add, end } = contract.pricing.rates;

export const ratesRouter = router({
  list: signedInProcedure("prices:read")
    .input(list.input)
    .output(list.output)
    .query(({ ctx }) => ctx.services.rates.list()),

  preview: signedInProcedure("prices:read")
    .input(preview.input)
    .output(preview.output)
    .query(({ ctx, input }) => ctx.services.rates.preview(input)),

  add: signedInProcedure("prices:write")
    .input(add.input)
    .output(add.output)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.rates.add(ctx.principal.userId, input);
      return {};
    }),

  end: signedInProcedure("prices:write")
    .input(end.input)
    .output(end.output)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.rates.end(ctx.principal.userId, input);
      return {};
    }),
} satisfies Endpoints<typeof contract.pricing.rates>);
