import type { Clock, NewId, Transact } from "@vitrina/domain/core";
import type { NewUser, User } from "@vitrina/domain/users";
import { LinkInvalid } from "./auth.errors.ts";
import type { LinkService } from "./link.service.ts";
import { isBoundTo, type Link } from "./link.ts";
import type { Principal } from "./principal.ts";
import type { AuthScope } from "./session.service.ts";

interface Dependencies {
  transact: Transact<AuthScope>;
  letterLinks: LinkService;
  clock: Clock;
  newId: NewId;
}

/** A link about the address a person has now. */
export const aboutOwnAddress = ({ id: userId, email, emailCanonical, av }: NewUser) => ({
  userId,
  email,
  emailCanonical,
  av,
});

export function createVerificationService({ transact, letterLinks, clock, newId }: Dependencies) {
  return {
    /**
     * Confirms the address of the account whose session uses the link (AUTH-02). A mailbox alone confirms nothing: the
     * account may have been made by a stranger, so its holder sets a new password instead (T-09). @throws LinkInvalid
     */
    verifyEmail: ({ userId }: Pick<Principal, "userId">, token: string): Promise<void> =>
      transact(async (scope) => {
        const fits = (link: Link, user: User) => user.id === userId && isBoundTo(link, user);
        const { user } = await letterLinks.redeemOwn(scope, token, { purposes: ["verify"], fits });
        await scope.users.markVerified(user.id, clock());
      }),

    /** Sends the link again; nothing to do for an address that is confirmed. @throws TooManyLetters */
    resendVerification: ({ userId }: Pick<Principal, "userId">): Promise<void> =>
      transact(async (scope) => {
        const user = await scope.users.lock(userId);
        if (!user) throw new LinkInvalid({});
        if (user.emailVerifiedAt) return;
        await letterLinks.assertAllowed(scope, userId, "verify");
        const link = await letterLinks.issue(scope, { purpose: "verify", ...aboutOwnAddress(user) });
        const { email, locale } = user;
        await scope.outbox.publish(
          { topic: "auth.verification-asked", email, locale, link },
          `auth.verification-asked:${newId()}`,
        );
      }),
  };
}
