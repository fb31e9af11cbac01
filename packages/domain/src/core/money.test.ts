import * as fc from "fast-check";
import { expect, test } from "vitest";
import { allocate, multiplyRounded } from "./money.ts";

const amount = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
const weights = fc.array(fc.integer({ min: 0, max: 1_000_000_000 }), { minLength: 1, maxLength: 50 });

test("the parts of a shared amount always sum to it", () => {
  fc.assert(
    fc.property(amount, weights, (total, shares) => {
      expect(allocate(total, shares).reduce((sum, part) => sum + part, 0)).toBe(total);
    }),
  );
});

test("no part is a whole unit away from its exact share", () => {
  fc.assert(
    fc.property(amount, weights, (total, shares) => {
      const sum = shares.reduce((left, right) => left + right, 0);
      fc.pre(sum > 0);
      allocate(total, shares).forEach((part, index) => {
        const distance = BigInt(part) * BigInt(sum) - BigInt(total) * BigInt(shares[index] ?? 0);
        expect(distance < BigInt(sum) && distance > -BigInt(sum)).toBe(true);
      });
    }),
  );
});

test("a rouble over three equal lines goes to the first lines", () => {
  expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33]);
  expect(allocate(-100, [1, 1, 1])).toEqual([-34, -33, -33]);
  expect(allocate(5, [0, 0])).toEqual([5, 0]);
  expect(allocate(5, [])).toEqual([]);
});

test("half a kopeck is rounded away from zero", () => {
  expect(multiplyRounded(5, 1, 2)).toBe(3);
  expect(multiplyRounded(-5, 1, 2)).toBe(-3);
  expect(multiplyRounded(1299_00, 20, 120)).toBe(216_50);
  expect(multiplyRounded(0, 7, 9)).toBe(0);
});
