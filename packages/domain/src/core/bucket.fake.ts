import { type Bucket, fill } from "./bucket.ts";
import type { BucketRepository } from "./bucket.repository.ts";

export function fakeBuckets(): BucketRepository & { all: Map<string, Bucket> } {
  const all = new Map<string, Bucket>();
  return {
    all,
    async take(key, limit, now) {
      const standing = all.get(key) ?? null;
      const filled = fill(standing, limit, now);
      if (!filled) return { fullUntil: standing?.freeAt ?? now };
      all.set(key, filled);
      return { hits: filled.hits };
    },
    async giveBack(key, now) {
      const bucket = all.get(key);
      if (bucket) all.set(key, { ...bucket, hits: Math.max(0, bucket.hits - 1), freeAt: now });
    },
    clear: async (key) => void all.delete(key),
    async sweep(now, limit) {
      const empty = [...all].filter(([, { drainedAt }]) => drainedAt < now).slice(0, limit);
      for (const [key] of empty) all.delete(key);
      return empty.length;
    },
  };
}
