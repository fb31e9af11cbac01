import { contract, type Endpoints } from "@vitrina/api-contract";
import { byNetwork, openProcedure, router, signedInProcedure } from "#trpc.ts";

const { list, change, lookAtUnsubscribe, unsubscribe } = contract.users.consents;

export const consentsRouter = router({
  list: signedInProcedure("profile:read")
    .input(list.input)
    .output(list.output)
    .query(({ ctx }) => ctx.services.consents.list(ctx.principal.userId)),

  change: signedInProcedure("profile:write")
    .input(change.input)
    .output(change.output)
    .mutation(({ ctx, input }) => ctx.services.consents.change(ctx.principal.userId, input, "account")),

  lookAtUnsubscribe: openProcedure("consents:withdraw")
    .input(lookAtUnsubscribe.input)
    .output(lookAtUnsubscribe.output)
    .query(({ ctx, input }) => ctx.services.consents.lookAtUnsubscribe(input.token)),

  unsubscribe: openProcedure("consents:withdraw", { limits: byNetwork("unsubscribe-by-network") })
    .input(unsubscribe.input)
    .output(unsubscribe.output)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.consents.unsubscribe(input.token);
      return {};
    }),
} satisfies Endpoints<typeof contract.users.consents>);
