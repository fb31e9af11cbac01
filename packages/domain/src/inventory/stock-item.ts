import { Id, Instant, LocalizedText } from "@vitrina/domain/core";
import * as z from "zod";
import { Availability } from "./availability.ts";
import { StockPolicy } from "./policy.ts";

/** What lies in one place, and how much of it is promised to buyers. */
export const StockLevel = z.object({ locationId: Id, onHand: z.int(), reserved: z.int() });
export type StockLevel = z.infer<typeof StockLevel>;

/** A variant as the stock room knows it. */
export const StockItem = z.object({
  variantId: Id,
  sku: z.string(),
  name: LocalizedText,
  optionNames: z.array(z.object({ option: LocalizedText, value: LocalizedText })),
  levels: z.array(StockLevel),
});
export type StockItem = z.infer<typeof StockItem>;

/** What a checkout holds, until then, or an order has been given. */
export const StockHold = z.object({
  locationId: Id,
  quantity: z.int(),
  kind: z.enum(["held", "allocated"]),
  expiresAt: Instant.nullable(),
});
export type StockHold = z.infer<typeof StockHold>;

/** What a variant's page shows beside. */
export const StockDetails = StockItem.extend({
  holds: z.array(StockHold),
  policy: StockPolicy,
  availability: Availability,
});
export type StockDetails = z.infer<typeof StockDetails>;

export const ITEMS_PER_PAGE = 25;
export const MOVEMENTS_PER_PAGE = 50;
/** Holds shown of one variant, those that end first. */
export const MOST_HOLDS = 100;
