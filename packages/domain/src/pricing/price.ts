import * as z from "zod";
import { Amount, Currency, Id, Instant, LocalizedText } from "@vitrina/domain/core";

/** The list that a price is of, from how many pieces on, and whether it is for members of a group only. */
export const ListReason = z.object({ name: LocalizedText, minQuantity: z.int(), forGroup: z.boolean() });
export type ListReason = z.infer<typeof ListReason>;

/** A resolved price: minor units; `compareAt` is the former price, always above `amount`; `list` null: the price of its own. */
export const Price = z.object({
  amount: Amount,
  compareAt: Amount.nullable(),
  currency: Currency,
  list: ListReason.nullable(),
});
export type Price = z.infer<typeof Price>;

/** A price while it holds: half-open, null is without end. Minor units. `converted`: by a rate, from the price in another currency. */
export const DatedPrice = z.object({
  id: Id,
  currency: Currency,
  amount: Amount,
  compareAt: Amount.nullable(),
  converted: z.boolean(),
  from: Instant.nullable(),
  until: Instant.nullable(),
});
export type DatedPrice = z.infer<typeof DatedPrice>;

/** Totals of a cart or order; the parts sum to `total`. Minor units. */
export const Totals = z.object({
  currency: Currency,
  items: Amount,
  discount: Amount,
  delivery: Amount.nullable(),
  tax: Amount,
  taxIncluded: z.boolean(),
  total: Amount,
});
export type Totals = z.infer<typeof Totals>;
