import type { Sellable } from "./availability.ts";
import type { Demand, Shortage } from "./stock.ts";

/** Who moved stock and by which paper. */
export interface MovedBy {
  actor: string;
  reference: string | null;
}
export interface Receipt extends Demand {
  locationId?: string;
}
/** `delta` pieces more or, negative, less. */
export interface Adjustment {
  variantId: string;
  locationId?: string;
  delta: number;
}
export interface StockCount {
  variantId: string;
  locationId?: string;
  onHand: number;
}

/** Until when a checkout holds, counted from now, and where its goods will go: ISO code of a country. */
export interface HoldTerm {
  until: Date;
  now: Date;
  country?: string | undefined;
  /** In one parcel, from one place. */
  together?: boolean | undefined;
}

/** Until when, and from how many places it comes. */
export interface Hold {
  until: Date;
  parcels: number;
}

/**
 * Writes happen in transactions. Each is one statement, which takes the levels in one order (reliability 5.3): callers
 * that lock more take the cart, the order, the payment and the coupon before. A shortage must end the transaction.
 */
export interface StockRepository {
  /** What can be sold, back-orders included; a variant left out has none. */
  availableOf(variantIds: readonly string[]): Promise<Map<string, number>>;
  /** The same apart. */
  sellableOf(variantIds: readonly string[]): Promise<Map<string, Sellable>>;
  /** Pieces on hand in the main place, reserved ones too; a variant left out has none. */
  onHandOf(variantIds: readonly string[]): Promise<Map<string, number>>;
  /**
   * Replaces what the holder has held by the demands, until then, but no longer than an hour after the holder began.
   * Every shortage, or none; and what is held.
   */
  hold(holderId: string, demands: readonly Demand[], term: HoldTerm): Promise<Hold & { shortages: Shortage[] }>;
  /** Replaces all that the holder has set aside by the allocation of its order, without end. */
  allocate(holderId: string, demands: readonly Demand[]): Promise<Shortage[]>;
  /** Sets exactly so much of one variant aside for an order; what lies ready stays where it lies. @throws LevelAdrift */
  setAllocation(holderId: string, demand: Demand): Promise<Shortage[]>;
  release(holderId: string): Promise<void>;
  /** How many holds were freed, at most `limit`. */
  releaseExpired(now: Date, limit: number): Promise<number>;
  /** @throws NothingAllocated @throws NotHereYet */
  ship(holderId: string, by: MovedBy): Promise<void>;
  /** Gives what has arrived to orders that wait for it, at most `limit` of them; how many waited. */
  fillPromises(limit: number): Promise<number>;
  /** Takes what is sold before it is here off the shop when its time is over. */
  endBackOrders(now: Date): Promise<void>;
  receive(receipts: readonly Receipt[], by: MovedBy): Promise<void>;
  adjust(adjustments: readonly Adjustment[], by: MovedBy): Promise<Shortage[]>;
  /** Brings what is on hand to a count, yet never below what is reserved. */
  count(counts: readonly StockCount[], by: MovedBy): Promise<void>;
}
