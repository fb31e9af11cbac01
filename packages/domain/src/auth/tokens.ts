import * as z from "zod";
import { ConsentTextVersion, Email, PersonName, Profile } from "@vitrina/domain/users";
import { Id, Instant, Locale } from "@vitrina/domain/core";
import { FactorCode } from "./factor.ts";

/** Bytes as received: no trimming, no case change, no truncation (ASVS 6.2.8). The service judges strength. */
export const Password = z.string().min(1).max(128);

/** `newsletter` is there when its box was ticked: the version of the words beside it (USER-08). */
export const Registration = z.strictObject({
  email: Email,
  password: Password,
  name: PersonName,
  locale: Locale,
  newsletter: ConsentTextVersion.exactOptional(),
});
export type Registration = z.infer<typeof Registration>;

export const Credentials = z.strictObject({ email: Email, password: Password });
export type Credentials = z.infer<typeof Credentials>;

/** Raw tokens of a session: given to programs in the body, to browsers only as HttpOnly cookies. */
export const TokenPair = z.object({
  accessToken: z.string().max(2048),
  accessExpiresAt: z.iso.datetime(),
  refreshToken: z.string().max(64),
  refreshExpiresAt: z.iso.datetime(),
});
export type TokenPair = z.infer<typeof TokenPair>;

/** What proves anew who sits at a session: the password, and a code where there is a second factor. */
export const Proof = z.strictObject({ password: Password, code: FactorCode.optional() });
export type Proof = z.infer<typeof Proof>;

/** Without `currentPassword` a sign-in at most five minutes old speaks for the person. */
export const PasswordChange = z.strictObject({ currentPassword: Password.optional(), newPassword: Password });
export type PasswordChange = z.infer<typeof PasswordChange>;

export const AccessToken = TokenPair.pick({ accessToken: true, accessExpiresAt: true });
export type AccessToken = z.infer<typeof AccessToken>;

/** A session that goes on with its refresh token under a new access token; null for browsers, which get a cookie. */
export const Renewed = z.object({ tokens: AccessToken.nullable() });
export type Renewed = z.infer<typeof Renewed>;

/** A session as its owner sees it. */
export const OpenSession = z.object({
  id: Id,
  realm: z.enum(["browser", "api"]),
  uaLabel: z.string(),
  ipPrefix: z.string(),
  createdAt: Instant,
  lastUsedAt: Instant,
  current: z.boolean(),
});
export type OpenSession = z.infer<typeof OpenSession>;

/** `tokens` is null for browsers, whose tokens travel as cookies. */
export const SignedIn = z.object({ profile: Profile, tokens: TokenPair.nullable() });
export type SignedIn = z.infer<typeof SignedIn>;
