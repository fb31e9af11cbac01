import { TRPCError } from "@trpc/server";
import { OtpRequired } from "@vitrina/domain/auth";
import { Secret, TOTP } from "otpauth";

const STEP = 30_000;

/** What an authenticator app shows for this secret, `steps` of 30 seconds from now. */
export const codeFor = (secret: string, now: Date, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now.getTime() + steps * STEP });

/** The challenge with which a right password is refused where there is a second factor. */
export async function challengeOf(signingIn: Promise<unknown>): Promise<string> {
  const refusal = await signingIn.then(nothing, causeOf);
  if (!(refusal instanceof OtpRequired) || refusal.details.challenge === null) throw new Error("no code is asked for");
  return refusal.details.challenge;
}

const nothing = () => null;
const causeOf = (error: unknown) => (error instanceof TRPCError ? error.cause : error);
