import type { Transact } from "@vitrina/domain/core";
import { type Availability, shownAvailability } from "./availability.ts";
import type {
  Adjustment,
  Hold,
  HoldTerm,
  MovedBy,
  Receipt,
  StockCount,
  StockRepository,
} from "./inventory.repository.ts";
import { assertNothingShort, type Demand } from "./stock.ts";

interface Dependencies {
  stock: Pick<StockRepository, "availableOf" | "onHandOf" | "sellableOf">;
  transact: Transact<{ stock: StockRepository }>;
}

export function createInventoryService({ stock, transact }: Dependencies) {
  return {
    availableOf: stock.availableOf,
    onHandOf: stock.onHandOf,

    /** As shoppers see it (INV-04). A variant left out has never been here. */
    async availabilityOf(variantIds: readonly string[]): Promise<Map<string, Availability>> {
      const found = await stock.sellableOf(variantIds);
      return new Map([...found].map(([variantId, sellable]) => [variantId, shownAvailability(sellable)]));
    },

    /**
     * INV-05: keeps goods for a checkout; replaces the holder's earlier holds, up to an hour after the first. Answers
     * until when. @throws OutOfStock @throws BackOrderLimit @throws SplitNotAllowed
     */
    hold: (holderId: string, demands: readonly Demand[], term: HoldTerm): Promise<Hold> =>
      transact(async ({ stock }) => {
        const { shortages, ...hold } = await stock.hold(holderId, demands, term);
        assertNothingShort(shortages);
        return hold;
      }),

    /** Turns what is held into the order's, taking what is not held yet. @throws OutOfStock @throws BackOrderLimit */
    allocate: (holderId: string, demands: readonly Demand[]) =>
      transact(async ({ stock }) => assertNothingShort(await stock.allocate(holderId, demands))),

    /** INV-10: so much of one variant and no other amount is set aside for an order. @throws OutOfStock @throws LevelAdrift */
    setAllocation: (holderId: string, demand: Demand) =>
      transact(async ({ stock }) => assertNothingShort(await stock.setAllocation(holderId, demand))),

    release: (holderId: string) => transact(({ stock }) => stock.release(holderId)),
    releaseExpired: (now: Date, limit: number) => transact(({ stock }) => stock.releaseExpired(now, limit)),
    /** INV-08: goods that came in go to the orders that wait for them; answers how many waited, at most `limit`. */
    fillPromises: (limit: number) => transact(({ stock }) => stock.fillPromises(limit)),
    endBackOrders: (now: Date) => transact(({ stock }) => stock.endBackOrders(now)),

    /** @throws NothingAllocated @throws NotHereYet */
    ship: (holderId: string, by: MovedBy) => transact(({ stock }) => stock.ship(holderId, by)),
    receive: (receipts: readonly Receipt[], by: MovedBy) => transact(({ stock }) => stock.receive(receipts, by)),

    /** @throws OutOfStock when more would leave than is free */
    adjust: (adjustments: readonly Adjustment[], by: MovedBy) =>
      transact(async ({ stock }) => assertNothingShort(await stock.adjust(adjustments, by))),
    count: (counts: readonly StockCount[], by: MovedBy) => transact(({ stock }) => stock.count(counts, by)),
  };
}
export type InventoryService = ReturnType<typeof createInventoryService>;
