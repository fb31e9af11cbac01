import { contract, type Endpoints } from "@vitrina/api-contract";
import { router, signedInProcedure } from "#trpc.ts";

const { disable, enable, sessions } = contract.auth.accounts;

export const accountsRouter = router({
  disable: signedInProcedure("customers:disable")
    .input(disable.input)
    .output(disable.output)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.accounts.disable(ctx.principal, input);
      return {};
    }),

  enable: signedInProcedure("customers:disable")
    .input(enable.input)
    .output(enable.output)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.accounts.enable(ctx.principal, input);
      return {};
    }),

  sessions: signedInProcedure("customers:read")
    .input(sessions.input)
    .output(sessions.output)
    .query(async ({ ctx, input }) => ({ open: await ctx.services.accounts.openSessions(input.userId) })),
} satisfies Endpoints<typeof contract.auth.accounts>);
