import { expect, test } from "vitest";
import { pastedPrices } from "#admin/pasted-prices.ts";

const period = { from: null, until: null };

test("rows of a spreadsheet become prices, the last one of a kind counts, and lines that make no sense are named", () => {
  const { prices, faults } = pastedPrices(
    "MUG-1\t990,50\nMUG-1\t1 000\n\nMUG-2;9.90;eur;10\nMUG-3;\nMUG-4;ten\nMUG-5;1;GBP\n;5",
    period,
  );

  expect(prices).toEqual([
    { sku: "MUG-1", amount: 1_000_00, currency: "RUB", minQuantity: 1, ...period },
    { sku: "MUG-2", amount: 9_90, currency: "EUR", minQuantity: 10, ...period },
    { sku: "MUG-3", amount: null, currency: "RUB", minQuantity: 1, ...period },
  ]);
  expect(faults).toEqual([6, 7, 8]);
});
