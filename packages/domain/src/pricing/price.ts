import * as z from "zod";
import { Amount, Currency } from "@vitrina/domain/core";

/** A resolved price: minor units; `compareAt` is the former price, always above `amount`. */
export const Price = z.object({ amount: Amount, compareAt: Amount.nullable(), currency: Currency });
export type Price = z.infer<typeof Price>;

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
