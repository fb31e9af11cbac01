import fc from "fast-check";
import { expect, test } from "vitest";
import { cancel, type PlanEdit, planAfter, type PlannedPrice, priceAt, schedule, setNow } from "./price-plan.ts";
import { PeriodOverlap, PriceChanged, PriceInForce } from "./pricing.errors.ts";

const day = (number: number) => new Date(Date.UTC(2026, 0, number));
const key = { variantId: "cup", currency: "RUB" } as const;
const aPrice = (id: string, amount: number, period: [from: number | null, until: number | null]): PlannedPrice => ({
  id,
  amount,
  compareAt: null,
  from: period[0] === null ? null : day(period[0]),
  until: period[1] === null ? null : day(period[1]),
});
const change = (amount: number, from: number, until: number | null) => {
  const { id: _, ...rest } = aPrice("", amount, [from, until]);
  return rest;
};
const set = (plan: PlannedPrice[], amount: number | null, now: number) =>
  setNow(plan, {
    ...key,
    seenId: priceAt(plan, day(now))?.id ?? null,
    wanted: amount === null ? null : { amount, compareAt: null },
    now: day(now),
  });
let ids = 0;
const apply = (plan: readonly PlannedPrice[], edit: PlanEdit): PlannedPrice[] =>
  planAfter(plan, edit).map((price) => ({ ...price, id: price.id ?? `new-${ids++}` }));
const amountOn = (plan: readonly PlannedPrice[], at: number) => priceAt(plan, day(at))?.amount ?? null;

test("a sale for a weekend ends by itself, and the former price returns", () => {
  const plan = apply(
    [aPrice("base", 100, [null, null])],
    schedule([aPrice("base", 100, [null, null])], change(80, 9, 11), key),
  );

  expect([8, 9, 10, 11].map((at) => amountOn(plan, at))).toEqual([100, 80, 80, 100]);
});

test("a sale that is called off leaves the plan as it was", () => {
  const base = [aPrice("base", 100, [null, null])];
  const plan = apply(base, schedule(base, change(80, 9, 11), key));

  expect(apply(plan, cancel(plan, priceAt(plan, day(9))?.id ?? "", day(5)))).toEqual(base);
});

test("a price set now also holds after a planned sale", () => {
  const base = [aPrice("base", 100, [null, null])];
  const plan = apply(base, schedule(base, change(80, 9, 11), key));
  const raised = apply(plan, set(plan, 110, 5));

  expect([4, 5, 9, 11].map((at) => amountOn(raised, at))).toEqual([100, 110, 80, 110]);
});

test("two changes planned for one time are refused, with the one that was there first", () => {
  const base = [aPrice("base", 100, [null, null])];
  const plan = apply(base, schedule(base, change(80, 9, 11), key));

  for (const clashing of [change(70, 8, 10), change(70, 9, 10), change(70, 10, 12), change(70, 8, null)])
    expect(() => schedule(plan, clashing, key)).toThrow(PeriodOverlap);
  try {
    schedule(plan, change(70, 8, 10), key);
  } catch (error) {
    expect(error).toMatchObject({ details: { variantId: "cup", clash: { amount: 80, from: day(9).toISOString() } } });
  }
});

test("nobody undoes a price they did not see, and what has begun is not cancelled", () => {
  const plan = [aPrice("base", 100, [null, null])];

  expect(() => setNow(plan, { ...key, seenId: null, wanted: { amount: 90, compareAt: null }, now: day(2) })).toThrow(
    PriceChanged,
  );
  expect(() => cancel(plan, "base", day(2))).toThrow(PriceInForce);
  expect(cancel(plan, "gone", day(2))).toEqual({ removed: [], moved: [], added: [] });
});

test("a price taken out of sale is gone from now on and kept as history", () => {
  const plan = apply([aPrice("base", 100, [1, null])], set([aPrice("base", 100, [1, null])], null, 5));

  expect([4, 5, 20].map((at) => amountOn(plan, at))).toEqual([100, null, null]);
});

test("in a thousand random plans the past never changes, nothing overlaps, and what was asked for holds", () => {
  const act = fc.record({
    kind: fc.constantFrom("set", "schedule", "cancel"),
    amount: fc.integer({ min: 1, max: 4 }),
    wait: fc.nat(3),
    length: fc.integer({ min: 1, max: 6 }),
    endless: fc.boolean(),
    which: fc.nat(9),
  });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 14 }), (acts) => {
      let plan: PlannedPrice[] = [];
      let now = 1;
      for (const { kind, amount, wait, length, endless, which } of acts) {
        const before = plan;
        const past = Array.from({ length: now }, (_, at) => amountOn(before, at));
        try {
          if (kind === "set") plan = apply(before, set(before, amount, now));
          else if (kind === "schedule")
            plan = apply(
              before,
              schedule(before, change(amount, now + 1 + wait, endless ? null : now + 1 + wait + length), key),
            );
          else plan = apply(before, cancel(before, before[which % Math.max(1, before.length)]?.id ?? "", day(now)));
          if (kind === "set") expect(amountOn(plan, now)).toBe(amount);
          if (kind === "schedule") expect(amountOn(plan, now + 1 + wait)).toBe(amount);
        } catch (error) {
          if (!(error instanceof PeriodOverlap || error instanceof PriceInForce)) throw error;
        }
        expect(Array.from({ length: now }, (_, at) => amountOn(plan, at))).toEqual(past);
        for (let at = 0; at < 40; at++)
          expect(
            plan.filter(({ from, until }) => (!from || from <= day(at)) && (!until || day(at) < until)).length,
          ).toBeLessThan(2);
        now += wait;
      }
    }),
    { numRuns: 1_000 },
  );
});
