import * as z from "zod";

/** From this many down the shop says how many are left. */
export const FEW_LEFT = 5;

/** INV-04: what can be sold now. `left` is told exactly only when few remain. */
export const Availability = z.object({ inStock: z.boolean(), left: z.int().nullable() });
export type Availability = z.infer<typeof Availability>;

/** On hand minus reserved, never below zero, as a shopper may see it. */
export const availabilityOf = (available: number): Availability => ({
  inStock: available > 0,
  left: available > FEW_LEFT ? null : Math.max(0, available),
});
