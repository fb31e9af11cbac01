import fc from "fast-check";
import { expect, test } from "vitest";
import { lowestBefore, type PublicPrice } from "./lowest-price.ts";

const day = (number: number) => new Date(Date.UTC(2026, 0, 1) + number * 86_400_000);
type Days = [from: number | null, until: number | null];
const own = (amount: number, [from, until]: Days, compareAt: number | null = null): PublicPrice => ({
  rank: 0,
  amount,
  compareAt,
  from: from === null ? null : day(from),
  until: until === null ? null : day(until),
});
const listed = (amount: number, days: Days, rank = 1): PublicPrice => ({
  ...own(amount, days),
  rank,
});
const at = (history: PublicPrice[], now: number, knownSince = 0) => lowestBefore(history, day(now), day(knownSince));

test("a price set long before the window counts, for it was in force when the window opened", () => {
  expect(at([own(100, [0, 60]), own(80, [60, null], 100)], 65)).toEqual({ amount: 100, complete: true });
});

test("a short dip inside the window is the lowest price, however high the struck-out one is", () => {
  expect(at([own(100, [0, 50]), own(70, [50, 52]), own(100, [52, 60]), own(80, [60, null], 150)], 65)).toEqual({
    amount: 70,
    complete: true,
  });
});

test("a dip that ended on the day the window opens counts no longer, one that ended a day later does", () => {
  expect(at([own(70, [0, 30]), own(100, [30, 60]), own(80, [60, null], 100)], 60)).toMatchObject({ amount: 100 });
  expect(at([own(70, [0, 31]), own(100, [31, 60]), own(80, [60, null], 100)], 60)).toMatchObject({ amount: 70 });
});

test("a cut that returns is measured against its own first time, and a deeper one against the one before", () => {
  expect(
    at([own(100, [0, 40]), own(80, [40, 50], 100), own(100, [50, 60]), own(80, [60, null], 100)], 65),
  ).toMatchObject({
    amount: 80,
  });
  expect(at([own(100, [0, 50]), own(80, [50, 60], 100), own(60, [60, null], 100)], 65)).toMatchObject({ amount: 80 });
});

test("a price that is only called a cut shows itself: nothing was cheaper about it", () => {
  expect(at([own(100, [0, 60]), own(100, [60, null], 150)], 65)).toMatchObject({ amount: 100 });
});

test("the same cut goes on while only its end or its struck-out price changes", () => {
  expect(at([own(100, [0, 40]), own(80, [40, 60], 100), own(80, [60, null], 120)], 100)).toMatchObject({ amount: 100 });
});

test("public lists count as prices and as cuts, also where two of them overlap", () => {
  const base = own(100, [0, null]);
  expect(at([base, listed(70, [50, 52]), listed(80, [60, null])], 65)).toEqual({ amount: 70, complete: true });
  expect(at([base, listed(70, [50, 70], 1), listed(90, [55, 65], 2)], 57)).toMatchObject({ amount: 70 });
  expect(at([base, listed(120, [50, null])], 65)).toBeNull();
});

test("with less than thirty days known the answer says so, and nothing before the cut is no number", () => {
  expect(at([own(100, [null, 60]), own(80, [60, null], 100)], 65, 50)).toEqual({ amount: 100, complete: false });
  expect(at([own(80, [null, null], 100)], 65, 50)).toEqual({ amount: null, complete: false });
});

test("without an announced cut there is nothing to say", () => {
  expect(at([own(100, [0, null])], 65)).toBeNull();
  expect(at([own(100, [0, 20])], 65)).toBeNull();
});

/** The rule told by walking through the days one by one, without any cleverness about bounds. */
function walked(history: PublicPrice[], now: number, knownSince: number) {
  const on = (number: number) => {
    let best: PublicPrice | null = null;
    let base: PublicPrice | null = null;
    for (const price of history) {
      const holds = (!price.from || price.from <= day(number)) && (!price.until || day(number) < price.until);
      if (!holds) continue;
      if (price.rank === 0) base = price;
      if (!best || price.rank > best.rank) best = price;
    }
    if (!best) return "none";
    const former = best.rank === 0 ? best.compareAt : base && Math.max(base.amount, base.compareAt ?? 0);
    return `${best.amount} ${former !== null && former > best.amount ? "cut" : "plain"}`;
  };
  if (!on(now).endsWith("cut")) return null;
  let began = now;
  while (began > knownSince && on(began - 1) === on(now)) began--;
  const seen: number[] = [];
  for (let each = Math.max(knownSince, began - 30); each < began; each++)
    if (on(each) !== "none") seen.push(Number.parseInt(on(each), 10));
  return { amount: seen.length > 0 ? Math.min(...seen) : null, complete: knownSince <= began - 30 };
}

const piece = fc.record({
  amount: fc.integer({ min: 1, max: 9 }),
  cut: fc.integer({ min: 0, max: 4 }),
  length: fc.integer({ min: 1, max: 40 }),
  gap: fc.boolean(),
});
const randomHistory = fc.record({
  pieces: fc.array(piece, { minLength: 1, maxLength: 9 }),
  always: fc.boolean(),
  lists: fc.array(
    fc.record({ amount: fc.integer({ min: 1, max: 9 }), from: fc.nat(110), length: fc.integer({ min: 1, max: 50 }) }),
    { maxLength: 3 },
  ),
  now: fc.integer({ min: 20, max: 130 }),
  knownSince: fc.nat(15),
});

test("in five thousand random histories the rule says what walking through the days says", () => {
  fc.assert(
    fc.property(randomHistory, ({ pieces, always, lists, now, knownSince }) => {
      const history: PublicPrice[] = [];
      let from = 0;
      for (const { amount, cut, length, gap } of pieces) {
        if (!gap)
          history.push(own(amount, [always && from === 0 ? null : from, from + length], cut > 1 ? amount + cut : null));
        from += length;
      }
      for (const [index, { amount, from, length }] of lists.entries())
        history.push(listed(amount, [from, from + length], index + 1));

      expect(at(history, now, knownSince)).toEqual(walked(history, now, knownSince));
    }),
    { numRuns: 5_000 },
  );
});
