import type { Position } from "@vitrina/domain/core";
import type { MoveNote, StockMove } from "./stock-room.repository.ts";
import type { Shortage } from "./stock.ts";
import type { Transfer, TransferDetails } from "./transfer.ts";

export interface NewTransfer extends Pick<Transfer, "id" | "fromId" | "toId" | "note"> {
  sentAt: Date;
  lines: { variantId: string; quantity: number }[];
}

export interface TransfersReader {
  /** The latest sent first. */
  list(page: { after: Position | null; limit: number }): Promise<Transfer[]>;
  find(id: string): Promise<TransferDetails | null>;
  /** Ids of variants by their SKUs; an unknown one has none. */
  variantsOf(skus: readonly string[]): Promise<Map<string, string>>;
}

export interface TransfersRepository extends TransfersReader {
  /** Whether both are places that goods lie in; held until the transaction ends. */
  lockPlaces(ids: readonly string[]): Promise<boolean>;
  add(transfer: NewTransfer): Promise<void>;
  lock(id: string): Promise<TransferDetails | null>;
  saveReceived(id: string, received: ReadonlyMap<string, number>, at: Date): Promise<void>;
  /** All of them or, answering every shortage of what is free, none: then the transaction must end. */
  move(moves: readonly StockMove[], note: MoveNote): Promise<Shortage[]>;
}
