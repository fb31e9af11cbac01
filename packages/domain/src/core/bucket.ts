import type { Limit } from "./limits.ts";

/** How often somebody came lately. */
export interface Bucket {
  /** Since it was last empty. */
  hits: number;
  /** From then on the next one is let in. */
  freeAt: Date;
  /** From then on it counts as empty. */
  drainedAt: Date;
}

/**
 * The bucket with one more in it, or null when there is no room yet. Without a delay this is the generic cell rate
 * algorithm (ITU-T I.371): it drains steadily, so no boundary between two windows lets twice as many through.
 */
export function fill(bucket: Bucket | null, { burst, per, delay }: Limit, now: Date): Bucket | null {
  if (bucket && now < bucket.freeAt) return null;
  const standing = bucket && now < bucket.drainedAt ? bucket : null;
  const hits = (standing?.hits ?? 0) + 1;
  if (delay) {
    const wait = hits < burst ? 0 : Math.min(delay.first * 2 ** (hits - burst), delay.longest);
    return { hits, freeAt: after(now, wait), drainedAt: after(now, wait + per) };
  }
  const drainedAt = after(standing?.drainedAt ?? now, per / burst);
  return { hits, freeAt: after(drainedAt, per / burst - per), drainedAt };
}

const after = (moment: Date, milliseconds: number): Date => new Date(moment.getTime() + milliseconds);
