import { contract, type Endpoints } from "@vitrina/api-contract";
import { openProcedure, router, signedInProcedure } from "#trpc.ts";

const { list, summary, mayWrite, write, admin } = contract.reviews;

const adminRouter = router({
  listBy: signedInProcedure("customers:read")
    .input(admin.listBy.input)
    .output(admin.listBy.output)
    .query(async ({ ctx, input }) => ({ reviews: await ctx.services.reviews.listBy(input.userId) })),
} satisfies Endpoints<typeof admin>);

export const reviewsRouter = router({
  list: openProcedure("reviews:read")
    .input(list.input)
    .output(list.output)
    .query(({ ctx, input }) => ctx.services.reviews.list(input)),

  summary: openProcedure("reviews:read")
    .input(summary.input)
    .output(summary.output)
    .query(({ ctx, input }) => ctx.services.reviews.summary(input.productId)),

  mayWrite: signedInProcedure("reviews:write")
    .input(mayWrite.input)
    .output(mayWrite.output)
    .query(({ ctx, input }) => ctx.services.reviews.mayWrite(ctx.principal.userId, input.productId)),

  write: signedInProcedure("reviews:write")
    .input(write.input)
    .output(write.output)
    .mutation(({ ctx, input }) => ctx.services.reviews.write(ctx.principal.userId, input, ctx.locale)),

  admin: adminRouter,
} satisfies Endpoints<typeof contract.reviews>);
