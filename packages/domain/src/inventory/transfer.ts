import { Id, Instant, Version } from "@vitrina/domain/core";
import * as z from "zod";
import { MOST_MOVED, StockNote } from "./movement.ts";
import { StockItem } from "./stock-item.ts";

export const MOST_TRANSFER_LINES = 100;
export const TRANSFERS_PER_PAGE = 25;

/** Goods on their way from one place to another (INV-03), or arrived. */
export const Transfer = z.object({
  id: Id,
  fromId: Id,
  toId: Id,
  state: z.enum(["sent", "received"]),
  note: z.string().nullable(),
  /** Pieces that were sent. */
  pieces: z.int(),
  sentAt: Instant,
  receivedAt: Instant.nullable(),
  version: Version,
});
export type Transfer = z.infer<typeof Transfer>;

/** `received` is null until it is. */
export const TransferLine = StockItem.pick({ variantId: true, sku: true, name: true, optionNames: true }).extend({
  sent: z.int(),
  received: z.int().nullable(),
});
export type TransferLine = z.infer<typeof TransferLine>;

export const TransferDetails = Transfer.extend({ lines: z.array(TransferLine).max(MOST_TRANSFER_LINES) });
export type TransferDetails = z.infer<typeof TransferDetails>;

const areUnique = (keys: readonly string[]): boolean => new Set(keys).size === keys.length;

export const TransferDraft = z.strictObject({
  fromId: Id,
  toId: Id,
  lines: z
    .array(z.strictObject({ sku: z.string().trim().min(1).max(200), quantity: z.int().min(1).max(MOST_MOVED) }))
    .min(1)
    .max(MOST_TRANSFER_LINES)
    .refine((lines) => areUnique(lines.map(({ sku }) => sku))),
  note: StockNote.optional(),
});
export type TransferDraft = z.infer<typeof TransferDraft>;

/** What arrived of each line; a line left out arrived whole. Less than was sent needs a note. */
export const TransferReceipt = z.strictObject({
  id: Id,
  version: Version,
  lines: z
    .array(z.strictObject({ variantId: Id, received: z.int().min(0).max(MOST_MOVED) }))
    .max(MOST_TRANSFER_LINES)
    .refine((lines) => areUnique(lines.map(({ variantId }) => variantId))),
  note: StockNote.optional(),
});
export type TransferReceipt = z.infer<typeof TransferReceipt>;
