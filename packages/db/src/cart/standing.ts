import { readCodes, type WrittenCode } from "@vitrina/db/promotions";
import type { StandingCart, StandingLine } from "@vitrina/domain/cart";
import type { Promised } from "@vitrina/domain/inventory";

/** The answer of the function `cart.standing`: a StandingCart, but for instants, which JSON has as text. */
export interface WrittenCart extends Omit<StandingCart, "codes" | "lines"> {
  codes: WrittenCode[];
  lines: Omit<StandingLine, "promised">[];
}
/** The answer of `cart.promises`, by variant id. */
export type WrittenPromises = Record<string, Promised>;

export const readStanding = (cart: WrittenCart, promises: WrittenPromises): StandingCart => ({
  ...cart,
  lines: cart.lines.map((line) => ({ ...line, promised: promises[line.offer.variantId] ?? null })),
  codes: readCodes(cart.codes),
});
