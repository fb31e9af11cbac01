import { type Clock, maskEmail, NotFound, type Outbox, type Transact } from "@vitrina/domain/core";
import {
  type ConsentChange,
  type ConsentSource,
  type ConsentState,
  CURRENT_CONSENT_TEXT,
  isNews,
  statesOf,
  type UnsubscribeTarget,
} from "./consent.ts";
import type { ConsentRepository } from "./consent.repository.ts";
import type { User } from "./user.ts";
import { UnsubscribeLinkInvalid } from "./users.errors.ts";
import type { UsersRepository } from "./users.repository.ts";

/** The tokens of unsubscribe links: made from what they are about under a key of the server, and read back. */
export interface UnsubscribeTokens {
  tokenOf(target: UnsubscribeTarget): string;
  /** Null for whatever this shop did not make. */
  read(token: string): UnsubscribeTarget | null;
}

interface Scope {
  users: Pick<UsersRepository, "lock">;
  consents: ConsentRepository;
  outbox: Outbox;
}

interface Dependencies {
  users: Pick<UsersRepository, "find">;
  consents: Pick<ConsentRepository, "latest">;
  tokens: UnsubscribeTokens;
  transact: Transact<Scope>;
  clock: Clock;
}

/** What people allow the shop to write to them for (USER-08). */
export function createConsentService({ users, consents, tokens, transact, clock }: Dependencies) {
  /** A letter with a way out of it; nobody is written to at an address that may be a stranger's. */
  async function welcome({ outbox }: Scope, user: User, { purpose, channel }: ConsentChange): Promise<void> {
    const { id: userId, email, locale, emailVerifiedAt } = user;
    if (!emailVerifiedAt) return;
    const event = { topic: "users.subscribed", userId, email, locale, purpose, channel } as const;
    await outbox.publish(event, `users.subscribed:${userId}:${purpose}:${channel}:${clock().getTime()}`);
  }

  const say = (userId: string, change: ConsentChange, source: ConsentSource): Promise<ConsentState[]> =>
    transact(async (scope) => {
      const user = await scope.users.lock(userId);
      if (!user) throw new NotFound({ what: "user" });
      const { purpose, channel } = change;
      const latest = await scope.consents.latest(userId);
      const former = latest.find((each) => each.purpose === purpose && each.channel === channel);
      if (!isNews(former, change)) return statesOf(latest);
      await scope.consents.append({ ...change, userId, source, at: clock() });
      if (change.granted && !former?.granted) await welcome(scope, user, change);
      return statesOf(await scope.consents.latest(userId));
    });

  async function targetOf(token: string) {
    const target = tokens.read(token);
    const user = target && (await users.find(target.userId));
    if (!target || !user) throw new UnsubscribeLinkInvalid({});
    return { ...target, user };
  }

  return {
    list: async (userId: string) => statesOf(await consents.latest(userId)),

    /** Each change is a row of its own; the same said twice is one. @throws NotFound */
    change: say,

    /** What an unsubscribe link stops; changes nothing. @throws UnsubscribeLinkInvalid */
    async lookAtUnsubscribe(token: string) {
      const { user, userId, purpose, channel } = await targetOf(token);
      const states = statesOf(await consents.latest(userId));
      const granted = states.some((state) => state.purpose === purpose && state.channel === channel && state.granted);
      return { purpose, channel, granted, email: maskEmail(user.email) };
    },

    /** Withdraws without signing in; may be repeated, and works as long as the account is. @throws UnsubscribeLinkInvalid */
    async unsubscribe(token: string): Promise<void> {
      const { userId, purpose, channel } = await targetOf(token);
      const change = { purpose, channel, granted: false, textVersion: CURRENT_CONSENT_TEXT };
      await say(userId, change, "unsubscribe-link");
    },

    tokenOf: tokens.tokenOf,
  };
}
export type ConsentService = ReturnType<typeof createConsentService>;
