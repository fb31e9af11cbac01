import { contract, type Endpoints } from "@vitrina/api-contract";
import { asksForFactor, RecoveryCodes } from "@vitrina/domain/auth";
import { deliverRenewed, deliverWelcome, deviceOf } from "#auth/deliver.ts";
import type { Context } from "#context.ts";
import { byNetwork, openProcedure, router, signedInProcedure } from "#trpc.ts";

const { state, begin, confirm, renewCodes, remove, completeSignIn, reset } = contract.auth.factor;

const deliverConfirmed = (ctx: Context, answer: unknown) => ({
  ...RecoveryCodes.parse(answer),
  ...deliverRenewed(ctx, answer),
});

export const factorRouter = router({
  state: signedInProcedure("account:secure")
    .input(state.input)
    .output(state.output)
    .query(async ({ ctx }) => ({
      ...(await ctx.services.auth.factor.state(ctx.principal)),
      needed: (await ctx.services.staff.rights(ctx.principal)).some(asksForFactor),
    })),

  begin: signedInProcedure("account:secure", { recent: true })
    .input(begin.input)
    .output(begin.output)
    .mutation(({ ctx }) => ctx.services.auth.factor.begin(ctx.principal)),

  confirm: signedInProcedure("account:secure", { recent: true, once: "resolver", deliver: deliverConfirmed })
    .input(confirm.input)
    .output(confirm.output)
    .mutation(({ ctx, input }) => ctx.services.auth.factor.confirm(ctx.principal, input.code, ctx.once)),

  renewCodes: signedInProcedure("account:secure", { recent: true })
    .input(renewCodes.input)
    .output(renewCodes.output)
    .mutation(({ ctx }) => ctx.services.auth.factor.renewCodes(ctx.principal)),

  remove: signedInProcedure("account:secure", { recent: true, deliver: deliverRenewed })
    .input(remove.input)
    .output(remove.output)
    .mutation(({ ctx }) => ctx.services.auth.factor.remove(ctx.principal)),

  completeSignIn: openProcedure("auth:use", {
    once: "resolver",
    limits: byNetwork("sign-in-by-network"),
    deliver: deliverWelcome,
  })
    .input(completeSignIn.input)
    .output(completeSignIn.output)
    .mutation(({ ctx, input }) => ctx.services.auth.completeSignIn(input, deviceOf(ctx), ctx.once)),

  reset: signedInProcedure("customers:recover", { recent: true })
    .input(reset.input)
    .output(reset.output)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.auth.factor.removeFor(ctx.principal, input);
      return {};
    }),
} satisfies Endpoints<typeof contract.auth.factor>);
