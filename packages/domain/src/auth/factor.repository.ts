import type { Challenge, Factor } from "./factor.ts";

/** Second factors and their recovery codes. Call while holding the person, except to find and to count. */
export interface FactorRepository {
  find(userId: string): Promise<Factor | null>;
  /** Begins to set one up, in place of one that was only begun; false, and no change, when there is a confirmed one. */
  begin(userId: string, secretSealed: string, now: Date): Promise<boolean>;
  /** The code of `step` has shown that the secret arrived. */
  confirm(userId: string, step: number, now: Date): Promise<void>;
  /** Spends the code of a step, and with it those of all earlier ones; false when it was spent before. */
  spendStep(userId: string, step: number): Promise<boolean>;
  /** Forgets the factor and its recovery codes; false when there is no confirmed one. */
  remove(userId: string): Promise<boolean>;
  /** Puts these digests in the place of all recovery codes there were. */
  replaceCodes(userId: string, hashes: readonly Uint8Array[]): Promise<void>;
  /** Spends a recovery code, which only one caller can; false when it is none or was spent before. */
  spendCode(userId: string, hash: Uint8Array, now: Date): Promise<boolean>;
  /** Recovery codes that still work. */
  countCodes(userId: string): Promise<number>;
}

/** What stands between a right password and the code that has to follow. */
export interface ChallengeRepository {
  add(challenge: Challenge, hash: Uint8Array): Promise<void>;
  /** One that still holds. */
  find(hash: Uint8Array, now: Date): Promise<Challenge | null>;
  /** Uses it up, which only one caller can; null when it does not hold. */
  consume(hash: Uint8Array, now: Date): Promise<Challenge | null>;
  /** Forgets those that have run out, at most `limit`. */
  sweep(now: Date, limit: number): Promise<void>;
}
