import { expect, test } from "vitest";
import { mannWhitney, quantile } from "./statistics.ts";

const numbers = (count: number, from = 0) => Array.from({ length: count }, (_, index) => from + index);
const males = [19, 22, 16, 29, 24];
const females = [20, 11, 17, 12];
const tied = { one: [1, 1, 2, 2, 2, 3, 3, 4, 5, 5, 6, 6], other: [2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8] };

test.each([
  { of: "the ages in scipy's handbook", one: males, other: females, p: 0.11134688653314041 },
  { of: "values with ties", ...tied, p: 0.047376336335547865 },
  { of: "samples that overlap by half", one: numbers(60), other: numbers(60, 30), p: 1.4065275903970576e-12 },
  { of: "samples apart", one: numbers(100), other: numbers(100, 200), p: 2.562143669163401e-34 },
  { of: "a sample and itself", one: numbers(19), other: numbers(19), p: 1 },
])("Mann and Whitney's p of $of is scipy's, whichever comes first", ({ one, other, p }) => {
  expect(mannWhitney(one, other) / p).toBeCloseTo(1, 5);
  expect(mannWhitney(other, one) / p).toBeCloseTo(1, 5);
});

test("a quantile is one of the values", () => {
  expect(quantile([5, 1, 4, 2, 3], 0.5)).toBe(3);
  expect(quantile([5, 1, 4, 2, 3], 0.99)).toBe(5);
});
