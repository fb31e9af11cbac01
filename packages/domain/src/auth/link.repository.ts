import type { Link, LinkPurpose } from "./link.ts";

export interface LinkRepository {
  /** False, and no change, when the id is known. */
  add(link: Link, hash: Uint8Array): Promise<boolean>;
  /** A link that still works. */
  find(hash: Uint8Array, now: Date): Promise<Link | null>;
  /** Uses a link up, which only one caller can; null when it does not work, or not for any of the purposes. */
  consume(hash: Uint8Array, purposes: readonly LinkPurpose[], now: Date): Promise<Link | null>;
  /** Ends the other links of the same person (or address, without a person) and purpose that were made before or after. */
  endOthers(link: Link, which: "older" | "newer", now: Date): Promise<void>;
  countSince(userId: string, purpose: LinkPurpose, since: Date): Promise<number>;
  /** Whether somebody other than `userId` may still take this address back by an undo link. */
  isReserved(emailCanonical: string, userId: string, now: Date): Promise<boolean>;
  /** Forgets links that no allowance counts any more, at most `limit`. */
  sweep(now: Date, limit: number): Promise<void>;
}
