import fc from "fast-check";
import { expect, test } from "vitest";
import { convert, convertPrice, Ending, isStale } from "./rate.ts";

const inEuros = (ending: Ending) => ({ unitCost: 98_500_000, ending });
const rate = fc.record({
  base: fc.constant("RUB" as const),
  unitCost: fc.integer({ min: 1, max: 1_000_000_000_000 }),
  ending: fc.constantFrom(...Ending.options),
});
const amount = fc.integer({ min: 0, max: 1_000_000_000_000 });
const STEP = { exact: 1n, whole: 100n, "ninety-nine": 100n, "nine-ninety": 1000n };
const REST = { exact: 0n, whole: 0n, "ninety-nine": 99n, "nine-ninety": 990n };

test("a thousand roubles at 98.5 a euro are 10.15 €, 11 €, 10.99 € or 19.90 €", () => {
  const prices = Ending.options.map((ending) => convert(1000_00, inEuros(ending)));

  expect(prices).toEqual([10_15, 11_00, 10_99, 19_90]);
});

test("a euro bought at the rate of 98.5 is 98.50 roubles", () => {
  // One rouble costs 0.010152 euros.
  expect(convert(1_00, { unitCost: 10_152, ending: "exact" })).toBe(98_50);
});

test("more never becomes less, a price ends as it must, is never below its worth nor a step above it, and never nothing", () => {
  fc.assert(
    fc.property(rate, amount, amount, (terms, one, other) => {
      const [less, more] = [convert(Math.min(one, other), terms), convert(Math.max(one, other), terms)];
      if (less === null) expect(more).toBeNull();
      if (more === null || less === null) return;
      expect(less).toBeLessThanOrEqual(more);
      if (Math.max(one, other) === 0) {
        expect(more).toBe(0);
        return;
      }
      expect(more).toBeGreaterThan(0);
      // In millionths of a minor unit of the base, exactly.
      const [worth, cost] = [BigInt(Math.max(one, other)) * 1_000_000n, BigInt(terms.unitCost)];
      expect(BigInt(more) % STEP[terms.ending]).toBe(REST[terms.ending]);
      if (terms.ending === "exact") {
        const off = 2n * (BigInt(more) * cost - worth);
        expect(more === 1 || (off > -cost && off <= cost)).toBe(true);
      } else {
        expect(BigInt(more) * cost >= worth).toBe(true);
        expect((BigInt(more) - STEP[terms.ending]) * cost < worth).toBe(true);
      }
    }),
    { numRuns: 20_000 },
  );
});

test("a former price stays above the present one, or goes", () => {
  fc.assert(
    fc.property(rate, amount, amount, (terms, one, other) => {
      const price = convertPrice({ amount: Math.min(one, other), compareAt: Math.max(one, other) }, terms);
      expect(price === null || price.compareAt === null || price.compareAt > price.amount).toBe(true);
    }),
    { numRuns: 5_000 },
  );
  expect(convertPrice({ amount: 990_00, compareAt: 1000_00 }, { base: "RUB", ...inEuros("whole") })).toEqual({
    amount: 11_00,
    compareAt: null,
  });
});

test("a rate holds for its days to the instant", () => {
  const from = new Date("2026-03-01T10:00:00Z");

  expect(isStale({ from, holdDays: 7 }, new Date("2026-03-08T09:59:59.999Z"))).toBe(false);
  expect(isStale({ from, holdDays: 7 }, new Date("2026-03-08T10:00:00Z"))).toBe(true);
});
