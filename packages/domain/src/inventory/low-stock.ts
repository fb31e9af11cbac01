import { InvalidCursor } from "@vitrina/domain/core";
import * as z from "zod";
import { StockItem } from "./stock-item.ts";

/** Over how many days sales are counted, and from how few days of cover on goods are low. */
export const SOLD_OVER = 28;
export const LOW_COVER = 14;

/** What will be sold out soon, at the pace of the last 28 days (INV-11). */
export const LowStockItem = StockItem.omit({ levels: true }).extend({
  /** Pieces that nobody is promised; what sold in those days; how many whole days the pieces last. */
  free: z.int(),
  sold: z.int(),
  cover: z.int(),
});
export type LowStockItem = z.infer<typeof LowStockItem>;

/** The last one of the page before. */
export type LowStockPosition = Pick<LowStockItem, "cover" | "variantId">;

export const lowStockCursor = ({ cover, variantId }: LowStockPosition): string => `${cover}_${variantId}`;

const CURSOR = /^(\d{1,9})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** @throws InvalidCursor */
export function readLowStockCursor(cursor: string | undefined): LowStockPosition | null {
  if (cursor === undefined) return null;
  const [, cover, variantId] = CURSOR.exec(cursor) ?? [];
  if (cover === undefined || variantId === undefined) throw new InvalidCursor({});
  return { cover: Number(cover), variantId };
}
