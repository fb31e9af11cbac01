import { Id, Instant } from "@vitrina/domain/core";
import { StockNote } from "@vitrina/domain/inventory";
import * as z from "zod";
import { Order } from "./order.ts";

/** Misallocations shown at once. */
export const MOST_MISALLOCATIONS = 100;

/** An article of which an order lacks pieces or has too many set aside, or pieces that are set aside for no order (INV-10). */
export const Misallocation = z.object({
  /** The cart that became the order. */
  holderId: Id,
  variantId: Id,
  sku: z.string(),
  /** Null: nobody knows such an order. */
  order: Order.pick({ id: true, number: true, state: true, fulfilmentState: true }).nullable(),
  /** Pieces that the order has still to send; 0 of one that is shipped, cancelled or unknown. */
  expected: z.int(),
  /** Pieces that are set aside for it, and in which places. */
  allocated: z.int(),
  places: z.array(z.object({ locationId: Id, quantity: z.int() })),
  foundAt: Instant,
});
export type Misallocation = z.infer<typeof Misallocation>;

const Pieces = z.int().min(0).max(2_147_483_647);

/** What is to be set right, as it was seen, and why that is right. */
export const AllocationRepair = z.strictObject({
  holderId: Id,
  variantId: Id,
  expected: Pieces,
  allocated: Pieces,
  reason: StockNote,
});
export type AllocationRepair = z.infer<typeof AllocationRepair>;
