import { expect, test } from "vitest";
import { unitCostText, unitCostTyped } from "./rate-text.ts";

test("a rate is typed with a comma or a point, to the millionth", () => {
  expect(["98,5", "98.5", "1 200", "0.010152"].map(unitCostTyped)).toEqual([
    98_500_000, 98_500_000, 1_200_000_000, 10_152,
  ]);
});

test("nothing, zero and words are no rate", () => {
  expect(["", "0", "ten", "-1", "1.2345678"].map(unitCostTyped)).toEqual([null, null, null, null, null]);
});

test("what is shown can be typed again", () => {
  for (const unitCost of [98_500_000, 10_152, 1, 100_000_000])
    expect(unitCostTyped(unitCostText(unitCost))).toBe(unitCost);
});
