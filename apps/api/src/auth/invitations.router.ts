import { contract, type Endpoints } from "@vitrina/api-contract";
import { grantOf } from "#auth/staff.router.ts";
import { byNetwork, openProcedure, router, signedInProcedure } from "#trpc.ts";

const { list, invite, withdraw, look, accept } = contract.auth.invitations;

export const invitationsRouter = router({
  list: signedInProcedure("staff:manage")
    .input(list.input)
    .output(list.output)
    .query(({ ctx }) => ctx.services.invitations.list()),

  invite: signedInProcedure("staff:manage", { recent: true, limits: byNetwork("link-by-network") })
    .input(invite.input)
    .output(invite.output)
    .mutation(async ({ ctx, input: { email, choice } }) => {
      await ctx.services.invitations.invite(ctx.principal, { email, locale: ctx.locale, ...grantOf(choice) });
      return {};
    }),

  withdraw: signedInProcedure("staff:manage", { recent: true })
    .input(withdraw.input)
    .output(withdraw.output)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.invitations.withdraw(ctx.principal, input.id);
      return {};
    }),

  look: openProcedure("auth:use", { once: "nature" })
    .input(look.input)
    .output(look.output)
    .mutation(({ ctx, input }) => ctx.services.invitations.look(input.token, ctx.principal)),

  accept: openProcedure("auth:use", { once: "resolver", limits: byNetwork("link-by-network") })
    .input(accept.input)
    .output(accept.output)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.invitations.accept(ctx.principal, { ...input, locale: ctx.locale }, ctx.once);
      return {};
    }),
} satisfies Endpoints<typeof contract.auth.invitations>);
