import { type Audit, type DataSubject, NotFound, type Transact } from "@vitrina/domain/core";
import { subjectOf, type UsersRepository } from "@vitrina/domain/users";
import type { OrderSummary } from "./order.ts";
import { BuyerUnverified } from "./orders.errors.ts";
import type { OrdersReader, OrdersRepository } from "./orders.repository.ts";

/** Most orders offered and taken at a time. */
export const CLAIMED_AT_ONCE = 50;

interface Scope {
  users: Pick<UsersRepository, "lock">;
  orders: Pick<OrdersRepository, "claim" | "find">;
  audit: Audit;
}

interface Dependencies {
  users: Pick<UsersRepository, "find">;
  orders: Pick<OrdersReader, "listClaimable">;
  transact: Transact<Scope>;
}

/**
 * Orders that a person placed before they had an account (USER-07). They never come by themselves: the owner of the same
 * address, who has confirmed it, takes them by an act of their own. The link in the letters about such an order goes on
 * working, for it came to the same mailbox.
 */
export function createClaimService({ users, orders, transact }: Dependencies) {
  return {
    /** What may be taken, the newest first; nothing at all is told to whoever has not confirmed the address. */
    async listClaimable(userId: string): Promise<OrderSummary[]> {
      const user = await users.find(userId);
      return user ? orders.listClaimable(subjectOf(user), CLAIMED_AT_ONCE) : [];
    },

    /** Takes all of these or none; those taken before stay taken. @throws BuyerUnverified @throws NotFound */
    claim: (userId: string, ids: readonly string[]): Promise<void> =>
      transact(async (scope) => {
        const user = await scope.users.lock(userId);
        if (!user) throw new NotFound({ what: "user" });
        const person: DataSubject = subjectOf(user);
        if (!person.emailVerified) throw new BuyerUnverified({});
        const claimed = new Set(await scope.orders.claim(person, ids));
        for (const id of ids) {
          if (!claimed.has(id) && !(await scope.orders.find({ id, userId }))) throw new NotFound({ what: "order" });
        }
        for (const id of claimed) {
          const [actor, subject] = [
            { kind: "user", id: userId },
            { kind: "order", id },
          ] as const;
          await scope.audit.record({ action: "orders.claimed", actor, subject });
        }
      }),
  };
}
export type ClaimService = ReturnType<typeof createClaimService>;
