import { Instant, LIMITS } from "@vitrina/domain/core";
import * as z from "zod";

const MINUTE = 60_000;

/** Wrong codes in a row that are let through at once; each one after that waits. */
export const FACTOR_TRIES = LIMITS["second-factor-by-account"].burst;
/** Recovery codes made at a time. */
export const RECOVERY_CODES = 10;
/** What a session opened or raised with the second factor says of itself (RFC 8176). */
export const OTP = "otp";

/** A second factor as it is stored: time-based one-time codes (RFC 6238). */
export interface Factor {
  /** The shared secret, sealed under a key that is not in the database. */
  secretSealed: string;
  /** Null while it is being set up. */
  confirmedAt: Date | null;
  /** The time step whose code was accepted last: neither it nor an earlier one counts again. */
  lastStep: number | null;
}

/** Holds for as long as a code may follow the right password. */
export interface Challenge {
  userId: string;
  /** The authorisation version under which the password was right. */
  av: number;
  expiresAt: Date;
}

export const challengeExpiry = (now: Date): Date => new Date(now.getTime() + 5 * MINUTE);

/** What a person types: the six digits of their app, or one of their recovery codes. */
export const FactorCode = z.string().trim().min(1).max(64);

/** The secret that ties a code to the password before it: 256 random bits, base64url. */
export const ChallengeToken = z.string().min(1).max(64);

/** Spaces, hyphens and case are the typist's own; what is not six digits is taken for a recovery code. */
export function readCode(typed: string): { code: string; kind: "app" | "recovery" } {
  const code = typed.replaceAll(/[\s-]/g, "").toUpperCase();
  return { code, kind: /^\d{6}$/.test(code) ? "app" : "recovery" };
}

/** In groups of four, to be read and typed. */
export const printedCode = (code: string): string => code.replaceAll(/(.{4})(?=.)/g, "$1-");

/** How a person's second factor stands; `since` is null when there is none. */
export const FactorState = z.object({ since: Instant.nullable(), codesLeft: z.int() });
export type FactorState = z.infer<typeof FactorState>;

/** A factor to be set up, as text and as the address behind a QR code. */
export const FactorOffer = z.object({ secret: z.string(), uri: z.string() });
export type FactorOffer = z.infer<typeof FactorOffer>;

/** Told this once. */
export const RecoveryCodes = z.object({ codes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;
