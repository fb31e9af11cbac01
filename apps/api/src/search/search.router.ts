import { contract, type Endpoints } from "@vitrina/api-contract";
import { asOfRouter } from "#search/as-of.router.ts";
import { tuningRouter } from "#search/tuning.router.ts";
import { openProcedure, router } from "#trpc.ts";

const { list, suggest, home, product, linked } = contract.search;

export const searchRouter = router({
  list: openProcedure("catalog:read")
    .input(list.input)
    .output(list.output)
    .query(async ({ ctx: { services, principal }, input }) => {
      const page = await services.search.list(input, principal?.userId);
      services.queries.note(input, page.correctedQuery === null ? page.total : 0);
      return page;
    }),

  suggest: openProcedure("catalog:read")
    .input(suggest.input)
    .output(suggest.output)
    .query(({ ctx, input }) => ctx.services.search.suggest(input, ctx.principal?.userId)),

  home: openProcedure("catalog:read")
    .input(home.input)
    .output(home.output)
    .query(({ ctx, input }) => ctx.services.search.home(input.currency, ctx.principal?.userId)),

  product: openProcedure("catalog:read")
    .input(product.input)
    .output(product.output)
    .query(({ ctx, input }) => ctx.services.search.product(input, ctx.principal?.userId)),

  linked: openProcedure("catalog:read")
    .input(linked.input)
    .output(linked.output)
    .query(({ ctx, input }) => ctx.services.search.linked(input, ctx.principal?.userId)),

  asOf: asOfRouter,
  tuning: tuningRouter,
} satisfies Endpoints<typeof contract.search>);
