import type { AskEvent, Clock, NewId, Throttle, Transact } from "@vitrina/domain/core";
import type { UsersRepository } from "@vitrina/domain/users";
import { LinkInvalid } from "./auth.errors.ts";
import type { PasswordHasher, PasswordStrength } from "./auth.ports.ts";
import { emailKeyOf } from "./email-key.ts";
import type { LinkService } from "./link.service.ts";
import { isBoundTo } from "./link.ts";
import { immediately, type Once } from "./once.ts";
import { bySelf } from "./own-sessions.service.ts";
import { assertHardToGuess, assertLongEnough, wordsOf } from "./password.ts";
import type { AuthScope, SessionService } from "./session.service.ts";
import { aboutOwnAddress } from "./verification.service.ts";

interface Dependencies {
  transact: Transact<AuthScope>;
  users: Pick<UsersRepository, "find">;
  letterLinks: LinkService;
  sessions: Pick<SessionService, "refuse">;
  passwords: PasswordHasher;
  strength: PasswordStrength;
  throttle: Pick<Throttle, "clear">;
  clock: Clock;
  newId: NewId;
}

/** A link that opens the way to a new password: one asked for, or one that was to confirm the address (T-09). */
const OPENING = ["reset", "verify"] as const;

export function createResetService(dependencies: Dependencies) {
  const { transact, users, letterLinks, sessions, passwords, strength, throttle, clock, newId } = dependencies;

  /** The hash of a password that has passed the rules; null when the link opens nothing, which costs no work. */
  async function prepare(token: string, password: string): Promise<string | null> {
    const link = await letterLinks.look(token).catch(nothing);
    const user = link?.userId ? await users.find(link.userId) : null;
    if (!link || !user || !isBoundTo(link, user) || !OPENING.some((purpose) => purpose === link.purpose)) return null;
    assertLongEnough(password, user.role);
    assertHardToGuess(await strength.estimate(password, wordsOf(user)), user.role);
    return passwords.hash(password, { known: true });
  }

  return {
    /**
     * Asks for a letter with a link to a new password (AUTH-09). Whether the address is known is looked into after the
     * answer, so that neither the answer nor its time tells. @throws InvalidEmail
     */
    async askReset(email: string): Promise<void> {
      const askId = newId();
      const event = { topic: "auth.reset-asked", askId, email: emailKeyOf(email) } as const;
      await transact(({ outbox }) => outbox.publish(event, `auth.reset-asked:${askId}`));
    },

    /** Sends that letter to the stored address, if there is one and it has not had enough of them. */
    sendReset: ({ askId, email }: Extract<AskEvent, { topic: "auth.reset-asked" }>): Promise<void> =>
      transact(async (scope) => {
        const known = await scope.users.findByEmail(email);
        const user = known && (await scope.users.lock(known.id));
        if (user?.status !== "active" || user.emailCanonical !== email) return;
        if (!(await letterLinks.isAllowed(scope, user.id, "reset"))) return;
        const link = await letterLinks.issueOnce(scope, { id: askId, purpose: "reset", ...aboutOwnAddress(user) });
        if (link === null) return;
        const letter = { topic: "auth.reset-link", email: user.email, locale: user.locale, link } as const;
        await scope.outbox.publish(letter, `auth.reset-link:${askId}`);
      }),

    /**
     * Sets a new password by the link (AUTH-10): every session and every other link of the person ends. It signs nobody
     * in, so a second factor is still asked for. What was guessed at the old password is forgotten. The mailbox has
     * spoken, so the address counts as confirmed.
     * @throws LinkInvalid @throws WeakPassword @throws Busy
     */
    async resetPassword({ token, password }: { token: string; password: string }, once: Once = immediately) {
      const passwordHash = await prepare(token, password);
      const { account, ended } = await once(() =>
        transact(async (scope) => {
          if (passwordHash === null) throw new LinkInvalid({});
          const { user, link } = await letterLinks.redeemOwn(scope, token, { purposes: OPENING, fits: isBoundTo });
          const { id, email, locale } = user;
          const now = clock();
          await scope.credentials.set(id, passwordHash, now);
          await scope.users.markVerified(id, now);
          await scope.users.raiseAv(id);
          await scope.audit.record({ action: "auth.password-set", ...bySelf(id) });
          await scope.outbox.publish(
            { topic: "auth.password-changed", email, locale },
            `auth.password-changed:${link.id}`,
          );
          const ended = await scope.sessions.revokeOthers(id, { keep: null, now, reason: "password-set" });
          return { account: user.emailCanonical, ended };
        }),
      );
      sessions.refuse(ended);
      await throttle.clear("password-by-account", account);
    },
  };
}

function nothing(error: unknown): null {
  if (error instanceof LinkInvalid) return null;
  throw error;
}
