import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { eanOf } from "./codes.ts";
import { createCatalogue, madeAttributes, type MadeProduct } from "./index.ts";
import { formsOf } from "./texts.ts";

const COUNT = 20_000;
const catalogue = createCatalogue(7);
const products = Array.from({ length: COUNT }, (_, index) => catalogue.product(index));
const variants = products.flatMap((product) => product.variants);

const hashOf = (made: MadeProduct[]) => createHash("sha256").update(JSON.stringify(made)).digest("hex");
const shareOf = (fits: (product: MadeProduct) => boolean) => products.filter(fits).length / COUNT;
const isWhole = (values: unknown[]) => expect(new Set(values).size).toBe(values.length);

/** How often each value occurs, most often first. */
const sizesOf = (values: Iterable<string>) =>
  [...Map.groupBy(values, (value) => value).values()].map(({ length }) => length).toSorted((a, b) => b - a);

test("the same seed makes the same goods to the byte, another seed others", () => {
  const first = (seed: number) => {
    const { product } = createCatalogue(seed);
    return hashOf(Array.from({ length: 1_000 }, (_, index) => product(index)));
  };

  expect(first(7)).toBe(hashOf(products.slice(0, 1_000)));
  expect(first(7)).toMatchInlineSnapshot(`"7565c971529d117f45f6f4e8d6bf97ec74c4bd80a5120e8cc43e03585f7f2125"`);
  expect(first(8)).not.toBe(first(7));
});

test("a product is the same however many there are and in whatever order they are made", () => {
  expect(createCatalogue(7).product(19_999)).toEqual(products[19_999]);
});

test("ids, slugs, SKUs and barcodes are nobody else's", () => {
  isWhole(products.map(({ id }) => id));
  isWhole(products.map(({ slug }) => slug));
  isWhole(variants.map(({ sku }) => sku));
  isWhole(variants.flatMap(({ gtins }) => gtins));
  isWhole(variants.flatMap(({ prices }) => prices.map(({ id }) => id)));
  isWhole(catalogue.categories.map(({ slug }) => slug));
  isWhole(
    [7, 8, 9].flatMap((seed) =>
      createCatalogue(seed)
        .product(5)
        .variants.map(({ sku }) => sku),
    ),
  );
});

test("a barcode has the check digit that a scanner asks for", () => {
  const sum = [...eanOf(123)].reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3), 0);

  expect(eanOf(123)).toMatch(/^460\d{10}$/);
  expect(sum % 10).toBe(0);
});

test("some 450 categories stand on three levels; few are large and most are small", () => {
  const leaves = sizesOf(products.flatMap(({ categories: [primary = ""] }) => primary));
  const parents = new Map(catalogue.categories.map(({ slug, parent }) => [slug, parent]));
  const depthOf = (slug: string): number => {
    const parent = parents.get(slug);
    return parent ? 1 + depthOf(parent) : 1;
  };

  expect(catalogue.categories.length).toBeGreaterThan(400);
  expect(catalogue.categories.length).toBeLessThan(500);
  expect(new Set(catalogue.categories.map(({ slug }) => depthOf(slug)))).toEqual(new Set([1, 2, 3]));
  expect(new Set(products.flatMap(({ categories }) => categories.map(depthOf)))).toEqual(new Set([3]));
  expect(leaves[0]).toBeGreaterThan(COUNT * 0.06);
  expect(leaves[Math.floor(leaves.length / 2)]).toBeLessThan(COUNT * 0.002);
});

test("few brands are everywhere and most are rare", () => {
  const brands = sizesOf(products.map(({ brand }) => brand));

  expect(brands.length).toBeGreaterThan(1_500);
  expect(brands[0]).toBeGreaterThan(30 * (brands[Math.floor(brands.length / 2)] ?? 0));
});

test("a product type has 8 to 15 attributes; values have the kind and the words that are told", () => {
  const known = new Map(madeAttributes.map((attribute) => [attribute.code, attribute]));
  const kinds = { object: "choice", number: "number", boolean: "boolean" };
  const told = products.flatMap(({ attributes }) => Object.entries(attributes));

  expect(catalogue.types.filter(({ attributes }) => attributes.length < 8 || attributes.length > 15)).toEqual([]);
  expect(told.filter(([code, value]) => kinds[typeof value as keyof typeof kinds] !== known.get(code)?.kind)).toEqual(
    [],
  );
  expect(madeAttributes.flatMap(({ choices }) => choices).filter(({ ru, en }) => !ru || !en)).toEqual([]);
  expect(told.length / COUNT).toBeGreaterThan(8);
});

