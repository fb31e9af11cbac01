import { expect, test } from "vitest";
import { availabilityOf } from "./availability.ts";
import { OutOfStock } from "./inventory.errors.ts";
import { assertNothingShort, findShortages } from "./stock.ts";

test("the shop tells how many are left only when few remain", () => {
  expect(availabilityOf(6)).toEqual({ inStock: true, left: null });
  expect(availabilityOf(5)).toEqual({ inStock: true, left: 5 });
  expect(availabilityOf(0)).toEqual({ inStock: false, left: 0 });
  expect(availabilityOf(-2)).toEqual({ inStock: false, left: 0 });
});

test("two lines of one variant are added up before the shelf is asked", () => {
  const demands = [
    { variantId: "cup", quantity: 2 },
    { variantId: "bowl", quantity: 1 },
    { variantId: "cup", quantity: 2 },
  ];

  const shortages = findShortages(
    demands,
    new Map([
      ["cup", 3],
      ["bowl", 1],
    ]),
  );

  expect(shortages).toEqual([{ variantId: "cup", wanted: 4, left: 3 }]);
});

test("a refusal names everything that is short, also what the shop never had", () => {
  const demands = [
    { variantId: "cup", quantity: 2 },
    { variantId: "vase", quantity: 1 },
  ];

  const shortages = findShortages(demands, new Map([["cup", 1]]));

  expect(() => assertNothingShort(shortages)).toThrow(OutOfStock);
  expect(shortages.map(({ variantId }) => variantId)).toEqual(["cup", "vase"]);
});

test("nothing short is no refusal", () => {
  expect(() => assertNothingShort([])).not.toThrow();
});
