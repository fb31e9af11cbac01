import type { ApiKey, KeyStanding } from "./api-key.ts";

export interface ApiKeyRepository {
  add(key: ApiKey, hash: Uint8Array): Promise<void>;
  findByHash(hash: Uint8Array): Promise<KeyStanding | null>;
  find(id: string): Promise<KeyStanding | null>;
  /** How many keys of a person open something. */
  countUsable(ownerId: string, now: Date): Promise<number>;
  /** Those that were not ended ahead of the others, newest first; everybody's without an owner. */
  list(ownerId: string | null, limit: number): Promise<(ApiKey & { ownerName: string })[]>;
  /** Notes a use, unless one was noted after `unlessSince`. */
  noteUse(id: string, now: Date, unlessSince: Date): Promise<void>;
  /** Ends a key; null when it is not there, or not this owner's where one is named. */
  revoke(id: string, ownerId: string | null, now: Date): Promise<ApiKey | null>;
}
