import { Id, Instant } from "@vitrina/domain/core";
import * as z from "zod";
import { StockNote } from "./movement.ts";

/** A level that is not what its movements and holds say (INV-10). */
export const Drift = z.object({
  variantId: Id,
  sku: z.string(),
  locationId: Id,
  /** In the book, and by the sum of the movements. */
  onHand: z.int(),
  moved: z.int(),
  /** In the book, and by the sum of the holds. */
  reserved: z.int(),
  held: z.int(),
  foundAt: Instant,
});
export type Drift = z.infer<typeof Drift>;

/** Drifts shown at once. */
export const MOST_DRIFTS = 100;

/** What is to be set right, as it was seen, and why that is right. */
export const DriftRepair = z.strictObject({
  variantId: Id,
  locationId: Id,
  onHand: z.int().min(-2_147_483_648).max(2_147_483_647),
  reserved: z.int().min(-2_147_483_648).max(2_147_483_647),
  reason: StockNote,
});
export type DriftRepair = z.infer<typeof DriftRepair>;
