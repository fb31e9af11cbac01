import type { User } from "@vitrina/domain/users";
import { Id, Instant } from "@vitrina/domain/core";
import * as z from "zod";
import { GrantablePermission } from "./policy.ts";

const DAY = 24 * 3_600_000;
/** Lets people and scanners of leaked secrets recognise a key of this shop. */
const PREFIX = "vtr_";
const HINT = PREFIX.length + 4;
/** Milliseconds between two notes of a key's last use. */
export const NOTED_EVERY = 60_000;
/** Keys of one person that open something at a time. */
export const MAX_USABLE_KEYS = 20;
/** Keys in a list. */
export const MAX_KEYS = 100;

export const KeyDraft = z.strictObject({
  name: z.string().trim().min(1).max(60),
  scopes: z.array(GrantablePermission).min(1).max(200),
  days: z.int().min(1).max(365),
});
export type KeyDraft = z.infer<typeof KeyDraft>;

/** A key as it is stored: of its secret no more than a digest and how it begins. */
export interface ApiKey {
  id: string;
  ownerId: string;
  name: string;
  hint: string;
  scopes: readonly string[];
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

/** A key, and what its owner may do at this moment. */
export interface KeyStanding extends ApiKey, Pick<User, "role" | "status" | "av"> {
  permissions: readonly string[] | null;
}

/** A key as the shop's people see it. */
export const KeyFacts = z.object({
  id: Id,
  name: z.string(),
  hint: z.string(),
  scopes: z.array(GrantablePermission),
  ownerName: z.string(),
  own: z.boolean(),
  createdAt: Instant,
  expiresAt: Instant,
  lastUsedAt: Instant.nullable(),
  state: z.enum(["active", "expired", "revoked"]),
});
export type KeyFacts = z.infer<typeof KeyFacts>;

export const isApiKey = (token: string): boolean => token.startsWith(PREFIX);

/** The whole secret of a key and how it begins, from 256 random bits in base64url. */
export const secretOf = (random: string) => {
  const secret = PREFIX + random;
  return { secret, hint: secret.slice(0, HINT) };
};

export const keyExpiry = (days: number, now: Date): Date => new Date(now.getTime() + days * DAY);

export const stateOf = ({ revokedAt, expiresAt }: ApiKey, now: Date): KeyFacts["state"] =>
  revokedAt ? "revoked" : now >= expiresAt ? "expired" : "active";
