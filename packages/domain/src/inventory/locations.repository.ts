import type { StockLocation } from "./location.ts";

export interface LocationsReader {
  /** By priority and code; at most `limit`. */
  list(limit: number): Promise<StockLocation[]>;
}

export interface LocationsRepository extends LocationsReader {
  count(): Promise<number>;
  /** @throws LocationCodeTaken */
  add(location: StockLocation): Promise<void>;
  /** Holds the place until the transaction ends: nothing is put there meanwhile. */
  lock(id: string): Promise<StockLocation | null>;
  /** @throws LocationCodeTaken */
  save(location: StockLocation): Promise<void>;
  /** Pieces that lie there or are on their way from or to it. */
  piecesIn(id: string): Promise<number>;
  /** The movements of the past keep their place. */
  remove(id: string): Promise<void>;
}
