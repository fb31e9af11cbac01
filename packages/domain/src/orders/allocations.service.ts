import { type Audit, type Clock, StaleVersion, type Transact } from "@vitrina/domain/core";
import type { InventoryService } from "@vitrina/domain/inventory";
import { type AllocationRepair, type Misallocation, MOST_MISALLOCATIONS } from "./misallocation.ts";

/** What is set aside of one article for one order. */
export type AllocationKey = Pick<Misallocation, "holderId" | "variantId">;
/** Null: nobody knows such an order. */
export type FoundMisallocation = AllocationKey & { number: string | null };
export type AllocationBooks = Pick<Misallocation, "expected" | "allocated"> & { orderId: string | null };

export interface AllocationsReader {
  /** Those that the last check found, as they are now; at most `limit`, the oldest first. */
  list(limit: number): Promise<Misallocation[]>;
  /**
   * Looks at so many holders after that one and keeps what is wrong; answers what was not known yet, with the numbers of
   * the orders, and the last holder looked at, null when there was none.
   */
  check(after: string | null, now: Date): Promise<{ found: FoundMisallocation[]; last: string | null }>;
}
export interface AllocationsRepository extends AllocationsReader {
  /** Of one that was found: nobody else sets it right or ships it until the end of the transaction. */
  lockBooks(key: AllocationKey): Promise<AllocationBooks | null>;
  /** It is right now. */
  forget(key: AllocationKey): Promise<void>;
}

interface Dependencies {
  allocations: AllocationsReader;
  transact: Transact<{ allocations: AllocationsRepository; audit: Audit }>;
  inventory: Pick<InventoryService, "setAllocation">;
  clock: Clock;
}

/** What is set aside = what open orders have still to send: looked after, and set right by people only (INV-10). */
export function createAllocationsService({ allocations, transact, inventory, clock }: Dependencies) {
  return {
    list: () => allocations.list(MOST_MISALLOCATIONS),

    /** Looks at every holder, a part at a time; answers what became wrong since the last time. */
    async check(): Promise<FoundMisallocation[]> {
      const found: FoundMisallocation[] = [];
      let last: string | null = null;
      do {
        const part = await allocations.check(last, clock());
        found.push(...part.found);
        last = part.last;
      } while (last);
      return found;
    },

    /**
     * Sets aside what the order has still to send, no less and no more.
     * @throws StaleVersion when it is no longer what was seen, or has come right @throws OutOfStock @throws LevelAdrift
     */
    repair: (actorId: string, { reason, expected, allocated, ...key }: AllocationRepair): Promise<void> =>
      transact(async ({ allocations, audit }) => {
        const books = await allocations.lockBooks(key);
        if (!books || books.expected !== expected || books.allocated !== allocated || expected === allocated)
          throw new StaleVersion({ what: "allocation", current: 0 });
        await inventory.setAllocation(key.holderId, { variantId: key.variantId, quantity: expected });
        await allocations.forget(key);
        await audit.record({
          action: "orders.allocation-repaired",
          actor: { kind: "user", id: actorId },
          subject: books.orderId ? { kind: "order", id: books.orderId } : { kind: "variant", id: key.variantId },
          before: { variantId: key.variantId, allocated },
          after: { variantId: key.variantId, allocated: expected },
          reason,
        });
      }),
  };
}
export type AllocationsService = ReturnType<typeof createAllocationsService>;
