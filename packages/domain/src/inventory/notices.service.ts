import {
  type AskEvent,
  type BulkOutbox,
  type Clock,
  type LetterSeal,
  type Locale,
  maskEmail,
  type NewId,
  NotFound,
  type Outbox,
  RateLimited,
  type Throttle,
  type Transact,
} from "@vitrina/domain/core";
import {
  AlreadySubscribed,
  NoticeAddressInvalid,
  NoticeLimitReached,
  NoticeLinkInvalid,
  StillHere,
} from "./inventory.errors.ts";
import {
  MOST_NOTICES,
  MOST_SHOWN_NOTICES,
  NOTICE_CONFIRMED_WITHIN,
  NOTICE_WAITS,
  type Notice,
  type NoticeState,
  NoticeTextVersion,
} from "./notice.ts";
import type { NoticeDraft, NoticesReader, NoticesRepository } from "./notices.repository.ts";

interface Scope {
  notices: NoticesRepository;
  outbox: Outbox & BulkOutbox;
}
/** Somebody with an account. */
interface Person {
  id: string;
  email: string;
  emailCanonical: string;
  emailVerifiedAt: Date | null;
}
interface Dependencies {
  notices: NoticesReader;
  transact: Transact<Scope>;
  findPerson(userId: string): Promise<Person | null>;
  /** The key of an address, null for what is none. */
  keyOf(email: string): string | null;
  /** The token that ends the notices of an address: always the same, made under a key of the server. */
  stopTokenOf(emailCanonical: string): string;
  box: { create(): string; digest(token: string): Uint8Array };
  letterSeal: LetterSeal;
  throttle: Pick<Throttle, "take">;
  clock: Clock;
  newId: NewId;
}
export interface NoticeWish {
  variantId: string;
  /** Of a guest; whoever is signed in is written to at their own address. */
  email?: string | undefined;
  /** Of the page it was asked on. */
  locale: Locale;
  textVersion: NoticeTextVersion;
}
type Asked = Extract<AskEvent, { topic: "inventory.notice-asked" }>;
type AskedFact = "id" | "variantId" | "userId" | "email" | "locale" | "textVersion";
/** Runs the writing part under an idempotency key. */
type Once = <T>(work: () => Promise<T>) => Promise<T>;

