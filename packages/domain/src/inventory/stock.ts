import { BackOrderLimit, OutOfStock, SplitNotAllowed } from "./inventory.errors.ts";

export interface Demand {
  variantId: string;
  quantity: number;
}
export interface Shortage {
  variantId: string;
  wanted: number;
  left: number;
  /** Whether more is sold than is here, up to a limit. */
  backOrder?: boolean;
  /** It is there, but not all in one place; this one comes nearest. */
  locationId?: string;
}

/** The location that has everything until the shopkeeper opens another. */
export const MAIN_LOCATION = "00000000-0000-7000-8000-000000000001";

/** Where goods are on hand between two places. */
export const TRANSIT = "00000000-0000-7000-8000-000000000002";

/** How long a checkout keeps its goods from others (INV-05). */
export const HOLD_MINUTES = 15;

/** How shortages are refused: BackOrderLimit when all of them are of goods sold before they are here. */
export function shortageRefusal(shortages: readonly Shortage[]): OutOfStock | BackOrderLimit | SplitNotAllowed {
  const named = shortages.map(({ variantId, wanted, left }) => ({ variantId, wanted, left }));
  const nearest = shortages.find(({ locationId }) => locationId !== undefined)?.locationId;
  if (nearest !== undefined) return new SplitNotAllowed({ locationId: nearest, shortages: named });
  if (shortages.every(({ backOrder }) => backOrder)) return new BackOrderLimit({ shortages: named });
  return new OutOfStock({ shortages: named });
}

/** @throws OutOfStock naming every shortage @throws BackOrderLimit @throws SplitNotAllowed */
export function assertNothingShort(shortages: readonly Shortage[]): void {
  if (shortages.length > 0) throw shortageRefusal(shortages);
}

/** What is short of these demands, summed per variant first, however many lines ask for it (INV-06). */
export function findShortages(demands: readonly Demand[], available: ReadonlyMap<string, number>): Shortage[] {
  const wanted = new Map<string, number>();
  for (const { variantId, quantity } of demands) wanted.set(variantId, (wanted.get(variantId) ?? 0) + quantity);
  return [...wanted].flatMap(([variantId, quantity]) => {
    const left = Math.max(0, available.get(variantId) ?? 0);
    return quantity > left ? [{ variantId, wanted: quantity, left }] : [];
  });
}
