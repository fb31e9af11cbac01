import type { Clock, LetterSeal, NewId } from "@vitrina/domain/core";
import type { User, UsersRepository } from "@vitrina/domain/users";
import { LinkInvalid, TooManyLetters } from "./auth.errors.ts";
import type { TokenBox } from "./auth.ports.ts";
import type { LinkRepository } from "./link.repository.ts";
import { allowance, type Link, linkExpiry, type LinkPurpose, type RationedPurpose, replacesOlder } from "./link.ts";

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

type WantedLink = Pick<Link, "purpose" | "userId" | "email" | "emailCanonical" | "av"> & Partial<Pick<Link, "subject">>;

/** Makes and takes back the links of letters: random, stored as a digest, bound, used once. */
export function createLinkService({ links: stored, box, letterSeal, clock, newId }: Dependencies) {
  /**
   * Uses a link up inside the caller's transaction, and holds the person it belongs to, if there is one: their row before
   * the link's, as everywhere. @throws LinkInvalid for whatever does not work, without a word why
   */
  async function redeem(scope: LinkScope, token: string, purposes: readonly LinkPurpose[]) {
    const hash = box.digest(token);
    const seen = await scope.links.find(hash, clock());
    const user = seen?.userId ? await scope.users.lock(seen.userId) : null;
    const link = await scope.links.consume(hash, purposes, clock());
    if (!link) throw new LinkInvalid({});
    return { link, user };
  }

  function draw(wanted: WantedLink & Pick<Link, "id">) {
    const createdAt = clock();
    const link: Link = { subject: "", ...wanted, createdAt, expiresAt: linkExpiry(wanted.purpose, createdAt) };
    const token = box.create();
    return { link, token, hash: box.digest(token) };
  }

  async function seal(links: LinkRepository, { link, token }: { link: Link; token: string }): Promise<string> {
    if (replacesOlder(link.purpose)) await links.endOthers(link, "older", link.createdAt);
    return letterSeal.seal(token);
  }

  async function isAllowed({ links }: Pick<LinkScope, "links">, userId: string, purpose: RationedPurpose) {
    const { letters, since } = allowance(purpose, clock());
    return (await links.countSince(userId, purpose, since)) < letters;
  }

  return {
    /** Makes a link inside the caller's transaction, which holds the person. Returns its token sealed for the letter. */
    async issue({ links }: Pick<LinkScope, "links">, wanted: WantedLink): Promise<string> {
      const drawn = draw({ ...wanted, id: newId() });
      await links.add(drawn.link, drawn.hash);
      return seal(links, drawn);
    },

    /** As `issue`, for an event that may be delivered twice; null when the link with that id was made before. */
    async issueOnce(
      { links }: Pick<LinkScope, "links">,
      wanted: WantedLink & Pick<Link, "id">,
    ): Promise<string | null> {
      const drawn = draw(wanted);
      return (await links.add(drawn.link, drawn.hash)) ? seal(links, drawn) : null;
    },

    redeem,

    /** As `redeem`, for a person, who must be active and fit. @throws LinkInvalid */
    async redeemOwn(
      scope: LinkScope,
      token: string,
      { purposes, fits }: { purposes: readonly LinkPurpose[]; fits: (link: Link, user: User) => boolean },
    ): Promise<{ link: Link; user: User }> {
      const { link, user } = await redeem(scope, token, purposes);
      if (user?.status !== "active" || !fits(link, user)) throw new LinkInvalid({});
      return { link, user };
    },

    /** What a link that still works is for; changes nothing. @throws LinkInvalid */
    async look(token: string): Promise<Link> {
      const link = await stored.find(box.digest(token), clock());
      if (!link) throw new LinkInvalid({});
      return link;
    },

    /** Whether the person may cause another letter. Call while holding them. */
    isAllowed,

    /** As `isAllowed`. @throws TooManyLetters */
    async assertAllowed(scope: Pick<LinkScope, "links">, userId: string, purpose: RationedPurpose): Promise<void> {
      if (!(await isAllowed(scope, userId, purpose)))
        throw new TooManyLetters({ limit: allowance(purpose, clock()).letters });
    },
  };
}
export type LinkService = ReturnType<typeof createLinkService>;
