import { contract, type Endpoints } from "@vitrina/api-contract";
import { router, signedInProcedure } from "#trpc.ts";

const { list, get, create, change, classify, remove, checklist, publish, unpublish, archive } =
  contract.catalog.products;
const { setOptions, generateVariants, saveVariants, archiveVariants } = contract.catalog.products;

export const productsRouter = router({
  list: signedInProcedure("catalog:write")
    .input(list.input)
    .output(list.output)
    .query(({ ctx, input }) => ctx.services.products.list(input)),

  get: signedInProcedure("catalog:write")
    .input(get.input)
    .output(get.output)
    .query(({ ctx, input }) => ctx.services.products.get(input.id)),

  create: signedInProcedure("catalog:write")
    .input(create.input)
    .output(create.output)
    .mutation(({ ctx, input }) => ctx.services.products.create(ctx.principal.userId, input)),

  change: signedInProcedure("catalog:write")
    .input(change.input)
    .output(change.output)
    .mutation(({ ctx, input }) => ctx.services.products.change(ctx.principal.userId, input)),

  classify: signedInProcedure("catalog:write")
    .input(classify.input)
    .output(classify.output)
    .mutation(({ ctx, input }) => ctx.services.products.classify(ctx.principal.userId, input)),

  remove: signedInProcedure("catalog:write")
    .input(remove.input)
    .output(remove.output)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.products.remove(ctx.principal.userId, input);
      return {};
    }),

  checklist: signedInProcedure("catalog:write")
    .input(checklist.input)
    .output(checklist.output)
    .query(({ ctx, input }) => ctx.services.publishing.checklist(input.id)),

  publish: signedInProcedure("catalog:write")
    .input(publish.input)
    .output(publish.output)
    .mutation(({ ctx, input }) => ctx.services.publishing.publish(ctx.principal.userId, input)),

  unpublish: signedInProcedure("catalog:write")
    .input(unpublish.input)
    .output(unpublish.output)
    .mutation(({ ctx, input }) => ctx.services.publishing.unpublish(ctx.principal.userId, input)),

  archive: signedInProcedure("catalog:write")
    .input(archive.input)
    .output(archive.output)
    .mutation(({ ctx, input }) => ctx.services.publishing.archive(ctx.principal.userId, input)),

  setOptions: signedInProcedure("catalog:write")
    .input(setOptions.input)
    .output(setOptions.output)
    .mutation(({ ctx, input }) => ctx.services.variants.setOptions(ctx.principal.userId, input)),

  generateVariants: signedInProcedure("catalog:write")
    .input(generateVariants.input)
    .output(generateVariants.output)
    .mutation(({ ctx, input }) => ctx.services.variants.generate(ctx.principal.userId, input)),

  saveVariants: signedInProcedure("catalog:write")
    .input(saveVariants.input)
    .output(saveVariants.output)
    .mutation(({ ctx, input }) => ctx.services.variants.save(ctx.principal.userId, input)),

  archiveVariants: signedInProcedure("catalog:write")
    .input(archiveVariants.input)
    .output(archiveVariants.output)
    .mutation(({ ctx, input }) => ctx.services.variants.archive(ctx.principal.userId, input)),
} satisfies Endpoints<typeof contract.catalog.products>);
