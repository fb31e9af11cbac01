import fc from "fast-check";
import { expect, test } from "vitest";
import { type ConversionMaterial, type ConvertedPrice, planConversion, type PlannedRate } from "./conversion-plan.ts";
import { planAfter, type PlannedPrice, priceAt } from "./price-plan.ts";
import { convertPrice, isStale } from "./rate.ts";

const day = (number: number) => new Date(Date.UTC(2026, 0, number));
const dayOrNull = (number: number | null) => (number === null ? null : day(number));
const period = (from: number | null, until: number | null) => ({ from: dayOrNull(from), until: dayOrNull(until) });
const price = (amount: number, from: number | null = null, until: number | null = null): PlannedPrice => ({
  id: `price-${amount}-${from}`,
  amount,
  compareAt: null,
  ...period(from, until),
});
const rateOf = (unitCost: number, from: number, until: number | null = null): PlannedRate => ({
  id: `rate-${unitCost}-${from}`,
  currency: "EUR",
  base: "RUB",
  unitCost: unitCost * 1_000_000,
  ending: "exact",
  holdDays: 7,
  from: day(from),
  until: dayOrNull(until),
});
const material = (changes: Partial<ConversionMaterial>): ConversionMaterial => ({
  now: day(10),
  currency: "EUR",
  rates: [rateOf(100, 9)],
  explicit: {},
  converted: [],
  ...changes,
});
let ids = 0;
const after = (asked: ConversionMaterial): ConvertedPrice[] => {
  const edit = planConversion(asked);
  return planAfter(asked.converted, edit).map((row) => ({ rateId: "", ...row, id: row.id ?? `new-${ids++}` }));
};
const amountsOn = (rows: readonly ConvertedPrice[], days: number[]) =>
  days.map((number) => priceAt(rows, day(number))?.amount ?? null);

test("a price in roubles is one in euros from now on, not before", () => {
  const rows = after(material({ explicit: { RUB: [price(5000)] } }));

  expect(rows).toMatchObject([{ amount: 50, from: day(10), until: null, rateId: "rate-100-9" }]);
});

test("a change that is planned for roubles is planned for euros too, and so is a rate", () => {
  const rows = after(
    material({
      explicit: { RUB: [price(5000, null, 12), price(4000, 12, 14), price(5000, 14, null)] },
      rates: [rateOf(100, 9, 20), rateOf(50, 20)],
    }),
  );

  expect(amountsOn(rows, [9, 10, 12, 14, 20])).toEqual([null, 50, 40, 50, 100]);
});

test("a price set in euros wins, now or later, and what is converted holds wherever there is none", () => {
  const rows = after(material({ explicit: { RUB: [price(5000)], EUR: [price(45, 12, 14)] } }));

  expect(amountsOn(rows, [11, 12, 13, 14])).toEqual([50, null, null, 50]);
});

test("what is not sold in the base currency is not converted", () => {
  expect(after(material({ explicit: { USD: [price(5000)] } }))).toEqual([]);
});

test("a new rate that leaves an amount as it was leaves its row", () => {
  const explicit = { RUB: [price(5000)] };
  const converted = after(material({ explicit }));

  const edit = planConversion(material({ now: day(11), explicit, converted, rates: [rateOf(100, 11)] }));

  expect(edit).toEqual({ removed: [], moved: [], added: [] });
});

test("under a rate that is too old nothing new is converted; what is stays as long as its base is sold", () => {
  const converted = after(material({ explicit: { RUB: [price(5000)] } }));
  const late = { now: day(30), converted };

  expect(amountsOn(after(material({ ...late, explicit: { RUB: [price(6000)] } })), [29, 30])).toEqual([50, 50]);
  expect(amountsOn(after(material({ ...late, explicit: {} })), [29, 30])).toEqual([50, null]);
  expect(after(material({ now: day(30), explicit: { RUB: [price(5000)] } }))).toEqual([]);
  const renewed = { rates: [rateOf(100, 9, 31), rateOf(50, 31)], explicit: { RUB: [price(5000)] } };
  expect(amountsOn(after(material({ ...late, ...renewed })), [30, 31])).toEqual([50, 100]);
});

const histories = fc.record({
  base: fc.array(fc.record({ amount: fc.integer({ min: 1, max: 3 }), at: fc.nat(30) }), { maxLength: 5 }),
  own: fc.array(fc.record({ amount: fc.constantFrom(0, 0, 7), at: fc.nat(30) }), { maxLength: 4 }),
  rates: fc.array(
    fc.record({ cost: fc.integer({ min: 0, max: 3 }), at: fc.nat(30), hold: fc.integer({ min: 1, max: 20 }) }),
    {
      maxLength: 4,
    },
  ),
});
/** Half-open periods one after the other; what is 0 is a gap. */
function chain<Step extends { at: number }, Row>(
  steps: readonly Step[],
  make: (step: Step, until: number | null) => Row[],
) {
  const sorted = [...new Map(steps.map((step) => [step.at, step])).values()].toSorted((a, b) => a.at - b.at);
  return sorted.flatMap((step, index) => make(step, sorted[index + 1]?.at ?? null));
}

test("at every instant after any history the converted price is what the rate of the instant makes of the base, else none", () => {
  fc.assert(
    fc.property(histories, histories, fc.integer({ min: 1, max: 28 }), (first, second, today) => {
      const read = ({ base, own, rates }: typeof first) => ({
        explicit: {
          RUB: chain(base, ({ amount, at }, until) => [price(amount * 1000, at, until)]),
          EUR: chain(own, ({ amount, at }, until) => (amount > 0 ? [price(amount, at, until)] : [])),
        },
        rates: chain(rates, ({ cost, at, hold }, until) =>
          cost > 0 ? [{ ...rateOf(cost, at, until), holdDays: hold }] : [],
        ),
      });
      const before = after(material({ now: day(0), ...read(first) }));
      const going = (rows: ConvertedPrice[]) => rows.filter(({ until }) => until === null || until > day(today));
      const asked = material({ now: day(today), ...read(second), converted: going(before) });
      const rows = [...before.filter((row) => !going(before).includes(row)), ...after(asked)];
      for (let number = today; number < 32; number++) {
        const rate = priceAt(asked.rates, day(number));
        const base = priceAt(asked.explicit.RUB ?? [], day(number));
        const kept = priceAt(before, day(number));
        const fits = rate && base && !priceAt(asked.explicit.EUR ?? [], day(number));
        const expected = fits ? (isStale(rate, day(today)) ? kept : convertPrice(base, rate)) : null;
        expect(priceAt(rows, day(number))?.amount).toBe(expected?.amount);
      }
      for (let number = 0; number < today; number++)
        expect(priceAt(rows, day(number))?.amount).toBe(priceAt(before, day(number))?.amount);
      expect(planConversion({ ...asked, converted: going(rows) })).toEqual({ removed: [], moved: [], added: [] });
    }),
    { numRuns: 5_000 },
  );
});
