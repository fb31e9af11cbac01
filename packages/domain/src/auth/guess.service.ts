import type { AskEvent, Clock, Outbox, Throttle, Transact } from "@vitrina/domain/core";
import type { UsersRepository } from "@vitrina/domain/users";
import { BadCredentials } from "./auth.errors.ts";
import type { DeviceMarks } from "./auth.ports.ts";
import { countedTry } from "./counted-try.ts";

export interface GuessDependencies {
  throttle: Pick<Throttle, "take" | "giveBack" | "clear">;
  marks: Pick<DeviceMarks, "read">;
  transact: Transact<{ outbox: Outbox; users: Pick<UsersRepository, "findByEmail"> }>;
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
}

/** Guesses at one account that make its owner worth a letter. */
const ALARMING = 5;
const DAY = 86_400_000;

const isBadCredentials = (error: unknown): boolean => error instanceof BadCredentials;

/**
 * Slows guessing at passwords without shutting the owner out (AUTH-04): each device that once signed in to an account
 * has a bucket of its own, all others share one.
 */
export function createGuessGuard({ throttle, marks, transact, clock }: GuessDependencies) {
  /** Once a day; whether anybody has the account is looked into after the answer, so that its time does not tell. */
  async function notice(account: string): Promise<void> {
    const askId = `${account}:${Math.floor(clock().getTime() / DAY)}`;
    const event = { topic: "auth.guesses-noticed", askId, account } as const;
    await transact(({ outbox }) => outbox.publish(event, `${event.topic}:${askId}`));
  }

  return {
    /** Counts an attempt, then lets `judge` compare; only BadCredentials stays counted. @throws RateLimited */
    async guarded<T>({ account, deviceMark }: Attempt, judge: (judging: Judging) => Promise<T>): Promise<T> {
      const device = deviceMark === null ? null : marks.read(deviceMark, { account, now: clock() });
      const bucket = device ? (["password-by-device", device] as const) : (["password-by-account", account] as const);
      const counting = { throttle, bucket, right: device ? "clear" : "giveBack", isWrong: isBadCredentials } as const;
      return countedTry(counting, async (hits) => {
        if (hits > ALARMING) await notice(account);
        return judge({ known: device !== null });
      });
    },

    /** Tells the owner that there were many guesses, if the account is anybody's. */
    warnOwner: ({ askId, account }: Extract<AskEvent, { topic: "auth.guesses-noticed" }>): Promise<void> =>
      transact(async ({ users, outbox }) => {
        const owner = await users.findByEmail(account);
        if (!owner) return;
        const { id: userId, email, locale } = owner;
        await outbox.publish({ topic: "auth.guessed", userId, email, locale }, `auth.guessed:${askId}`);
      }),
  };
}
