import * as z from "zod";

/** From this many down the shop says how many are left. */
export const FEW_LEFT = 5;

/** INV-04: what can be sold now. `left` is told exactly only when few remain. */
export const Availability = z.object({
  inStock: z.boolean(),
  left: z.int().nullable(),
  /** Of what is sold before it is here (INV-08): the day it is expected, null when nobody knows. */
  backOrder: z.object({ expectedOn: z.iso.date().nullable() }).exactOptional(),
});
export type Availability = z.infer<typeof Availability>;

/** Of what somebody wants, the pieces that are not here yet (INV-08), and the day they are expected; null when nobody knows. */
export const Promised = z.object({ quantity: z.int(), expectedOn: z.iso.date().nullable() });
export type Promised = z.infer<typeof Promised>;

/** What is left to sell, never below zero, as a shopper may see it. */
export const availabilityOf = (available: number): Availability => ({
  inStock: available > 0,
  left: available > FEW_LEFT ? null : Math.max(0, available),
});

/** What stands on the shelves for sale, and how much more may be sold before it is here. */
export interface Sellable {
  onShelf: number;
  backOrder: number;
  /** A day. */
  expectedOn: string | null;
}

/** The same with a back-order, which is offered only once the shelf is empty. */
export const shownAvailability = ({ onShelf, backOrder, expectedOn }: Sellable): Availability => ({
  ...availabilityOf(onShelf),
  ...(onShelf <= 0 && backOrder > 0 && { backOrder: { expectedOn } }),
});
