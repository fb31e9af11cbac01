import type { BucketRepository } from "./bucket.repository.ts";
import type { Clock } from "./clock.ts";
import { RateLimited } from "./errors.ts";
import { LIMITS, type LimitName } from "./limits.ts";

interface Dependencies {
  /** Outside of every transaction: a refusal must not undo what was counted. */
  buckets: BucketRepository;
  /** A keyed hash, so that a copy of the table names nobody. */
  hash: (text: string) => string;
  clock: Clock;
}

/**
 * Slows down whoever tries too often (CORE-11). Every limit has its name and figures in `LIMITS`; `whom` is what is
 * counted: a network, an address, an id. Use it before costly or guessable work:
 *
 *     await throttle.take("second-factor-by-account", userId);   // throws RateLimited, the API answers 429
 *     if (!matches) throw new WrongCode({});                      // stays counted
 *     await throttle.clear("second-factor-by-account", userId);   // a success forgets the failures
 *
 * Call it outside of a transaction, that is in procedures with `once: "resolver"`. Where a whole procedure is counted,
 * its option `limits` does it ahead of the transaction: `openProcedure("auth:use", { limits: byNetwork("link-by-network") })`.
 */
export function createThrottle({ buckets, hash, clock }: Dependencies) {
  const keyOf = (name: LimitName, whom: string) => `${name}:${hash(`${name}:${whom}`)}`;

  return {
    /** Counts one try before it is made; answers how many there were lately. @throws RateLimited */
    async take(name: LimitName, whom: string): Promise<number> {
      const now = clock();
      const outcome = await buckets.take(keyOf(name, whom), LIMITS[name], now);
      if ("hits" in outcome) return outcome.hits;
      throw new RateLimited({ retryAfter: Math.max(1, Math.ceil((+outcome.fullUntil - +now) / 1000)) });
    },

    /** The try counted last was none, e.g. because the shop was busy or the password right. */
    giveBack: (name: LimitName, whom: string) => buckets.giveBack(keyOf(name, whom), clock()),

    clear: (name: LimitName, whom: string) => buckets.clear(keyOf(name, whom)),

    sweep: (limit: number) => buckets.sweep(clock(), limit),
  };
}
export type Throttle = ReturnType<typeof createThrottle>;
