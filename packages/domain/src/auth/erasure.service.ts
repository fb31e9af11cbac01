import type { Clock, DataSubject, PersonalData, Transact } from "@vitrina/domain/core";
import { subjectOf, type User } from "@vitrina/domain/users";
import { OpenOrders, SessionRevoked, StaffAccount } from "./auth.errors.ts";
import { callOffErasure, erasureOf, postponed } from "./erasure.ts";
import type { LinkService } from "./link.service.ts";
import { bySelf, raiseRights } from "./own-sessions.service.ts";
import type { Principal } from "./principal.ts";
import type { AuthScope, SessionService } from "./session.service.ts";
import { aboutOwnAddress } from "./verification.service.ts";

interface Dependencies {
  transact: Transact<AuthScope>;
  letterLinks: LinkService;
  sessions: Pick<SessionService, "refuse">;
  /** Orders of the person that are not over yet: they would lose what they paid for. */
  openOrders(person: DataSubject): Promise<{ id: string; number: string }[]>;
  /** What every room keeps about people; the room of the people themselves last. */
  rooms: readonly Pick<PersonalData, "erase">[];
  clock: Clock;
}

/** The end of an account, by its owner's wish (USER-06): 14 days to think better of it, then nothing personal is left. */
export function createErasureService({ transact, letterLinks, sessions, openOrders, rooms, clock }: Dependencies) {
  return {
    /**
     * Ends every session; signing in or the link of the letter calls it off. Whoever works in the shop gives up their role
     * first, so that the shop keeps its admin and nobody's acts lose their author by surprise.
     * @throws StaffAccount @throws OpenOrders
     */
    async eraseAccount({ userId }: Pick<Principal, "userId">): Promise<{ eraseAt: Date }> {
      const now = clock();
      const eraseAt = erasureOf(now);
      const ended = await transact(async (scope) => {
        const user = await scope.users.lock(userId);
        if (!user) throw new SessionRevoked({});
        if (user.role !== "customer") throw new StaffAccount({});
        const orders = await openOrders(subjectOf(user));
        if (orders.length > 0) throw new OpenOrders({ orders });
        const ended = await raiseRights(scope, { userId, sessionId: null }, { now, reason: "erasure-asked" });
        await scope.users.setEraseAt(userId, eraseAt);
        const { email, locale, av } = user;
        const link = await letterLinks.issue(scope, {
          purpose: "undo-erasure",
          ...aboutOwnAddress({ ...user, av: av + 1 }),
        });
        const letter = { topic: "auth.erasure-asked", email, locale, eraseAt: eraseAt.toISOString(), link } as const;
        await scope.outbox.publish(letter, `auth.erasure-asked:${userId}:${now.getTime()}`);
        await scope.audit.record({ action: "users.erasure-asked", ...bySelf(userId) });
        return ended;
      });
      sessions.refuse(ended);
      return { eraseAt };
    },

    /** By the link of the letter, without a session and without beginning one. @throws LinkInvalid */
    undoErasure: (token: string): Promise<void> =>
      transact(async (scope) => {
        const fits = (_: unknown, { eraseAt }: User) => eraseAt !== null;
        const { user } = await letterLinks.redeemOwn(scope, token, { purposes: ["undo-erasure"], fits });
        await callOffErasure(scope, user, clock());
      }),

    /**
     * Erases one person whose time has come, in one transaction: a kill at any moment leaves everything or nothing to do.
     * Somebody with an open order waits a day more. False when nobody is due.
     */
    eraseDue: (): Promise<boolean> =>
      transact(async (scope) => {
        const now = clock();
        const user = await scope.users.lockErasable(now);
        if (!user) return false;
        const person = subjectOf(user);
        if ((await openOrders(person)).length > 0) {
          await scope.users.setEraseAt(user.id, postponed(now));
          return true;
        }
        for (const room of rooms) await room.erase(person);
        const [actor, subject] = [{ kind: "system" }, { kind: "user", id: user.id }] as const;
        await scope.audit.record({ action: "users.erased", actor, subject });
        return true;
      }),
  };
}
export type ErasureService = ReturnType<typeof createErasureService>;
