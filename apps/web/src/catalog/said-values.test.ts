import { expect, test } from "vitest";
import { ownValue, saidOf } from "#catalog/said-values.ts";

const named = (code: string) => ({ code, name: { en: code }, unit: null });
const codes = (said: ReturnType<typeof saidOf>) => said.map(({ code, value }) => [code, value]);

test("what only variants say stands at its place among what the product says", () => {
  const product = {
    attributes: [
      { ...named("care"), value: "By hand" },
      { ...named("origin"), value: "Tula" },
    ],
    variantAttributes: [
      { ...named("glaze"), place: 0 },
      { ...named("weight"), place: 2 },
      { ...named("width"), place: 4 },
    ],
  };

  expect(codes(saidOf(product))).toEqual([
    ["glaze", null],
    ["care", "By hand"],
    ["weight", null],
    ["origin", "Tula"],
    ["width", null],
  ]);
});

test("the page of an api of before shows what the product says", () => {
  expect(codes(saidOf({ attributes: [{ ...named("care"), value: "By hand" }] }))).toEqual([["care", "By hand"]]);
  expect(ownValue({}, "care")).toBeUndefined();
});

test("an attribute called as something that every object has is no value of a variant", () => {
  expect(ownValue({ attributes: { weight: 300 } }, "weight")).toBe(300);
  expect(ownValue({ attributes: {} }, "constructor")).toBeUndefined();
});
