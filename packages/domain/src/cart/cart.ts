import * as z from "zod";
import { Amount, Currency, Id, Version } from "@vitrina/domain/core";
import { Offer } from "@vitrina/domain/catalog";
import { Availability, Promised } from "@vitrina/domain/inventory";
import { ListReason, Totals } from "@vitrina/domain/pricing";
import { Consideration } from "@vitrina/domain/promotions";

export const MAX_QUANTITY = 999;
export const MAX_LINES = 200;
export const MAX_CODES = 5;
export const Quantity = z.int().min(1).max(MAX_QUANTITY);

/** What the shopper should know about a line before buying. */
export const LineWarning = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("not-sellable") }),
  z.object({ kind: z.literal("out-of-stock"), left: z.int() }),
  z.object({ kind: z.literal("price-changed"), from: Amount, to: Amount }),
  /** Its price is converted by a rate that is too old: it cannot be ordered in this currency for now. */
  z.object({ kind: z.literal("rate-stale") }),
]);
export type LineWarning = z.infer<typeof LineWarning>;

export const CartLine = Offer.omit({ taxClass: true, published: true }).extend({
  quantity: Quantity,
  /** Minor units for one piece; null when the variant has no price in the cart's currency. */
  unitAmount: Amount.nullable(),
  compareAt: Amount.nullable(),
  /** The list that the price is of; null: the price of its own. */
  list: ListReason.nullable(),
  discount: Amount,
  total: Amount,
  availability: Availability,
  /** What of it is not here yet (INV-08). */
  backOrder: Promised.exactOptional(),
  warnings: z.array(LineWarning),
});
export type CartLine = z.infer<typeof CartLine>;

/** The cart as its owner sees it (CART-04): totals from the server, explanation of every promotion. `id` is null for a cart not yet begun. */
export const CartView = z.object({
  id: Id.nullable(),
  version: Version,
  currency: Currency,
  lines: z.array(CartLine),
  itemCount: z.int(),
  promotions: z.array(Consideration),
  totals: Totals,
  /** Amount still missing to free delivery, null when there is none or it is reached. */
  freeDeliveryMissing: Amount.nullable(),
});
export type CartView = z.infer<typeof CartView>;

/** Told once after sign-in, when a guest cart joined the account's (CART-08). */
export const MergeReport = z.object({
  merged: z.boolean(),
  changes: z.array(z.object({ variantId: Id, wanted: z.int(), got: z.int() })),
});
export type MergeReport = z.infer<typeof MergeReport>;
