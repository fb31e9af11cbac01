import type { Limit } from "./limits.ts";

export interface BucketRepository {
  /** Puts one more into a bucket, as `fill` does; however many come at once. Answers how full it is, or until when it is full. */
  take(key: string, limit: Limit, now: Date): Promise<{ hits: number } | { fullUntil: Date }>;
  /** Takes one out again, and lets the next one in at once. */
  giveBack(key: string, now: Date): Promise<void>;
  clear(key: string): Promise<void>;
  /** Forgets what counts as empty, at most `limit`; answers how many. */
  sweep(now: Date, limit: number): Promise<number>;
}
