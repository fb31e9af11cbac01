import type { Currency } from "@vitrina/domain/core";
import { availabilityOf } from "@vitrina/domain/inventory";
import { computeTotals, HOME_COUNTRY, taxRuleOf } from "@vitrina/domain/pricing";
import { type Consideration, considerCodes, discountOf } from "@vitrina/domain/promotions";
import type { CartLine, CartView, LineWarning } from "./cart.ts";
import type { StandingCart, StandingLine } from "./standing.ts";

interface Surroundings {
  now: Date;
  /** Amount of goods from which delivery is free; null when it never is. */
  freeDeliveryFrom: number | null;
}

/** Published and priced: what can be bought, as far as stock allows. */
export const isSellable = (line: StandingLine): line is StandingLine & { unitAmount: number } =>
  line.offer.published && line.unitAmount !== null;

/** What the lines that are for sale cost before discounts; minor units. */
export const worthOf = (lines: readonly StandingLine[]): number =>
  lines.reduce((sum, line) => sum + (isSellable(line) ? line.unitAmount * line.quantity : 0), 0);

/** PRM-10: every code of the cart, what it gives or why not. */
export const explainCodes = ({ codes, currency, lines }: StandingCart, now: Date): Consideration[] =>
  considerCodes(codes, { currency, itemsAmount: worthOf(lines), now });

/**
 * CART-04: the cart as its owner sees it. Lines that are not for sale stay listed with a warning and count for nothing.
 * Tax is that of the currency's home country until an address is known.
 */
export function showCart(cart: StandingCart, { now, freeDeliveryFrom }: Surroundings): CartView {
  const { id, version, currency } = cart;
  const priced = cart.lines.map((line) => ({
    unitAmount: isSellable(line) ? line.unitAmount : 0,
    quantity: line.quantity,
    taxClass: line.offer.taxClass,
  }));
  const itemsAmount = worthOf(cart.lines);
  const promotions = explainCodes(cart, now);
  const discount = discountOf(promotions);
  const tax = taxRuleOf(cart.taxRates, { country: HOME_COUNTRY[currency] });
  const { totals, lines } = computeTotals(priced, { currency, discount, delivery: null, tax });
  const missing = freeDeliveryFrom === null ? 0 : freeDeliveryFrom - (itemsAmount - discount);
  return {
    id,
    version,
    currency,
    lines: cart.lines.map((line, index) => showLine(line, lines[index] ?? { discount: 0, total: 0 })),
    itemCount: cart.lines.reduce((sum, { quantity }) => sum + quantity, 0),
    promotions,
    totals,
    freeDeliveryMissing: missing > 0 ? missing : null,
  };
}

/** The view of a cart not yet begun. */
export function showNoCart(currency: Currency, surroundings: Surroundings): CartView {
  const nothing = { version: 0, currency, lines: [], codes: [], taxRates: [] };
  return { ...showCart({ id: "", ...nothing }, surroundings), id: null };
}

function showLine(line: StandingLine, { discount, total }: { discount: number; total: number }): CartLine {
  const { offer, quantity, unitAmount, compareAt, list, available, promised } = line;
  const { taxClass: _, published: __, ...shown } = offer;
  return {
    ...shown,
    quantity,
    unitAmount,
    compareAt,
    list,
    discount,
    total,
    availability: availabilityOf(available),
    ...(promised && promised.quantity <= available && { backOrder: promised }),
    warnings: warningsOf(line),
  };
}

function warningsOf(line: StandingLine): LineWarning[] {
  if (!isSellable(line)) return [{ kind: "not-sellable" }];
  const { unitAmount, seenAmount, quantity, available } = line;
  const warnings: LineWarning[] = [];
  if (quantity > available) warnings.push({ kind: "out-of-stock", left: Math.max(0, available) });
  if (seenAmount !== null && seenAmount !== unitAmount)
    warnings.push({ kind: "price-changed", from: seenAmount, to: unitAmount });
  if (line.conversion?.fresh === false) warnings.push({ kind: "rate-stale" });
  return warnings;
}
