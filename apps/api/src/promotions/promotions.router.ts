import { contract, type Endpoints } from "@vitrina/api-contract";
import { router, signedInProcedure } from "#trpc.ts";

const { listUsed } = contract.promotions.admin;

const adminRouter = router({
  listUsed: signedInProcedure("customers:read")
    .input(listUsed.input)
    .output(listUsed.output)
    .query(async ({ ctx, input }) => ({ codes: await ctx.services.promotions.listUsed(input.userId) })),
} satisfies Endpoints<typeof contract.promotions.admin>);

export const promotionsRouter = router({ admin: adminRouter } satisfies Endpoints<typeof contract.promotions>);
