import { Id, Instant } from "@vitrina/domain/core";
import * as z from "zod";

/** Why a level changed. */
export const MovementKind = z.enum([
  "received",
  "adjusted",
  "counted",
  "imported",
  "shipped",
  "returned",
  "sent",
  "arrived",
  "lost",
  "repaired",
]);
export type MovementKind = z.infer<typeof MovementKind>;

/** One change of a level, as it was written down; nothing changes a level without one (INV-02). */
export const Movement = z.object({
  id: z.int(),
  locationId: Id,
  delta: z.int(),
  kind: MovementKind,
  /** A paper: a delivery note, an order's number, a transfer. */
  reference: z.string().nullable(),
  /** Why, in the words of who did it. */
  note: z.string().nullable(),
  /** Who: a person's id, or the shop itself in a word, such as "import". */
  actor: z.string(),
  at: Instant,
});
export type Movement = z.infer<typeof Movement>;

/** Most pieces that one act may move. */
export const MOST_MOVED = 1_000_000;
const Pieces = z.int().min(0).max(MOST_MOVED);
export const StockNote = z.string().trim().min(3).max(500);
const Shelf = z.strictObject({ variantId: Id, locationId: Id });

/** Goods that came in. */
export const StockReceipt = Shelf.extend({
  quantity: Pieces.min(1),
  reference: z.string().trim().min(1).max(100).optional(),
  note: StockNote.optional(),
});
export type StockReceipt = z.infer<typeof StockReceipt>;

/** So many pieces more or, negative, less. */
export const StockAdjustment = Shelf.extend({
  delta: z
    .int()
    .min(-MOST_MOVED)
    .max(MOST_MOVED)
    .refine((delta) => delta !== 0),
  note: StockNote,
});
export type StockAdjustment = z.infer<typeof StockAdjustment>;

/** What lies there by a count, and what the book said when it began. */
export const ShelfCount = Shelf.extend({ counted: Pieces, seen: Pieces, note: StockNote });
export type ShelfCount = z.infer<typeof ShelfCount>;
