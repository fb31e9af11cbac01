import { Currency } from "@vitrina/domain/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type TaxRule, taxRuleOf } from "./tax.ts";
import { computeTotals, type PricedLine } from "./totals.ts";

const aLine = (line: Partial<PricedLine> = {}): PricedLine => ({
  unitAmount: 100_00,
  quantity: 1,
  taxClass: "standard",
  ...line,
});
const included: TaxRule = { included: true, basisPoints: { standard: 2_200 } };
const onTop: TaxRule = { included: false, basisPoints: { standard: 825 } };
const untaxed: TaxRule = { included: true, basisPoints: {} };
const sum = (parts: readonly number[]) => parts.reduce((left, right) => left + right, 0);

test("a tax that prices already contain does not raise the total", () => {
  const { totals } = computeTotals([aLine({ quantity: 2 })], {
    currency: "RUB",
    discount: 0,
    delivery: 300_00,
    tax: included,
  });

  expect(totals).toEqual({
    currency: "RUB",
    items: 200_00,
    discount: 0,
    delivery: 300_00,
    tax: 36_07 + 54_10,
    taxIncluded: true,
    total: 500_00,
  });
});

test("a tax that comes on top is charged on what is left after the discount", () => {
  const { totals, lines } = computeTotals([aLine(), aLine({ taxClass: "untaxed" })], {
    currency: "USD",
    discount: 20_00,
    delivery: null,
    tax: onTop,
  });

  expect(totals).toMatchObject({ items: 200_00, discount: 20_00, tax: 7_43, total: 187_43 });
  expect(lines.map((line) => line.tax)).toEqual([7_43, 0]);
});

test("a discount that does not divide evenly is shared to the last kopeck", () => {
  const { lines } = computeTotals([aLine(), aLine(), aLine()], {
    currency: "RUB",
    discount: 100,
    delivery: null,
    tax: untaxed,
  });

  expect(lines.map((line) => line.discount)).toEqual([34, 33, 33]);
});

test("a country taxes by its own rates, and not at all where none is known", () => {
  const rates = [
    { country: "RU", region: "", taxClass: "standard", rateBasisPoints: 2_200, included: true },
    { country: "US", region: "", taxClass: "standard", rateBasisPoints: 825, included: false },
  ];

  expect(taxRuleOf(rates, { country: "US" })).toEqual(onTop);
  expect(taxRuleOf(rates, { country: "DE" })).toEqual(untaxed);
});

test("a region's own rate goes before the country's, class by class, and only there", () => {
  const federal = { country: "US", region: "", taxClass: "standard", rateBasisPoints: 0, included: false };
  const rates = [{ ...federal, region: "NY", rateBasisPoints: 825 }, federal, { ...federal, taxClass: "books" }];

  expect(taxRuleOf(rates, { country: "US", region: "NY" }).basisPoints).toEqual({ standard: 825, books: 0 });
  expect(taxRuleOf(rates, { country: "US", region: "TX" }).basisPoints).toEqual({ standard: 0, books: 0 });
  expect(taxRuleOf(rates, { country: "US", region: "" }).basisPoints).toEqual({ standard: 0, books: 0 });
});

test("an empty cart costs nothing", () => {
  const { totals } = computeTotals([], {
    currency: "EUR",
    discount: 0,
    delivery: null,
    tax: included,
  });

  expect(totals).toMatchObject({ items: 0, discount: 0, tax: 0, total: 0 });
});

test("a discount above the goods, a negative or a broken amount stops everything", () => {
  const base = { currency: "RUB", discount: 0, delivery: null, tax: untaxed } as const;

  expect(() => computeTotals([aLine()], { ...base, discount: 100_01 })).toThrow(RangeError);
  expect(() => computeTotals([aLine({ quantity: -1 })], base)).toThrow(RangeError);
  expect(() => computeTotals([aLine({ unitAmount: 0.1 })], base)).toThrow(RangeError);
  expect(() => computeTotals([aLine({ unitAmount: 2 ** 53 })], base)).toThrow(RangeError);
});

test("in ten thousand random carts the parts sum to the total and nothing is negative", () => {
  const cart = fc.record({
    currency: fc.constantFrom(...Currency.options),
    lines: fc.array(
      fc.record({
        unitAmount: fc.nat(1_000_000_00),
        quantity: fc.integer({ min: 1, max: 999 }),
        taxClass: fc.constantFrom("standard", "reduced", "untaxed"),
      }),
      { maxLength: 12 },
    ),
    discountBasisPoints: fc.nat(10_000),
    delivery: fc.option(fc.nat(5_000_00)),
    rate: fc.nat(3_000),
    included: fc.boolean(),
  });

  fc.assert(
    fc.property(cart, ({ currency, lines, discountBasisPoints, delivery, rate, included }) => {
      const items = sum(lines.map(({ unitAmount, quantity }) => unitAmount * quantity));
      const discount = Math.floor((items / 10_000) * discountBasisPoints);
      const tax = { included, basisPoints: { standard: rate, reduced: rate >> 1 } };

      const priced = computeTotals(lines, { currency, discount, delivery, tax });

      const { totals } = priced;
      const deliveryTax = totals.tax - sum(priced.lines.map(({ tax }) => tax));
      const amounts = priced.lines.flatMap(({ discount, tax, total }) => [discount, tax, total]);
      expect(amounts.every((amount) => Number.isSafeInteger(amount) && amount >= 0)).toBe(true);
      expect(sum(priced.lines.map((line) => line.discount))).toBe(discount);
      expect(sum(priced.lines.map(({ total }) => total))).toBe(items - discount);
      expect(totals.total).toBe(items - discount + (delivery ?? 0) + (included ? 0 : totals.tax));
      expect(deliveryTax).toBeGreaterThanOrEqual(0);
      expect(totals.total).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 10_000 },
  );
});
