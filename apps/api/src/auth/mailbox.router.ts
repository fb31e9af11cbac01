import { contract } from "@vitrina/api-contract";
import { byNetwork, openProcedure, signedInProcedure } from "#trpc.ts";

const { lookAtLink, verifyEmail, resendVerification, askReset, resetPassword } = contract.auth;
const { changeEmail, confirmEmail, undoEmailChange } = contract.auth;

/** The procedures of the auth room that go by way of a person's mailbox. */
export const mailboxProcedures = {
  lookAtLink: openProcedure("auth:use", { once: "nature" })
    .input(lookAtLink.input)
    .output(lookAtLink.output)
    .mutation(async ({ ctx, input }) => {
      const { purpose, email, userId } = await ctx.services.auth.letterLinks.look(input.token);
      return { purpose, email, yours: userId !== null && userId === ctx.principal?.userId };
    }),

  verifyEmail: signedInProcedure("email:verify")
    .input(verifyEmail.input)
    .output(verifyEmail.output)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.auth.verifyEmail(ctx.principal, input.token);
      return {};
    }),

  resendVerification: signedInProcedure("email:verify")
    .input(resendVerification.input)
    .output(resendVerification.output)
    .mutation(async ({ ctx }) => {
      await ctx.services.auth.resendVerification(ctx.principal);
      return {};
    }),

  askReset: openProcedure("auth:use", { limits: byNetwork("link-by-network") })
    .input(askReset.input)
    .output(askReset.output)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.auth.askReset(input.email);
      return {};
    }),

  resetPassword: openProcedure("auth:use", { once: "resolver", limits: byNetwork("link-by-network") })
    .input(resetPassword.input)
    .output(resetPassword.output)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.auth.resetPassword(input, ctx.once);
      return {};
    }),

  changeEmail: signedInProcedure("email:change", { recent: true })
    .input(changeEmail.input)
    .output(changeEmail.output)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.auth.changeEmail(ctx.principal, input.email);
      return {};
    }),

  confirmEmail: signedInProcedure("email:change")
    .input(confirmEmail.input)
    .output(confirmEmail.output)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.auth.confirmEmail(ctx.principal, input.token);
      return {};
    }),

  undoEmailChange: openProcedure("auth:use")
    .input(undoEmailChange.input)
    .output(undoEmailChange.output)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.auth.undoEmailChange(input.token);
      return {};
    }),
};
