import { expect, test } from "vitest";
import type { PlannedRate } from "./conversion-plan.ts";
import { RateOverlap } from "./pricing.errors.ts";
import { addRate } from "./rate-book.ts";
import { conclude } from "./succession.ts";

const day = (number: number) => new Date(Date.UTC(2026, 0, number));
const rateOf = (id: string, from: number, until: number | null = null): PlannedRate => ({
  id,
  currency: "EUR",
  base: "RUB",
  unitCost: 98_500_000,
  ending: "exact",
  holdDays: 7,
  from: day(from),
  until: until === null ? null : day(until),
});

test("a new rate ends the one before it and holds until the next planned one", () => {
  const book = [rateOf("old", 1, 20), rateOf("planned", 20)];

  expect(addRate(book, rateOf("new", 10))).toMatchObject({
    moved: [{ id: "old", until: day(10) }],
    added: [{ id: "new", until: day(20) }],
  });
  expect(addRate([rateOf("planned", 20)], rateOf("first", 10)).added).toMatchObject([{ until: day(20) }]);
});

test("two rates for one instant are refused with the one that was there first", () => {
  expect(() => addRate([rateOf("planned", 20)], rateOf("new", 20))).toThrow(RateOverlap);
});

test("a rate in force ends now; before a planned one that is taken back the former goes on", () => {
  const book = [rateOf("old", 1, 20), rateOf("planned", 20, 25), rateOf("last", 25)];

  expect(conclude(book, rateOf("old", 1, 20), day(10))).toEqual({
    moved: [{ id: "old", until: day(10) }],
    added: [],
    cancelled: [],
  });
  expect(conclude(book, rateOf("planned", 20, 25), day(10))).toEqual({
    moved: [{ id: "old", until: day(25) }],
    added: [],
    cancelled: ["planned"],
  });
});
