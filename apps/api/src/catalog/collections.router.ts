import { contract, type Endpoints } from "@vitrina/api-contract";
import { openProcedure, router, signedInProcedure } from "#trpc.ts";

const { page, list, get, members, preview, attributes, create, change, remove, pick, drop } =
  contract.catalog.collections;

export const collectionsRouter = router({
  page: openProcedure("catalog:read")
    .input(page.input)
    .output(page.output)
    .query(({ ctx, input }) => ctx.services.collections.page(input.slug)),

  list: signedInProcedure("catalog:write")
    .input(list.input)
    .output(list.output)
    .query(({ ctx, input }) => ctx.services.collections.list(input)),

  get: signedInProcedure("catalog:write")
    .input(get.input)
    .output(get.output)
    .query(({ ctx, input }) => ctx.services.collections.get(input.id)),

  members: signedInProcedure("catalog:write")
    .input(members.input)
    .output(members.output)
    .query(({ ctx, input }) => ctx.services.collections.members(input)),

  preview: signedInProcedure("catalog:write")
    .input(preview.input)
    .output(preview.output)
    .query(({ ctx, input }) => ctx.services.collections.preview(input.rule)),

  attributes: signedInProcedure("catalog:write")
    .input(attributes.input)
    .output(attributes.output)
    .query(({ ctx, input }) => ctx.services.collections.attributes(input.q)),

  create: signedInProcedure("catalog:write")
    .input(create.input)
    .output(create.output)
    .mutation(({ ctx, input }) => ctx.services.collections.create(ctx.principal.userId, input)),

  change: signedInProcedure("catalog:write")
    .input(change.input)
    .output(change.output)
    .mutation(({ ctx, input }) => ctx.services.collections.change(ctx.principal.userId, input)),

  remove: signedInProcedure("catalog:write")
    .input(remove.input)
    .output(remove.output)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.collections.remove(ctx.principal.userId, input);
      return {};
    }),

  pick: signedInProcedure("catalog:write")
    .input(pick.input)
    .output(pick.output)
    .mutation(({ ctx, input }) => ctx.services.collections.pick(ctx.principal.userId, input)),

  drop: signedInProcedure("catalog:write")
    .input(drop.input)
    .output(drop.output)
    .mutation(({ ctx, input }) => ctx.services.collections.drop(ctx.principal.userId, input)),
} satisfies Endpoints<typeof contract.catalog.collections>);
