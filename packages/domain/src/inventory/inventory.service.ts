import type { Transact } from "@vitrina/domain/core";
import type { Adjustment, MovedBy, Receipt, StockCount, StockRepository } from "./inventory.repository.ts";
import { assertNothingShort, type Demand } from "./stock.ts";

interface Dependencies {
  stock: Pick<StockRepository, "availableOf" | "onHandOf">;
  transact: Transact<{ stock: StockRepository }>;
}

export function createInventoryService({ stock, transact }: Dependencies) {
  return {
    availableOf: stock.availableOf,
    onHandOf: stock.onHandOf,

    /** INV-05: keeps goods for a checkout; replaces the holder's earlier holds. @throws OutOfStock */
    hold: (holderId: string, demands: readonly Demand[], until: Date) =>
      transact(async ({ stock }) => assertNothingShort(await stock.hold(holderId, demands, until))),

    /** Turns what is held into the order's, taking what is not held yet. @throws OutOfStock */
    allocate: (holderId: string, demands: readonly Demand[]) =>
      transact(async ({ stock }) => assertNothingShort(await stock.allocate(holderId, demands))),

    release: (holderId: string) => transact(({ stock }) => stock.release(holderId)),
    releaseExpired: (now: Date, limit: number) => transact(({ stock }) => stock.releaseExpired(now, limit)),
    /** @throws NothingAllocated */
    ship: (holderId: string, by: MovedBy) => transact(({ stock }) => stock.ship(holderId, by)),
    receive: (receipts: readonly Receipt[], by: MovedBy) => transact(({ stock }) => stock.receive(receipts, by)),

    /** @throws OutOfStock when more would leave than is free */
    adjust: (adjustments: readonly Adjustment[], by: MovedBy) =>
      transact(async ({ stock }) => assertNothingShort(await stock.adjust(adjustments, by))),
    count: (counts: readonly StockCount[], by: MovedBy) => transact(({ stock }) => stock.count(counts, by)),
  };
}
export type InventoryService = ReturnType<typeof createInventoryService>;
