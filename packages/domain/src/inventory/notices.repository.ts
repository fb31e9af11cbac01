import type { Locale } from "@vitrina/domain/core";
import type { Notice, NoticedGoods, NoticeState, NoticeTextVersion } from "./notice.ts";

export interface NoticeDraft {
  /** Grows with time: an older one never replaces a newer. */
  id: string;
  variantId: string;
  userId: string | null;
  email: string;
  emailCanonical: string;
  /** Digest of the token that ends all notices of the address. */
  stopHash: Uint8Array;
  locale: Locale;
  textVersion: NoticeTextVersion;
  askedAt: Date;
  /** Null while nobody has confirmed the address; then `confirmHash` is the digest of the token that does. */
  confirmedAt: Date | null;
  confirmHash: Uint8Array | null;
  expiresAt: Date;
}
/** Whose notices: those asked for by the person, and those of their address once it is confirmed. */
export interface NoticeOwner {
  userId: string;
  emailCanonical: string | null;
}
/** One letter to write. */
export type DueNotice = Pick<NoticeDraft, "id" | "variantId" | "email" | "emailCanonical" | "locale">;
export type OpenedNotice = NoticedGoods & { email: string; state: NoticeState };

export interface NoticesReader {
  /** `published`: shown in the shop; `onShelf`: how many can be sold at once. */
  findGoods(variantId: string): Promise<(NoticedGoods & { onShelf: number; published: boolean }) | null>;
  /** The newest first. */
  listOwn(owner: NoticeOwner, limit: number): Promise<Notice[]>;
  /** By the digest of its confirmation's token. */
  find(confirmHash: Uint8Array, now: Date): Promise<OpenedNotice | null>;
  /** The address whose notices a token ends, and how many there are; null for none. */
  findStopped(stopHash: Uint8Array): Promise<{ email: string; count: number } | null>;
}

export interface NoticesRepository extends NoticesReader {
  /** Makes those who ask for one address wait for each other; answers how many notices it has. */
  lockAddress(emailCanonical: string): Promise<number>;
  /**
   * Adds it, or takes the place of one that was not confirmed. False when there is a confirmed one, or when this one or a
   * newer was kept before.
   */
  keep(draft: NoticeDraft): Promise<boolean>;
  /** The id of the confirmed one, if there is any. */
  findWaiting(variantId: string, emailCanonical: string): Promise<string | null>;
  /** Of the token's digest; again is as good as once. False for what was never asked for or has run out. */
  confirm(confirmHash: Uint8Array, at: { now: Date; until: Date }): Promise<boolean>;
  cancel(id: string, owner: NoticeOwner): Promise<boolean>;
  stop(stopHash: Uint8Array): Promise<void>;
  /**
   * Takes out at most `limit` confirmed notices that have not run out and whose goods are on the shelf, those asked for first, each for one caller
   * alone; looks at so many variants after that one, and answers the last of them, null at the end.
   */
  takeDue(after: string | null, limit: number, now: Date): Promise<{ due: DueNotice[]; last: string | null }>;
  /** Forgets what ran out; how many, at most `limit`. */
  forgetExpired(now: Date, limit: number): Promise<number>;
}
