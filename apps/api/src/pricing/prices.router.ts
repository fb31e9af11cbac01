import { contract, type Endpoints } from "@vitrina/api-contract";
import { router, signedInProcedure } from "#trpc.ts";

const { list, timeline, set, preview, schedule, cancel } = contract.pricing.prices;

export const pricesRouter = router({
  list: signedInProcedure("prices:read")
    .input(list.input)
    .output(list.output)
    .query(({ ctx, input }) => ctx.services.priceBook.list(input)),

  timeline: signedInProcedure("prices:read")
    .input(timeline.input)
    .output(timeline.output)
    .query(({ ctx, input }) => ctx.services.priceBook.timeline(input.variantId)),

  set: signedInProcedure("prices:write")
    .input(set.input)
    .output(set.output)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.priceBook.set(ctx.principal.userId, input.prices);
      return {};
    }),

  preview: signedInProcedure("prices:read")
    .input(preview.input)
    .output(preview.output)
    .query(async ({ ctx, input }) => ({ prices: await ctx.services.priceBook.preview(input) })),

  schedule: signedInProcedure("prices:write")
    .input(schedule.input)
    .output(schedule.output)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.priceBook.schedule(ctx.principal.userId, input);
      return {};
    }),

  cancel: signedInProcedure("prices:write")
    .input(cancel.input)
    .output(cancel.output)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.priceBook.cancel(ctx.principal.userId, input.id);
      return {};
    }),
} satisfies Endpoints<typeof contract.pricing.prices>);
