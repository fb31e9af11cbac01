import { expect, test } from "vitest";
import { choicesOf, chooseVariant, type ProductOption, type Variant } from "#catalog/choose-variant.ts";

const aVariant = (color: string, size: string, inStock = true): Variant => ({
  id: `${color}-${size}`,
  sku: `${color}-${size}`,
  optionValues: { color, size },
  gtins: [],
  picture: null,
  attributes: {},
  price: { amount: 100, compareAt: null, currency: "RUB", list: null, lowest: null },
  availability: { inStock, left: inStock ? null : 0 },
});
const anOption = (code: string, ...values: string[]): ProductOption => ({
  code,
  name: { en: code },
  values: values.map((value) => ({ code: value, name: { en: value }, swatch: null })),
});

const color = anOption("color", "green", "red", "blue");
const size = anOption("size", "s", "m", "l");
const greenSmall = aVariant("green", "s");
const mug = {
  options: [color, size],
  variants: [greenSmall, aVariant("green", "m", false), aVariant("red", "m"), aVariant("red", "l")],
};
const statesOf = (option: ProductOption) =>
  choicesOf(mug, option, greenSmall).map(({ value, state, soldOut, variant }) => [
    value.code,
    soldOut ? `${state}, sold out` : state,
    variant.sku,
  ]);

test("the address chooses the variant; a wrong one shows the first that can be bought", () => {
  const soldOutFirst = { variants: [aVariant("green", "m", false), greenSmall] };

  expect(chooseVariant(mug, "red-l")?.sku).toBe("red-l");
  expect(chooseVariant(soldOutFirst, "no-such-sku")?.sku).toBe("green-s");
});

test("a sold-out combination can still be looked at and is told apart from one that does not exist", () => {
  expect(statesOf(size)).toEqual([
    ["s", "chosen", "green-s"],
    ["m", "fits, sold out", "green-m"],
    ["l", "adjusts", "red-l"],
  ]);
});

test("a value that no variant has is not offered", () => {
  expect(statesOf(color)).toEqual([
    ["green", "chosen", "green-s"],
    ["red", "adjusts", "red-m"],
  ]);
});
