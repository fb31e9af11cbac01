import { Id, WaitingCount } from "@vitrina/domain/core";
import {
  ITEMS_PER_PAGE,
  LowStockItem,
  MOST_HOLDS,
  Movement,
  MOVEMENTS_PER_PAGE,
  ShelfCount,
  StockAdjustment,
  StockDetails,
  StockHold,
  StockItem,
  StockLevel,
  StockPolicy,
  StockReceipt,
} from "@vitrina/domain/inventory";
import * as z from "zod";
import { mutation, query } from "#core/endpoint.ts";
import { pageInput } from "#core/page.ts";

/** Stock as staff see and change it (INV-02). Every change answers the level it made. */
export const stockContract = {
  /** By SKU. `q`: the beginning of a SKU, a barcode, or words of the product. */
  list: query({
    input: z.strictObject({ q: z.string().trim().max(100).optional(), ...pageInput }),
    output: z.object({ items: z.array(StockItem).max(ITEMS_PER_PAGE), nextCursor: z.string().nullable() }),
  }),
  /** What will be sold out within two weeks, at the pace of the last four; everywhere, or in one place. */
  low: query({
    input: z.strictObject({ locationId: Id.optional(), ...pageInput }),
    output: z.object({ items: z.array(LowStockItem).max(ITEMS_PER_PAGE), nextCursor: z.string().nullable() }),
  }),
  /** How many articles run low. */
  waiting: query({ input: z.void(), output: z.object({ low: WaitingCount }) }),
  get: query({
    input: z.strictObject({ variantId: Id }),
    output: StockDetails.extend({ holds: z.array(StockHold).max(MOST_HOLDS) }),
  }),
  /** What moved a variant, the newest first; `actorName` is null for the shop itself and for who is gone. */
  movements: query({
    input: z.strictObject({ variantId: Id, ...pageInput }),
    output: z.object({
      movements: z.array(Movement.extend({ actorName: z.string().nullable() })).max(MOVEMENTS_PER_PAGE),
      nextCursor: z.string().nullable(),
    }),
  }),
  /** Safety stock and back-orders; version 0 while nobody has said yet. */
  setPolicy: mutation({ input: StockPolicy.extend({ variantId: Id }).strict(), output: StockPolicy }),
  receive: mutation({ input: StockReceipt, output: StockLevel }),
  adjust: mutation({ input: StockAdjustment, output: StockLevel }),
  /** Refused when the level is no longer what it was `seen` to be. */
  count: mutation({ input: ShelfCount, output: StockLevel }),
};