/** Who wants to be told that something is back (INV-11). One letter, and the notice is over. */
export function createNoticesService(dependencies: Dependencies) {
  const { notices, transact, findPerson, keyOf, stopTokenOf, box, letterSeal, throttle, clock, newId } = dependencies;
  /** Where the next look at what has come in begins. */
  let after: string | null = null;

  const draftOf = (asked: Pick<NoticeDraft, AskedFact>, emailCanonical: string) => {
    const stopHash = box.digest(stopTokenOf(emailCanonical));
    return { ...asked, emailCanonical, stopHash, askedAt: clock() };
  };

  const keepOwn = (person: Person, { variantId, locale, textVersion }: NoticeWish): Promise<void> =>
    transact(async ({ notices }) => {
      const { id: userId, email, emailCanonical } = person;
      const had = await notices.lockAddress(emailCanonical);
      if ((await notices.findWaiting(variantId, emailCanonical)) !== null) throw new AlreadySubscribed({});
      if (had >= MOST_NOTICES) throw new NoticeLimitReached({ limit: MOST_NOTICES });
      const now = clock();
      await notices.keep({
        ...draftOf({ id: newId(), variantId, userId, email, locale, textVersion }, emailCanonical),
        confirmedAt: now,
        confirmHash: null,
        expiresAt: new Date(now.getTime() + NOTICE_WAITS),
      });
    });

  /** False when the address has had enough letters: nobody is told. */
  const mayBeWritten = (emailCanonical: string): Promise<boolean> =>
    throttle.take("notice-by-address", emailCanonical).then(
      () => true,
      (error: unknown) => {
        if (error instanceof RateLimited) return false;
        throw error;
      },
    );

  const ownerOf = async (userId: string) => {
    const person = await findPerson(userId);
    return { userId, emailCanonical: person?.emailVerifiedAt ? person.emailCanonical : null };
  };

  return {
    /**
     * Whoever is signed in with a confirmed address waits from now on; everybody else confirms by a letter, and the answer
     * does not tell whether the address was known. @throws NotFound @throws StillHere @throws NoticeAddressInvalid
     * @throws AlreadySubscribed @throws NoticeLimitReached
     */
    async ask(userId: string | null, wish: NoticeWish, once: Once): Promise<{ state: NoticeState }> {
      const { variantId, locale, textVersion } = wish;
      const person = userId === null ? null : await findPerson(userId);
      const email = person?.email ?? wish.email?.trim() ?? "";
      const emailCanonical = keyOf(email);
      const goods = await notices.findGoods(variantId);
      if (!goods?.published) throw new NotFound({ what: "variant" });
      if (goods.onShelf > 0) throw new StillHere({});
      if (emailCanonical === null) throw new NoticeAddressInvalid({});
      if (person?.emailVerifiedAt) {
        return once(async () => {
          await keepOwn(person, wish);
          return { state: "waiting" };
        });
      }
      const known = await mayBeWritten(emailCanonical);
      const askId = newId();
      const event = { topic: "inventory.notice-asked", askId, userId, variantId, email, locale, textVersion } as const;
      return once(async () => {
        if (known) await transact(({ outbox }) => outbox.publish(event, `${event.topic}:${askId}`));
        return { state: "asked" };
      });
    },

    /** Sends the letter that a guest asked for, unless the address has too many notices; may be delivered twice. */
    invite: ({ askId: id, variantId, userId, email, locale, textVersion }: Asked): Promise<void> =>
      transact(async ({ notices, outbox }) => {
        const emailCanonical = keyOf(email);
        if (emailCanonical === null || !(await notices.findGoods(variantId))) return;
        const had = await notices.lockAddress(emailCanonical);
        const about = { variantId, email, locale, emailKey: emailCanonical };
        const waiting = await notices.findWaiting(variantId, emailCanonical);
        if (waiting === id) return;
        if (waiting !== null)
          return outbox.publish({ topic: "inventory.notice-known", ...about }, `inventory.notice-known:${id}`);
        if (had >= MOST_NOTICES) return;
        const token = box.create();
        const seen = NoticeTextVersion.parse(textVersion);
        const draft = draftOf({ id, variantId, userId, email, locale, textVersion: seen }, emailCanonical);
        const expiresAt = new Date(draft.askedAt.getTime() + NOTICE_CONFIRMED_WITHIN);
        const kept = { ...draft, confirmedAt: null, confirmHash: box.digest(token), expiresAt };
        if (!(await notices.keep(kept))) return;
        const link = letterSeal.seal(token);
        await outbox.publish({ topic: "inventory.notice-link", ...about, link }, `inventory.notice-link:${id}`);
      }),

    /** What a confirmation's link is about; changes nothing. @throws NoticeLinkInvalid */
    async look(token: string) {
      const found = await notices.find(box.digest(token), clock());
      if (!found) throw new NoticeLinkInvalid({});
      return { ...found, email: maskEmail(found.email) };
    },

    /** May be repeated while it waits. @throws NoticeLinkInvalid */
    confirm: (token: string): Promise<void> =>
      transact(async ({ notices }) => {
        const now = clock();
        const until = new Date(now.getTime() + NOTICE_WAITS);
        if (!(await notices.confirm(box.digest(token), { now, until }))) throw new NoticeLinkInvalid({});
      }),

    /** What the link in a letter ends, the address masked; null for nothing, whatever the token is. */
    async lookAtStop(token: string) {
      const found = await notices.findStopped(box.digest(token));
      return { notices: found && { ...found, email: maskEmail(found.email) } };
    },
    /** Ends all notices of the address without signing in; may be repeated. */
    stop: (token: string): Promise<void> => transact(({ notices }) => notices.stop(box.digest(token))),

    list: async (userId: string): Promise<Notice[]> => notices.listOwn(await ownerOf(userId), MOST_SHOWN_NOTICES),

    /** @throws NotFound */
    cancel: async (userId: string, id: string): Promise<void> => {
      const owner = await ownerOf(userId);
      await transact(async ({ notices }) => {
        if (!(await notices.cancel(id, owner))) throw new NotFound({ what: "notice" });
      });
    },

    /** Writes to those whose goods came in, at most `limit`; answers how many. Any number may run at once. */
    async tell(limit: number): Promise<number> {
      const { told, last } = await transact(async ({ notices, outbox }) => {
        const { due, last } = await notices.takeDue(after, limit, clock());
        const facts = due.map(({ id, emailCanonical, ...about }) => ({
          event: { topic: "inventory.restocked", ...about, emailKey: emailCanonical } as const,
          dedupKey: `inventory.restocked:${id}`,
        }));
        if (facts.length > 0) await outbox.publishAll(facts);
        return { told: due.length, last };
      });
      if (told < limit) after = last;
      return told;
    },

    forgetExpired: (limit: number): Promise<number> => transact(({ notices }) => notices.forgetExpired(clock(), limit)),

    /** For letters and the pages they lead to. @throws NotFound */
    async goodsOf(variantId: string) {
      const goods = await notices.findGoods(variantId);
      if (!goods) throw new NotFound({ what: "variant" });
      return goods;
    },
    stopTokenOf,
  };
}
export type NoticesService = ReturnType<typeof createNoticesService>;
