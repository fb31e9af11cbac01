import { expect, test } from "vitest";
import type { Goods } from "./goods.ts";
import { chanceOf, combinationOf } from "./combination.ts";
import { fold, keyOf, roundedOf, stepOf } from "./keys.ts";
import { questionOf } from "./truth.ts";

const goodsOf = (change: Partial<Goods>): Goods => ({
  id: "1",
  slug: "one",
  name: {},
  brand: null,
  model: null,
  variantIds: [],
  categories: ["kitchen", "mugs"],
  prices: { RUB: 100 },
  inStock: true,
  mean: 4,
  values: ["colour\tred", "size\tm"],
  words: new Set(["mug"]),
  ...change,
});
const shelf = [
  goodsOf({}),
  goodsOf({ values: ["colour\tblue", "size\tm"], prices: { RUB: 300 } }),
  goodsOf({ values: ["colour\tblue", "size\tl"], mean: 2 }),
  goodsOf({ values: ["colour\tgreen"], inStock: false, prices: {} }),
];
const truthOf = (change: object) => {
  const { truth, count } = questionOf({ currency: "RUB", sort: "price", withFacets: true, ...change }, (word) => word);
  for (const goods of shelf) count(goods, goods.words);
  return { ...truth, facets: Object.fromEntries([...truth.facets].map(([key, n]) => [key.replace("\t", " "), n])) };
};

test("spellings of one word are one", () => {
  expect(fold("Тёплый, Élan-Й")).toBe("теплый elan й");
  expect(keyOf("Light Grey")).toBe("light gray");
});

test("numbers stand by three digits and in a step of one, two or five", () => {
  expect([12_345.6, 0.5, 100, 7.251].map(roundedOf)).toEqual(["12300", "0.5", "100", "7.25"]);
  expect([7, 20, 0.4, 1_999, 5, 0].map(stepOf)).toEqual(["5..10", "20..50", "0.2..0.5", "1000..2000", "5..10", "0"]);
});

test("values of a facet add up, facets narrow each other, and a facet's own choice is left out of its counts", () => {
  const { total, facets } = truthOf({
    filters: [
      { code: "colour", keys: ["red", "blue"] },
      { code: "size", keys: ["m"] },
    ],
  });

  expect(total).toBe(2);
  expect(facets).toEqual({ "colour red": 1, "colour blue": 1, "size m": 2, "size l": 1 });
});

test("price bounds leave the price range out and nothing else", () => {
  expect(truthOf({ max: 200 })).toMatchObject({ total: 2, bounds: { min: 100, max: 300 } });
  expect(truthOf({ stars: 3, min: 50 })).toMatchObject({ total: 2, bounds: { min: 100, max: 300 } });
  expect(truthOf({ inStock: true })).toMatchObject({ total: 3 });
  expect(truthOf({ q: "plate" })).toMatchObject({ matched: 0, total: 0, bounds: null });
});

test("combinations repeat by their seed and mostly find something", () => {
  const draw = () => {
    const chance = chanceOf(3);
    return Array.from({ length: 50 }, () => combinationOf(shelf, chance));
  };

  expect(draw()).toEqual(draw());
  expect(draw().filter((combination) => truthOf(combination).total > 0).length).toBeGreaterThan(20);
});
