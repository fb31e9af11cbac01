import { contract, type Endpoints } from "@vitrina/api-contract";
import { byNetwork, openProcedure, router, signedInProcedure } from "#trpc.ts";

const { ask, look, confirm, lookAtStop, stop, list, cancel } = contract.inventory.notices;

export const noticesRouter = router({
  ask: openProcedure("notices:ask", { once: "resolver", limits: byNetwork("notice-by-network") })
    .input(ask.input)
    .output(ask.output)
    .mutation(({ ctx, input }) => ctx.services.notices.ask(ctx.principal?.userId ?? null, input, ctx.once)),

  look: openProcedure("notices:ask")
    .input(look.input)
    .output(look.output)
    .query(({ ctx, input }) => ctx.services.notices.look(input.token)),

  confirm: openProcedure("notices:ask", { limits: byNetwork("link-by-network") })
    .input(confirm.input)
    .output(confirm.output)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.notices.confirm(input.token);
      return {};
    }),

  lookAtStop: openProcedure("consents:withdraw")
    .input(lookAtStop.input)
    .output(lookAtStop.output)
    .query(({ ctx, input }) => ctx.services.notices.lookAtStop(input.token)),

  stop: openProcedure("consents:withdraw", { limits: byNetwork("unsubscribe-by-network") })
    .input(stop.input)
    .output(stop.output)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.notices.stop(input.token);
      return {};
    }),

  list: signedInProcedure("profile:read")
    .input(list.input)
    .output(list.output)
    .query(({ ctx }) => ctx.services.notices.list(ctx.principal.userId)),

  cancel: signedInProcedure("profile:write")
    .input(cancel.input)
    .output(cancel.output)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.notices.cancel(ctx.principal.userId, input.id);
      return {};
    }),
} satisfies Endpoints<typeof contract.inventory.notices>);
