import type { Role } from "@vitrina/domain/users";
import type { Realm } from "./device.ts";
import type { Strength } from "./password.ts";
import type { Principal } from "./principal.ts";

/** Who waits for a password to be worked on; a stranger unless told. */
export interface Waiter {
  /** By a device that signed in before, an open session or a link from the mailbox: goes ahead of all strangers. */
  known: boolean;
}

export interface PasswordHasher {
  /** @throws Busy */
  hash(password: string, waiter?: Waiter): Promise<string>;
  /**
   * Compares. Without a stored hash it does the same work and says no, so that time tells nothing about who is known.
   * `outdated` asks for a new hash. @throws Busy
   */
  verify(password: string, stored: string | null, waiter?: Waiter): Promise<{ matches: boolean; outdated: boolean }>;
}

export interface PasswordStrength {
  /** `words` are known to belong to the person or the shop. */
  estimate(password: string, words: readonly string[]): Promise<Strength>;
}

export interface AccessGrant {
  userId: string;
  sessionId: string;
  role: Role;
  av: number;
  authTime: Date;
  amr: readonly string[];
  realm: Realm;
  tokenId: string;
  issuedAt: Date;
  expiresAt: Date;
}

export interface TokenSigner {
  sign(grant: AccessGrant): Promise<string>;
  /** Null for whatever is not a valid access token of this shop and realm at this moment. */
  verify(token: string, expected: { realm: Realm; now: Date }): Promise<Principal | null>;
}

/** Refresh tokens: random, stored as a digest only, a successor sealed under the raw value of its parent. */
export interface TokenBox {
  /** 256 random bits, base64url. */
  create(): string;
  digest(raw: string): Uint8Array;
  seal(parent: string, successor: string): Uint8Array;
  open(parent: string, sealed: Uint8Array): string;
}

/** What a browser shows of an earlier success at one account: a random device, bound to the account's canonical address. */
export interface DeviceMarks {
  issue(account: string, now: Date): { mark: string; expiresAt: Date };
  /** The device, or null for whatever is no mark of this shop for this account at this moment. */
  read(mark: string, expected: { account: string; now: Date }): string | null;
}

/** Time-based one-time codes of six digits in steps of 30 seconds (RFC 6238), and the codes for when the app is lost. */
export interface TotpCodes {
  /** A new secret of 160 random bits, base32. */
  newSecret(): string;
  /** The address behind a QR code: otpauth://totp/… with the shop's name and the person's address. */
  uriOf(secret: string, account: string): string;
  /** The step at `now`, or the one before or after it, whose code this is; null when it is of none of the three. */
  stepOf(secret: string, code: string, now: Date): number | null;
  /** 120 random bits in 24 characters of base32. */
  newRecoveryCode(): string;
}

/** Seals a secret under a key that is not in the database; it opens for the same owner only. */
export interface SecretBox {
  seal(secret: string, owner: string): string;
  open(sealed: string, owner: string): string;
}
