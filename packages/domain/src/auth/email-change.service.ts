import type { AskEvent, Clock, NewId, Transact } from "@vitrina/domain/core";
import { EmailTaken, type User } from "@vitrina/domain/users";
import { EmailUnchanged, EmailUnverified, SessionRevoked } from "./auth.errors.ts";
import { emailKeyOf, isTaken } from "./email-key.ts";
import type { LinkService } from "./link.service.ts";
import { isMadeUnder, type Link } from "./link.ts";
import { bySelf } from "./own-sessions.service.ts";
import type { Principal } from "./principal.ts";
import type { AuthScope, SessionService } from "./session.service.ts";
import { aboutOwnAddress } from "./verification.service.ts";

interface Dependencies {
  transact: Transact<AuthScope>;
  letterLinks: LinkService;
  sessions: Pick<SessionService, "refuse">;
  clock: Clock;
  newId: NewId;
}

const HOUR = 3_600_000;

export function createEmailChangeService({ transact, letterLinks, sessions, clock, newId }: Dependencies) {
  async function warnOwner({ users, outbox }: AuthScope, address: string): Promise<void> {
    const owner = await users.findByEmail(address);
    if (!owner) return;
    const dedupKey = `auth.email-taken:${owner.id}:${Math.floor(clock().getTime() / HOUR)}`;
    await outbox.publish({ topic: "auth.email-taken", email: owner.email, locale: owner.locale }, dedupKey);
  }

  /** Tells the address that is given up, with the way back. */
  async function farewell(scope: AuthScope, user: User, { id, email: newEmail }: Link): Promise<void> {
    const { email, locale } = user;
    const link = await letterLinks.issue(scope, { purpose: "undo-email", ...aboutOwnAddress(user) });
    const event = { topic: "auth.email-changed", email, newEmail, locale, link } as const;
    await scope.outbox.publish(event, `auth.email-changed:${id}`);
  }

  return {
    /**
     * Asks to change the address (AUTH-12). Sign-in stays with the old one until the new one confirms. Whether the new
     * one is taken is looked into after the answer and told only to its owner.
     * @throws InvalidEmail @throws EmailUnverified @throws EmailUnchanged @throws TooManyLetters
     */
    changeEmail: ({ userId }: Pick<Principal, "userId">, email: string): Promise<void> =>
      transact(async (scope) => {
        const emailCanonical = emailKeyOf(email);
        const user = await scope.users.lock(userId);
        if (!user) throw new SessionRevoked({});
        if (!user.emailVerifiedAt) throw new EmailUnverified({});
        if (emailCanonical === user.emailCanonical) throw new EmailUnchanged({});
        await letterLinks.assertAllowed(scope, userId, "change-email");
        const askId = newId();
        const event = { topic: "auth.email-change-asked", askId, userId, av: user.av, email } as const;
        await scope.outbox.publish(event, `auth.email-change-asked:${askId}`);
      }),

    /** Writes to the new address, or to whoever has it. A link is made either way, so that both count alike. */
    sendEmailChange: ({ askId, userId, av, email }: Extract<AskEvent, { topic: "auth.email-change-asked" }>) =>
      transact(async (scope) => {
        const emailCanonical = emailKeyOf(email);
        const user = await scope.users.lock(userId);
        if (user?.status !== "active" || user.av !== av) return;
        // Counted again: many may be asked for before the first link is made.
        if (!(await letterLinks.isAllowed(scope, userId, "change-email"))) return;
        const wanted = { id: askId, purpose: "change-email", userId, av, email, emailCanonical } as const;
        const link = await letterLinks.issueOnce(scope, wanted);
        if (link === null) return;
        if (await isTaken(scope, emailCanonical, { userId, now: clock() })) return warnOwner(scope, emailCanonical);
        const letter = { topic: "auth.email-change-link", email, locale: user.locale, link } as const;
        await scope.outbox.publish(letter, `auth.email-change-link:${askId}`);
      }),

    /**
     * Makes the new address the account's, in a session of that account: whoever got the letter by a slip of the pen
     * gets nothing. Other sessions end; the old address is told and can take it back for 7 days.
     * @throws LinkInvalid @throws EmailTaken
     */
    async confirmEmail({ userId, sessionId }: Pick<Principal, "userId" | "sessionId">, token: string): Promise<void> {
      const ended = await transact(async (scope) => {
        const fits = (link: Link, user: User) => user.id === userId && isMadeUnder(link, user);
        const { link, user } = await letterLinks.redeemOwn(scope, token, { purposes: ["change-email"], fits });
        const { email, emailCanonical } = link;
        const now = clock();
        if (await isTaken(scope, emailCanonical, { userId, now })) throw new EmailTaken({});
        await farewell(scope, user, link);
        await scope.users.setEmail(userId, { email, emailCanonical }, now);
        await scope.audit.record({ action: "auth.email-changed", ...bySelf(userId) });
        return scope.sessions.revokeOthers(userId, { keep: sessionId, now, reason: "email-changed" });
      });
      sessions.refuse(ended);
    },

    /**
     * Takes the old address back, also from somebody who has changed the password since: every session ends and the
     * password opens nothing any more, until the link of a letter sets a new one. Later ways back end: they lead to
     * addresses that a thief may hold.
     * @throws LinkInvalid @throws EmailTaken
     */
    async undoEmailChange(token: string): Promise<void> {
      const ended = await transact(async (scope) => {
        const fits = () => true;
        const { link, user } = await letterLinks.redeemOwn(scope, token, { purposes: ["undo-email"], fits });
        const { email, emailCanonical } = link;
        const now = clock();
        await scope.links.endOthers(link, "newer", now);
        await scope.users.setEmail(user.id, { email, emailCanonical }, now);
        await scope.credentials.remove(user.id);
        await scope.audit.record({ action: "auth.email-restored", ...bySelf(user.id) });
        const restored = { ...user, email, emailCanonical, av: user.av + 1 };
        const reset = await letterLinks.issue(scope, { purpose: "reset", ...aboutOwnAddress(restored) });
        const letter = { topic: "auth.email-restored", email, locale: user.locale, link: reset } as const;
        await scope.outbox.publish(letter, `auth.email-restored:${link.id}`);
        return scope.sessions.revokeOthers(user.id, { keep: null, now, reason: "email-changed" });
      });
      sessions.refuse(ended);
    },
  };
}
