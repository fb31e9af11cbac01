import type { Clock, LimitName, Outbox, Throttle, Transact } from "@vitrina/domain/core";
import type { User } from "@vitrina/domain/users";
import { BadCredentials } from "./auth.errors.ts";
import type { DeviceMarks } from "./auth.ports.ts";

export interface GuessDependencies {
  throttle: Pick<Throttle, "take" | "giveBack" | "clear">;
  marks: Pick<DeviceMarks, "read">;
  transact: Transact<{ outbox: Outbox }>;
  clock: Clock;
}

/** A password about to be judged. */
interface Attempt {
  /** Canonical address, of an account or of none: both are slowed alike. */
  account: string;
  /** What a browser shows that signed in before. */
  deviceMark: string | null;
}
interface Judging {
  /** Whether the browser signed in to this account before. */
  known: boolean;
  /** Tells the owner when there were many guesses. Beside the comparison, where it takes no time that would tell a known address. */
  warn: (owner: User | null) => Promise<void>;
}

/** Guesses at one account that make its owner worth a letter. */
const ALARMING = 5;
const DAY = 86_400_000;

/**
 * Slows guessing at passwords without shutting the owner out (AUTH-04): each device that once signed in to an account
 * has a bucket of its own, all others share one.
 */
export function createGuessGuard({ throttle, marks, transact, clock }: GuessDependencies) {
  async function warnOwner({ id: userId, email, locale }: User): Promise<void> {
    const day = Math.floor(clock().getTime() / DAY);
    const event = { topic: "auth.guessed", userId, email, locale } as const;
    await transact(({ outbox }) => outbox.publish(event, `auth.guessed:${userId}:${day}`));
  }

  return {
    /** Counts an attempt, then lets `judge` compare; only BadCredentials stays counted. @throws RateLimited */
    async guarded<T>({ account, deviceMark }: Attempt, judge: (judging: Judging) => Promise<T>): Promise<T> {
      const device = deviceMark === null ? null : marks.read(deviceMark, { account, now: clock() });
      const bucket: [LimitName, string] = device ? ["password-by-device", device] : ["password-by-account", account];
      const hits = await throttle.take(...bucket);
      try {
        const warn = async (owner: User | null) => {
          if (owner && hits > ALARMING) await warnOwner(owner);
        };
        const outcome = await judge({ known: device !== null, warn });
        await (device ? throttle.clear(...bucket) : throttle.giveBack(...bucket));
        return outcome;
      } catch (error) {
        if (!(error instanceof BadCredentials)) await throttle.giveBack(...bucket);
        throw error;
      }
    },
  };
}
