import { expect, test } from "vitest";
import { demoAttributes, demoCategories, demoHero, demoProducts, demoPromotions, demoReviews } from "./index.ts";
import { goods } from "./goods/index.ts";
import { sizeSets } from "./options.ts";

const currencies = ["RUB", "EUR", "USD"] as const;
const variants = demoProducts.flatMap((product) => product.variants);
const leaves = demoCategories.filter(({ parent }) => parent !== null);

const duplicates = (values: readonly string[]) => values.filter((value, index) => values.indexOf(value) !== index);

test("the demo shop has about 120 products", () => {
  expect(demoProducts.length).toBeGreaterThanOrEqual(110);
  expect(demoProducts.length).toBeLessThanOrEqual(130);
});

test("every product speaks both languages", () => {
  const texts = demoProducts.flatMap((product) => [
    product.name,
    product.description,
    ...product.pictures.map(({ alt }) => alt),
    ...product.options.flatMap((option) => [option.name, ...option.values.map(({ name }) => name)]),
    ...Object.values(product.attributes).filter((value) => typeof value === "object"),
  ]);

  expect(texts.filter(({ ru }) => !/[А-я\d×–]/.test(ru) && !/^[A-Z]{1,2}$/.test(ru))).toEqual([]);
  expect(texts.filter(({ en }) => en.length === 0 || /[А-я]/.test(en))).toEqual([]);
});

test("every variant has a whole, pretty price in every currency", () => {
  for (const { prices } of variants) {
    for (const currency of currencies) expect(Number.isSafeInteger(prices[currency])).toBe(true);
    expect(prices.RUB % 1000).toBe(0);
    expect([0, 90]).toContain(prices.EUR % 100);
    expect([0, 90]).toContain(prices.USD % 100);
  }
});

test("an old price is higher than the price in every currency", () => {
  const reduced = variants.filter(({ compareAt }) => compareAt !== undefined);

  expect(reduced.length).toBeGreaterThan(20);
  for (const { prices, compareAt } of reduced) {
    for (const currency of currencies) expect(compareAt?.[currency]).toBeGreaterThan(prices[currency]);
  }
});

test("slugs, skus, picture keys and category slugs are unique", () => {
  expect(duplicates(demoProducts.map(({ slug }) => slug))).toEqual([]);
  expect(duplicates(variants.map(({ sku }) => sku))).toEqual([]);
  expect(duplicates(demoProducts.flatMap(({ pictures }) => pictures.map(({ key }) => key)))).toEqual([]);
  expect(duplicates(demoCategories.map(({ slug }) => slug))).toEqual([]);
});

test("a variant chooses one value of each option, and no two variants choose the same", () => {
  for (const { options, variants } of demoProducts) {
    for (const variant of variants) {
      expect(Object.keys(variant.options)).toEqual(options.map(({ code }) => code));
      for (const { code, values } of options) {
        expect(values.map((value) => value.code)).toContain(variant.options[code]);
      }
    }
    expect(duplicates(variants.map((variant) => JSON.stringify(variant.options)))).toEqual([]);
    for (const { code, values } of options) {
      const chosen = new Set(variants.map((variant) => variant.options[code]));
      expect(chosen.size).toBe(values.length);
    }
  }
});

test("a combination that is not made is one that could be", () => {
  for (const { colours, sizes, except = [] } of goods) {
    const codes = sizes ? sizeSets[sizes].values.map(({ code }) => code) : [];
    const thinkable = colours.flatMap((colour) => codes.map((code) => `${colour}/${code}`));
    expect(except.filter((combination) => !thinkable.includes(combination))).toEqual([]);
  }
});

test("a variant shows a picture of its product", () => {
  for (const { pictures, variants } of demoProducts) {
    for (const { picture } of variants) expect(pictures.map(({ key }) => key)).toContain(picture);
  }
});

test("every product stands in a category of the second level, and none of those is empty", () => {
  const used = new Set(demoProducts.map(({ category }) => category));

  expect([...used].sort()).toEqual(leaves.map(({ slug }) => slug).sort());
});

test("every root category and the home page has a shelf of its own", () => {
  const roots = demoCategories.filter(({ parent }) => parent === null).map(({ slug }) => `hero-${slug}`);

  expect(demoHero.map(({ key }) => key).sort()).toEqual(["hero-shop", ...roots].sort());
});

test("every attribute a product has is described", () => {
  const known = new Set<string>(demoAttributes.map(({ code }) => code));

  expect(demoProducts.flatMap(({ attributes }) => Object.keys(attributes)).filter((code) => !known.has(code))).toEqual(
    [],
  );
});

test("some things are sold out, some nearly, most are there", () => {
  const stocks = variants.map(({ stock }) => stock);

  expect(stocks.filter((stock) => stock === 0).length).toBeGreaterThan(3);
  expect(stocks.filter((stock) => stock >= 1 && stock <= 3).length).toBeGreaterThan(10);
  expect(stocks.filter((stock) => stock > 3).length).toBeGreaterThan(stocks.length * 0.8);
});

test("reviews are about products that exist, in sentences, in both languages and with all ratings", () => {
  const ids = new Set(demoProducts.map(({ externalId }) => externalId));

  expect(demoReviews.filter(({ product }) => !ids.has(product))).toEqual([]);
  expect(demoReviews.filter(({ title, text }) => title.length < 3 || text.length < 20)).toEqual([]);
  expect(demoReviews.length).toBeGreaterThanOrEqual(140);
  expect(new Set(demoReviews.map(({ product }) => product)).size).toBeGreaterThanOrEqual(55);
  expect(new Set(demoReviews.map(({ locale }) => locale))).toEqual(new Set(["ru", "en"]));
  expect(new Set(demoReviews.map(({ rating }) => rating)).size).toBeGreaterThanOrEqual(4);
  expect(duplicates(demoReviews.map(({ product, author }) => `${product} ${author}`))).toEqual([]);
});

test("promotion codes include one that works, one that is over, one to come, one with a minimum and one for a single use", () => {
  const active = demoPromotions.filter(({ startsInDays = 0, endsInDays = 1 }) => startsInDays <= 0 && endsInDays > 0);

  expect(duplicates(demoPromotions.map(({ code }) => code))).toEqual([]);
  expect(active.map(({ code }) => code)).toContain("WELCOME10");
  expect(demoPromotions.some(({ endsInDays = 1 }) => endsInDays < 0)).toBe(true);
  expect(demoPromotions.some(({ startsInDays = 0 }) => startsInDays > 0)).toBe(true);
  expect(demoPromotions.some(({ minimum }) => minimum !== undefined)).toBe(true);
  expect(demoPromotions.some(({ maxUses }) => maxUses === 1)).toBe(true);
});
