import { assertNothingShort, findShortages } from "@vitrina/domain/inventory";
import { MinorUnits } from "@vitrina/domain/core";
import { CodeRefused } from "@vitrina/domain/promotions";
import { MAX_CODES, MAX_LINES, MAX_QUANTITY } from "./cart.ts";
import { CodeLimitReached, LineLimitReached, NotSellable, QuantityLimitReached } from "./cart.errors.ts";
import { explainCodes, isSellable, worthOf } from "./cart-view.ts";
import type { StandingCart } from "./standing.ts";

/** No sum of the shop is larger; minor units. */
const MAX_WORTH = MinorUnits.maxValue ?? 0;

/**
 * Judges a line just put into the cart (CART-02, -03).
 * @throws NotSellable @throws LineLimitReached @throws OutOfStock @throws QuantityLimitReached
 */
export function assertLineAllowed(cart: StandingCart, variantId: string): void {
  const line = cart.lines.find(({ offer }) => offer.variantId === variantId);
  if (!line || !isSellable(line)) throw new NotSellable({ variantIds: [variantId] });
  if (cart.lines.length > MAX_LINES) throw new LineLimitReached({ limit: MAX_LINES });
  assertNothingShort(findShortages([{ variantId, quantity: line.quantity }], new Map([[variantId, line.available]])));
  const excess = worthOf(cart.lines) - MAX_WORTH;
  if (excess > 0)
    throw new QuantityLimitReached({ limit: Math.max(0, line.quantity - Math.ceil(excess / line.unitAmount)) });
}

/** Judges an addition: the line grew by what was asked, or was too full to (CART-02). @throws QuantityLimitReached */
export function assertAdded(added: boolean): void {
  if (!added) throw new QuantityLimitReached({ limit: MAX_QUANTITY });
}

/**
 * Judges a code just entered (PRM-06): one that can give nothing is refused with the reason; one that is beaten, or for
 * which the cart is still too small, stays and is explained. @throws CodeRefused @throws CodeLimitReached
 */
export function assertCodeAllowed(cart: StandingCart, { code, now }: { code: string; now: Date }): void {
  const obstacle = explainCodes(cart, now).find((consideration) => consideration.code === code)?.obstacle;
  if (obstacle && obstacle.reason !== "beaten" && obstacle.reason !== "minimum")
    throw new CodeRefused({ code, obstacle });
  if (cart.codes.length > MAX_CODES) throw new CodeLimitReached({ limit: MAX_CODES });
}
