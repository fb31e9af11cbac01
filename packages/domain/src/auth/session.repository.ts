import type { User } from "@vitrina/domain/users";
import type { RefreshToken, Session } from "./session.ts";

export interface NewToken {
  id: string;
  hash: Uint8Array;
  createdAt: Date;
}

/** What a call of a signed-in person is checked against. */
export interface Standing extends Pick<User, "role" | "status" | "av"> {
  /** Of the custom role; null for everybody else. */
  permissions: readonly string[] | null;
  revokedAt: Date | null;
  absoluteExpiresAt: Date;
}

export type RevocationReason =
  | "signed-out"
  | "reused"
  | "too-many"
  | "ended-by-owner"
  | "password-changed"
  | "password-set"
  | "email-changed"
  | "erasure-asked"
  | "role-changed"
  | "factor-changed"
  | "disabled";

export interface Ending {
  /** Id of the session that goes on. */
  keep: string | null;
  now: Date;
  reason: RevocationReason;
}

export interface SessionRepository {
  add(session: Session, first: NewToken): Promise<void>;
  /** Holds the session of a refresh token until the transaction ends, and reads the token after that. */
  lockByToken(hash: Uint8Array): Promise<{ session: Session; token: RefreshToken } | null>;
  /** Spends a token for its one successor, and wipes the seal that led to the spent one. */
  rotate(
    session: Session,
    spent: RefreshToken,
    successor: NewToken & { sealed: Uint8Array; sealUntil: Date },
  ): Promise<void>;
  countReplay(tokenId: string): Promise<void>;
  /** Notes when and how identity was proven last; null when the session is over. */
  prove(sessionId: string, proof: Pick<Session, "authTime" | "amr">): Promise<Session | null>;
  revoke(sessionId: string, now: Date, reason: RevocationReason): Promise<void>;
  /** Ends every session of a person but one; returns which. */
  revokeOthers(userId: string, ending: Ending): Promise<string[]>;
  /** Ends a session of that person; false when there is no such open one. */
  revokeOwn(userId: string, ending: { id: string; now: Date; reason: RevocationReason }): Promise<boolean>;
  /** Sessions of a person that can still be used, the latest used first. */
  listOpen(userId: string, now: Date): Promise<Session[]>;
  /** Ends the least recently used sessions beyond `keep`. */
  revokeBeyond(userId: string, keep: number, now: Date): Promise<void>;
  standing(sessionId: string): Promise<Standing | null>;
  revokedSince(moment: Date): Promise<{ id: string; revokedAt: Date }[]>;
  /** Wipes seals that have run out and deletes sessions past their absolute end, at most `limit` of each. */
  sweep(now: Date, limit: number): Promise<void>;
}