test("texts are Russian and English, and their words very common, common and rare", () => {
  const texts = products.map(({ name, description }) => `${name.ru} ${description.ru}`.toLowerCase());
  const words = sizesOf(texts.flatMap((text) => [...new Set(text.match(/[а-яё]{3,}/g))]));

  expect(products.filter(({ name, description }) => /[а-яё]/i.test(name.en + description.en))).toEqual([]);
  expect(products.filter(({ description }) => /[{}[\]|]|undefined|\s\s/.test(description.ru + description.en))).toEqual(
    [],
  );
  expect(words[5]).toBeGreaterThan(COUNT * 0.15);
  expect(words[200]).toBeLessThan(COUNT * 0.05);
  expect(words.filter((count) => count < COUNT * 0.002).length).toBeGreaterThan(200);
});

test("adjectives follow the gender of the goods", () => {
  expect(formsOf("тёплый")).toEqual({ м: "тёплый", ж: "тёплая", с: "тёплое", мн: "тёплые" });
  expect(formsOf("летний")).toEqual({ м: "летний", ж: "летняя", с: "летнее", мн: "летние" });
  expect(formsOf("гибкий")).toEqual({ м: "гибкий", ж: "гибкая", с: "гибкое", мн: "гибкие" });
  expect(formsOf("свежий")).toEqual({ м: "свежий", ж: "свежая", с: "свежее", мн: "свежие" });
  expect(formsOf("большой")).toEqual({ м: "большой", ж: "большая", с: "большое", мн: "большие" });
  expect(formsOf("двойной")).toEqual({ м: "двойной", ж: "двойная", с: "двойное", мн: "двойные" });
});

test("most products have one variant, none more than six, each a choice of its own", () => {
  expect(shareOf(({ variants }) => variants.length === 1)).toBeGreaterThan(0.8);
  expect(Math.max(...products.map(({ variants }) => variants.length))).toBe(6);
  for (const { variants } of products) isWhole(variants.map(({ optionValues }) => JSON.stringify(optionValues)));
});

test("12 % are reduced, 40 % are sold in euros, every price is whole and one of them holds at any time", () => {
  const prices = variants.flatMap(({ prices }) => prices);
  const dated = variants.filter(({ prices }) => prices.some(({ to }) => to));

  expect(shareOf(({ variants: [one] }) => one?.prices.some(({ compareAt }) => compareAt) ?? false)).toBeCloseTo(
    0.12,
    1,
  );
  expect(shareOf(({ variants: [one] }) => one?.prices.some(({ currency }) => currency === "EUR") ?? false)).toBeCloseTo(
    0.4,
    1,
  );
  expect(prices.filter(({ amount, compareAt }) => !(amount > 0) || (compareAt ?? amount + 1) <= amount)).toEqual([]);
  expect(dated.length).toBeGreaterThan(COUNT * 0.04);
  for (const { prices } of dated)
    for (const of of Map.groupBy(prices, ({ currency }) => currency).values())
      expect([of.length, of[0]?.from, of[1]?.to, of[0]?.to]).toEqual([2, null, null, of[1]?.from]);
});

test("8 % of products are sold out, a tenth of the rest is nearly gone", () => {
  expect(shareOf(({ variants }) => variants.every(({ stock }) => stock === 0))).toBeCloseTo(0.08, 1);
  expect(variants.filter(({ stock }) => stock > 0 && stock <= 5).length / variants.length).toBeGreaterThan(0.1);
  expect(Math.max(...variants.map(({ stock }) => stock))).toBeGreaterThan(300);
});

test("about half are rated, few by hundreds, mostly well; the newest are the most", () => {
  const counts = products.map(({ stars }) => stars.reduce((sum, count) => sum + count, 0));
  const total = (star: number) => products.reduce((sum, { stars }) => sum + (stars[star] ?? 0), 0);

  expect(counts.filter((count) => count === 0).length / COUNT).toBeCloseTo(0.45, 1);
  expect(counts.filter((count) => count > 300).length).toBeGreaterThan(20);
  expect(total(4)).toBeGreaterThan(total(0) * 4);
  expect(shareOf(({ releasedAt }) => releasedAt > new Date("2025-11-01"))).toBeGreaterThan(0.45);
});
