import { contract, type Endpoints } from "@vitrina/api-contract";
import { router, signedInProcedure } from "#trpc.ts";

const { list, create, revoke } = contract.auth.keys;

export const keysRouter = router({
  list: signedInProcedure("keys:use")
    .input(list.input)
    .output(list.output)
    .query(async ({ ctx }) => ({
      keys: await ctx.services.keys.list(ctx.principal),
      held: await ctx.services.staff.rights(ctx.principal),
    })),

  create: signedInProcedure("keys:use", { recent: true })
    .input(create.input)
    .output(create.output)
    .mutation(({ ctx, input }) => ctx.services.keys.create(ctx.principal, input)),

  revoke: signedInProcedure("keys:use", { recent: true })
    .input(revoke.input)
    .output(revoke.output)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.keys.revoke(ctx.principal, input.id);
      return {};
    }),
} satisfies Endpoints<typeof contract.auth.keys>);
