import { allocate, type Currency, multiplyRounded } from "@vitrina/domain/core";
import type { Totals } from "./price.ts";
import type { TaxRule } from "./tax.ts";

/** A line to be priced: minor units for one piece, before discounts. */
export interface PricedLine {
  unitAmount: number;
  quantity: number;
  taxClass: string;
}
export interface Pricing {
  currency: Currency;
  /** Off the whole order; shared among the lines by their amounts. */
  discount: number;
  /** Null while nobody knows where to deliver. */
  delivery: number | null;
  tax: TaxRule;
}
/** What became of a line: `total` is its amount less its part of the discount; `tax` is contained or comes on top. */
export interface LineTotals {
  discount: number;
  tax: number;
  total: number;
}

/**
 * PRC-05: rounds once per line, half up (reliability 5.9); the order's discount is shared by largest remainder, so that
 * the lines sum to the whole exactly. Delivery is taxed as the standard class.
 * @throws RangeError when the discount exceeds the goods, an amount is negative or a sum leaves the safe integers: a bug,
 * never a refusal
 */
export function computeTotals(
  lines: readonly PricedLine[],
  { currency, discount, delivery, tax }: Pricing,
): { totals: Totals; lines: LineTotals[] } {
  const amounts = lines.map((line) => line.unitAmount * line.quantity);
  const items = sum(amounts);
  if (![items, discount, delivery ?? 0, ...amounts].every(isAmount)) throw new RangeError("An amount is out of range.");
  if (discount > items) throw new RangeError("The discount exceeds the goods.");

  const shares = allocate(discount, amounts);
  const priced = lines.map(({ taxClass }, index) => {
    const total = (amounts[index] ?? 0) - (shares[index] ?? 0);
    return { discount: shares[index] ?? 0, tax: taxOf(total, tax, taxClass), total };
  });
  const taxed = sum(priced.map((line) => line.tax)) + taxOf(delivery ?? 0, tax, "standard");
  const total = items - discount + (delivery ?? 0) + (tax.included ? 0 : taxed);
  return {
    totals: { currency, items, discount, delivery, tax: taxed, taxIncluded: tax.included, total },
    lines: priced,
  };
}

const sum = (amounts: readonly number[]) => amounts.reduce((left, right) => left + right, 0);
const isAmount = (amount: number) => Number.isSafeInteger(amount) && amount >= 0;

function taxOf(amount: number, { included, basisPoints }: TaxRule, taxClass: string): number {
  const rate = basisPoints[taxClass] ?? 0;
  return multiplyRounded(amount, rate, included ? 10_000 + rate : 10_000);
}
