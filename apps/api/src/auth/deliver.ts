import { type Device, labelDevice, networkOf, Renewed, SignedIn } from "@vitrina/domain/auth";
import { cookieLine } from "#core/cookies.ts";
import type { Context } from "#context.ts";

/** What a session remembers of where it was begun. */
export const deviceOf = ({ realm, userAgent, ip }: Context): Device => ({
  realm,
  uaLabel: labelDevice(userAgent),
  ipPrefix: networkOf(ip),
});

/** Programs get their tokens in the body, browsers as cookies that no script can read. */
export function deliverTokens(ctx: Context, answer: unknown): SignedIn {
  const signedIn = SignedIn.parse(answer);
  const { tokens } = signedIn;
  if (ctx.realm === "api" || !tokens) return signedIn;
  const accessExpires = new Date(tokens.accessExpiresAt);
  const refreshExpires = new Date(tokens.refreshExpiresAt);
  const { https } = ctx;
  ctx.setCookies.push(
    cookieLine("access", { https, text: tokens.accessToken, expires: accessExpires }),
    cookieLine("refresh", { https, text: tokens.refreshToken, expires: refreshExpires }),
    cookieLine("resume", { https, text: "1", expires: refreshExpires }),
  );
  return { ...signedIn, tokens: null };
}

/** The access token alone, as deliverTokens does it. */
export function deliverRenewed(ctx: Context, answer: unknown): Renewed {
  const renewed = Renewed.parse(answer);
  if (ctx.realm === "api" || !renewed.tokens) return renewed;
  const { accessToken: text, accessExpiresAt } = renewed.tokens;
  ctx.setCookies.push(cookieLine("access", { https: ctx.https, text, expires: new Date(accessExpiresAt) }));
  return { tokens: null };
}

/** A browser that signed in is known from now on: strangers who guess do not slow it down. */
export function deliverWelcome(ctx: Context, answer: unknown): SignedIn {
  const signedIn = deliverTokens(ctx, answer);
  if (ctx.realm === "api") return signedIn;
  const { mark, expiresAt } = ctx.services.deviceMarks.issue(signedIn.profile.email, ctx.now());
  ctx.setCookies.push(cookieLine("device", { https: ctx.https, text: mark, expires: expiresAt }));
  return signedIn;
}
