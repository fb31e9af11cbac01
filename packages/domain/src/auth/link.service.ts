import type { Clock, LetterSeal, NewId } from "@vitrina/domain/core";
import { type User, type UsersRepository } from "@vitrina/domain/users";
import { LinkInvalid, TooManyLetters } from "./auth.errors.ts";
import type { TokenBox } from "./auth.ports.ts";
import type { LinkRepository } from "./link.repository.ts";
import { allowance, type Link, linkExpiry, LinkPurpose, type RationedPurpose, replacesOlder } from "./link.ts";

export interface LinkScope {
  links: LinkRepository;
  users: Pick<UsersRepository, "lock">;
}

interface Dependencies {
  links: Pick<LinkRepository, "find">;
  box: Pick<TokenBox, "create" | "digest">;
  letterSeal: LetterSeal;
  clock: Clock;
  newId: NewId;
}

type WantedLink = Pick<Link, "purpose" | "userId" | "email" | "emailCanonical" | "av"> &
  Partial<Pick<Link, "id" | "subject">>;

/** Makes and takes back the links of letters: random, stored as a digest, bound, used once. */
export function createLinkService({ links: stored, box, letterSeal, clock, newId }: Dependencies) {
  /**
   * Uses a link up inside the caller's transaction. A person's row is held before the link's, as everywhere.
   * @throws LinkInvalid for whatever does not work, without a word why
   */
  async function redeem(
    scope: LinkScope,
    token: string,
    purposes: readonly LinkPurpose[] = LinkPurpose.options,
  ): Promise<Link> {
    const hash = box.digest(token);
    const seen = await scope.links.find(hash, clock());
    if (seen?.userId) await scope.users.lock(seen.userId);
    const link = await scope.links.consume(hash, purposes, clock());
    if (!link) throw new LinkInvalid({});
    return link;
  }

  return {
    /**
     * Makes a link inside the caller's transaction, which holds the person. Returns its token sealed for the letter, or
     * null when a link with that id was made before.
     */
    async issue({ links }: Pick<LinkScope, "links">, wanted: WantedLink): Promise<string | null> {
      const now = clock();
      const link = { id: newId(), subject: "", ...wanted, createdAt: now, expiresAt: linkExpiry(wanted.purpose, now) };
      const token = box.create();
      if (!(await links.add(link, box.digest(token)))) return null;
      if (replacesOlder(link.purpose)) await links.endOthers(link, "older", now);
      return letterSeal.seal(token);
    },

    redeem,

    /** As `redeem`, with the person it belongs to, who must be active and fit. @throws LinkInvalid */
    async redeemOwn(
      scope: LinkScope,
      token: string,
      { purposes, fits }: { purposes: readonly LinkPurpose[]; fits: (link: Link, user: User) => boolean },
    ): Promise<{ link: Link; user: User }> {
      const link = await redeem(scope, token, purposes);
      const user = link.userId === null ? null : await scope.users.lock(link.userId);
      if (user?.status !== "active" || !fits(link, user)) throw new LinkInvalid({});
      return { link, user };
    },

    /** What a link that still works is for; changes nothing. @throws LinkInvalid */
    async look(token: string): Promise<Link> {
      const link = await stored.find(box.digest(token), clock());
      if (!link) throw new LinkInvalid({});
      return link;
    },

    /** Call while holding the person. @throws TooManyLetters */
    async assertAllowed(
      { links }: { links: Pick<LinkRepository, "countSince"> },
      userId: string,
      purpose: RationedPurpose,
    ) {
      const { since, letters } = allowance(purpose, clock());
      if ((await links.countSince(userId, purpose, since)) >= letters) throw new TooManyLetters({ limit: letters });
    },
  };
}
export type LinkService = ReturnType<typeof createLinkService>;
