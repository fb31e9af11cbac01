import { contract, type Endpoints } from "@vitrina/api-contract";
import { router, signedInProcedure } from "#trpc.ts";

const { list, get, create, change, end, entries, setEntries } = contract.pricing.lists;

export const listsRouter = router({
  list: signedInProcedure("prices:read")
    .input(list.input)
    .output(list.output)
    .query(({ ctx }) => ctx.services.priceLists.list()),

  get: signedInProcedure("prices:read")
    .input(get.input)
    .output(get.output)
    .query(({ ctx, input }) => ctx.services.priceLists.get(input.id)),

  create: signedInProcedure("prices:write")
    .input(create.input)
    .output(create.output)
    .mutation(({ ctx, input }) => ctx.services.priceLists.create(ctx.principal.userId, input)),

  change: signedInProcedure("prices:write")
    .input(change.input)
    .output(change.output)
    .mutation(({ ctx, input }) => ctx.services.priceLists.change(ctx.principal.userId, input)),

  end: signedInProcedure("prices:write")
    .input(end.input)
    .output(end.output)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.priceLists.end(ctx.principal.userId, input);
      return {};
    }),

  entries: signedInProcedure("prices:read")
    .input(entries.input)
    .output(entries.output)
    .query(({ ctx, input }) => ctx.services.priceLists.entries(input)),

  setEntries: signedInProcedure("prices:write")
    .input(setEntries.input)
    .output(setEntries.output)
    .mutation(({ ctx, input }) => ctx.services.priceLists.setEntries(ctx.principal.userId, input)),
} satisfies Endpoints<typeof contract.pricing.lists>);
