import { accountsRouter } from "#auth/accounts.router.ts";
import { contract, type Endpoints } from "@vitrina/api-contract";
import { SessionExpired } from "@vitrina/domain/auth";
import { DomainError } from "@vitrina/domain/core";
import { deliverRenewed, deliverTokens, deliverWelcome, deviceOf } from "#auth/deliver.ts";
import { factorRouter } from "#auth/factor.router.ts";
import { mailboxProcedures } from "#auth/mailbox.router.ts";
import { invitationsRouter } from "#auth/invitations.router.ts";
import { keysRouter } from "#auth/keys.router.ts";
import { rolesRouter } from "#auth/roles.router.ts";
import { staffRouter } from "#auth/staff.router.ts";
import { cookieLine, type CookieName } from "#core/cookies.ts";
import { evenly } from "#auth/evenly.ts";
import type { Context } from "#context.ts";
import { byNetwork, openProcedure, router, signedInProcedure } from "#trpc.ts";

const { signUp, signIn, refresh, signOut } = contract.auth;
const { confirmPassword, changePassword, sessions, endSession, endOtherSessions } = contract.auth;
const { eraseAccount, undoErasure } = contract.auth;

const expire = ({ setCookies, https }: Context, ...cookies: CookieName[]) => {
  for (const cookie of cookies) setCookies.push(cookieLine(cookie, { https, text: "", expires: null }));
};

/** The refresh token as this realm presents it; one that comes the other realm's way counts for nothing. */
const presented = (ctx: Context, { refreshToken }: { refreshToken?: string | undefined }): string | null =>
  ctx.realm === "browser" ? ctx.refreshCookie : (refreshToken ?? null);

function deliverGoodbye(ctx: Context, answer: unknown): unknown {
  if (ctx.realm === "browser") {
    expire(ctx, "access", "refresh", "resume", "cart");
    ctx.answerHeaders["clear-site-data"] = '"cache", "storage"';
  }
  return answer;
}

export const authRouter = router({
  accounts: accountsRouter,

  ...mailboxProcedures,
  factor: factorRouter,
  invitations: invitationsRouter,
  keys: keysRouter,
  roles: rolesRouter,
  staff: staffRouter,

  signUp: openProcedure("auth:use", { once: "resolver", limits: byNetwork("sign-up-by-network") })
    .input(signUp.input)
    .output(signUp.output)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.auth.signUp(input, evenly(ctx.once));
      return {};
    }),

  signIn: openProcedure("auth:use", {
    once: "resolver",
    limits: byNetwork("sign-in-by-network"),
    deliver: deliverWelcome,
  })
    .input(signIn.input)
    .output(signIn.output)
    .mutation(({ ctx, input }) => {
      const { deviceMark, once } = ctx;
      return ctx.services.auth.signIn({ ...input, deviceMark }, deviceOf(ctx), once);
    }),

  refresh: openProcedure("auth:use", { once: "nature", deliver: deliverTokens })
    .input(refresh.input)
    .output(refresh.output)
    .mutation(async ({ ctx, input }) => {
      try {
        const token = presented(ctx, input);
        if (token === null) throw new SessionExpired({});
        return await ctx.services.auth.refresh(token, deviceOf(ctx));
      } catch (error) {
        // Never the refresh cookie: another tab may have renewed or begun a session meanwhile, and must keep it.
        if (error instanceof DomainError && ctx.realm === "browser") expire(ctx, "access", "resume");
        throw error;
      }
    }),

  signOut: openProcedure("auth:use", { once: "nature", deliver: deliverGoodbye })
    .input(signOut.input)
    .output(signOut.output)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.auth.signOut({ refreshToken: presented(ctx, input), principal: ctx.principal });
      return {};
    }),

  eraseAccount: signedInProcedure("account:erase", { recent: true, deliver: deliverGoodbye })
    .input(eraseAccount.input)
    .output(eraseAccount.output)
    .mutation(async ({ ctx }) => {
      const { eraseAt } = await ctx.services.erasure.eraseAccount(ctx.principal);
      return { eraseAt: eraseAt.toISOString() };
    }),

  undoErasure: openProcedure("auth:use", { limits: byNetwork("link-by-network") })
    .input(undoErasure.input)
    .output(undoErasure.output)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.erasure.undoErasure(input.token);
      return {};
    }),

  confirmPassword: signedInProcedure("account:secure", {
    once: "resolver",
    limits: byNetwork("password-by-network"),
    deliver: deliverRenewed,
  })
    .input(confirmPassword.input)
    .output(confirmPassword.output)
    .mutation(({ ctx, input }) => ctx.services.auth.confirmPassword(ctx.principal, input, ctx.once)),

  changePassword: signedInProcedure("account:secure", {
    once: "resolver",
    limits: byNetwork("password-by-network"),
    deliver: deliverRenewed,
  })
    .input(changePassword.input)
    .output(changePassword.output)
    .mutation(({ ctx, input }) => ctx.services.auth.changePassword(ctx.principal, input, ctx.once)),

  sessions: signedInProcedure("account:secure")
    .input(sessions.input)
    .output(sessions.output)
    .query(({ ctx }) => ctx.services.auth.listSessions(ctx.principal)),

  endSession: signedInProcedure("account:secure", { recent: true })
    .input(endSession.input)
    .output(endSession.output)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.auth.endSession(ctx.principal, input.id);
      return {};
    }),

  endOtherSessions: signedInProcedure("account:secure", { recent: true, deliver: deliverRenewed })
    .input(endOtherSessions.input)
    .output(endOtherSessions.output)
    .mutation(({ ctx }) => ctx.services.auth.endOtherSessions(ctx.principal)),
} satisfies Endpoints<typeof contract.auth>);
