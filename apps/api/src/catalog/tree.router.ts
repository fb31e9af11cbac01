import { contract, type Endpoints } from "@vitrina/api-contract";
import { router, signedInProcedure } from "#trpc.ts";

const { list, get, choices, create, change, move, remove } = contract.catalog.tree;

export const treeRouter = router({
  list: signedInProcedure("catalog:write")
    .input(list.input)
    .output(list.output)
    .query(({ ctx, input }) => ctx.services.categories.list(input)),

  get: signedInProcedure("catalog:write")
    .input(get.input)
    .output(get.output)
    .query(({ ctx, input }) => ctx.services.categories.get(input.id)),

  choices: signedInProcedure("catalog:write")
    .input(choices.input)
    .output(choices.output)
    .query(({ ctx, input }) => ctx.services.categories.choices(input.q)),

  create: signedInProcedure("catalog:write")
    .input(create.input)
    .output(create.output)
    .mutation(({ ctx, input }) => ctx.services.categories.create(ctx.principal.userId, input)),

  change: signedInProcedure("catalog:write")
    .input(change.input)
    .output(change.output)
    .mutation(({ ctx, input }) => ctx.services.categories.change(ctx.principal.userId, input)),

  move: signedInProcedure("catalog:write")
    .input(move.input)
    .output(move.output)
    .mutation(({ ctx, input }) => ctx.services.categories.move(ctx.principal.userId, input)),

  remove: signedInProcedure("catalog:write")
    .input(remove.input)
    .output(remove.output)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.categories.remove(ctx.principal.userId, input);
      return {};
    }),
} satisfies Endpoints<typeof contract.catalog.tree>);
