import type { LowStockItem, LowStockPosition } from "./low-stock.ts";
import type { Movement, MovementKind } from "./movement.ts";
import type { StockPolicy } from "./policy.ts";
import type { StockHold, StockItem, StockLevel } from "./stock-item.ts";

export interface ItemsPage {
  /** The beginning of a SKU or a whole barcode, or these products; undefined: everything. */
  wanted: { text: string; productIds: readonly string[] } | undefined;
  /** The last SKU of the page before. */
  after: string | null;
  limit: number;
}
export interface StockMove {
  variantId: string;
  locationId: string;
  delta: number;
}
export interface MoveNote {
  kind: MovementKind;
  actor: string;
  reference: string | null;
  note: string | null;
}

export interface LowStockPage {
  /** Null: everywhere. */
  locationId: string | null;
  /** Sales count from then on. */
  since: Date;
  after: LowStockPosition | null;
  limit: number;
}

export interface StockRoomReader {
  /** By SKU. */
  items(page: ItemsPage): Promise<StockItem[]>;
  /** What lasts for few days, the fewest first. */
  lowStock(page: LowStockPage): Promise<LowStockItem[]>;
  /** How many of all that sold since then last for few days, up to `most`. */
  countLowStock(since: Date, most: number): Promise<number>;
  find(variantId: string): Promise<StockItem | null>;
  /** The newest first, before the movement of that id. */
  movements(page: { variantId: string; before: number | null; limit: number }): Promise<Movement[]>;
  holds(variantId: string, limit: number): Promise<StockHold[]>;
  /** Null while nobody has said. */
  findPolicy(variantId: string): Promise<StockPolicy | null>;
  /** Pieces kept back of each, 0 unless somebody has said; unknown variants are left out. */
  safetyStocks(variantIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
}

export interface StockRoomRepository extends StockRoomReader {
  /**
   * The level of a variant in a place, zero if there is none yet, held until the transaction ends with all levels of the
   * variant. Null when there is no such variant or place.
   */
  lockLevel(variantId: string, locationId: string): Promise<StockLevel | null>;
  /** False, and no change, unless its version is still the one given; 0 makes it. Whoever reserves meanwhile waits. */
  savePolicy(variantId: string, policy: StockPolicy): Promise<boolean>;
  /** Whatever their versions; back-orders stay as they are. Whoever reserves meanwhile waits. */
  saveSafetyStocks(wanted: readonly { variantId: string; pieces: number }[]): Promise<void>;
  /** Changes levels that are locked and judged, and writes the movements. */
  move(moves: readonly StockMove[], note: MoveNote): Promise<void>;
}
