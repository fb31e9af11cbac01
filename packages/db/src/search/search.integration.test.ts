import { NotFound } from "@vitrina/domain/core";
import type { CatalogTables } from "@vitrina/db/catalog";
import { testDatabase } from "@vitrina/db/testing";
import { beforeAll, expect, test } from "vitest";
import type { SearchTables } from "./search.tables.ts";
import { searchShop } from "./testing.ts";

const shop = searchShop(testDatabase<CatalogTables & SearchTables>());

beforeAll(() =>
  shop.put([
    {
      externalId: "t1",
      name: { ru: "Ёмкая кружка", en: "Large mug" },
      categoryKeys: ["mugs"],
      price: 500,
      brand: "Глина",
    },
    {
      externalId: "t2",
      name: { ru: "Белый чайник", en: "White teapot" },
      categoryKeys: ["kitchen"],
      price: 2000,
      stock: 0,
    },
    {
      externalId: "t3",
      name: { en: "Wireless gaming keyboard" },
      model: "KB-900X",
      categoryKeys: ["tech"],
      price: 9000,
    },
    { externalId: "t4", name: { en: "Wireless mouse 100% black" }, categoryKeys: ["tech"], price: 3000 },
  ]),
);

test("a category shows what is in it and below, with exact counts", async () => {
  const page = await shop.list({ category: "kitchen" });

  expect(page.total).toBe(2);
  expect(page.rows.map(({ slug }) => slug)).toEqual(["large-mug-t1", "white-teapot-t2"]);
  expect(page.categories).toMatchObject([{ slug: "mugs", count: 1 }]);
  expect(page.breadcrumb.map(({ slug }) => slug)).toEqual(["kitchen"]);
  expect(page.priceBounds).toEqual({ min: 500, max: 2000 });
});

test("the whole shop is a list like any category", async () => {
  const page = await shop.list({ sort: "price-desc", inStock: true, max: 8000 });

  expect(page.rows.map(({ price }) => price?.amount)).toEqual([3000, 500]);
  expect(page).toMatchObject({ total: 2, pages: 1, priceBounds: { min: 500, max: 9000 } });
  expect(page.categories.map(({ slug, count }) => [slug, count])).toEqual([
    ["kitchen", 1],
    ["electronics", 1],
  ]);
});

test.each([
  ["an inflected Russian word", "кружки", ["large-mug-t1"]],
  ["an inflected English word", "keyboards", ["wireless-gaming-keyboard-t3"]],
  ["the beginning of the last word", "wireless keyb", ["wireless-gaming-keyboard-t3"]],
  ["е for ё", "емкая", ["large-mug-t1"]],
  ["the wrong keyboard layout", "rhe;rf", ["large-mug-t1"]],
  ["a typo", "keybaord", ["wireless-gaming-keyboard-t3"]],
  ["a Russian typo", "чайниик", ["white-teapot-t2"]],
  ["a model", "kb-900x", ["wireless-gaming-keyboard-t3"]],
  ["an SKU", "SKU-T4", ["wireless-mouse-100-black-t4"]],
  ["a category", "mugs", ["large-mug-t1"]],
  ["one word of two", "wireless zzzzzz", ["wireless-mouse-100-black-t4", "wireless-gaming-keyboard-t3"]],
  ["nothing that is sold", "qqqqqq", []],
  ["nothing but a wildcard", "%", []],
])("search finds by %s", async (_, q, expected) => {
  expect((await shop.slugs({ q })).toSorted()).toEqual(expected.toSorted());
});

test("a corrected query is told", async () => {
  const page = await shop.list({ q: "keybaord" });

  expect(page.correctedQuery).toBe("keyboard");
});

test("a product's page tells price and stock from the truth", async () => {
  const product = await shop.search.product({ slug: "large-mug-t1", currency: "RUB" });

  expect(product.variants).toMatchObject([
    { price: { amount: 500, compareAt: null }, availability: { inStock: true, left: null } },
  ]);
  expect(product.breadcrumb.map(({ slug }) => slug)).toEqual(["kitchen", "mugs"]);
  expect(product.rating).toEqual({ count: 0, mean: null, histogram: [0, 0, 0, 0, 0] });
});

test("full hits come before near ones, and near ones only in the order of relevance", async () => {
  expect(await shop.slugs({ q: "wireless keyboard" })).toEqual([
    "wireless-gaming-keyboard-t3",
    "wireless-mouse-100-black-t4",
  ]);
  expect(await shop.slugs({ q: "wireless keyboard", sort: "price" })).toEqual(["wireless-gaming-keyboard-t3"]);
});

test("an exact code comes first even when its words are common", async () => {
  await shop.put([{ externalId: "t5", name: { en: "Spare part" }, model: "Mouse", categoryKeys: ["tech"] }]);

  expect((await shop.slugs({ q: "mouse" }))[0]).toBe("spare-part-t5");
});

test("a search inside of a category stays inside", async () => {
  const page = await shop.list({ q: "wireless", category: "kitchen" });

  expect(page).toMatchObject({ total: 0, rows: [], correctedQuery: null });
});

test("price and stock filters count exactly in a search too", async () => {
  const page = await shop.list({ q: "wireless", sort: "price", min: 2000, max: 5000 });

  expect(page).toMatchObject({ total: 1, priceBounds: { min: 3000, max: 9000 } });
});

test("signs that mean something to a database mean nothing in a query", async () => {
  for (const q of ["100%", "_", "\\", "'", "&", "!mug", "a:*|b", "<->", "\u0000", "(", "𝕏"]) {
    await expect(shop.list({ q }), q).resolves.toMatchObject({ page: 1 });
  }
  expect(await shop.slugs({ q: "100%" })).toEqual(["wireless-mouse-100-black-t4"]);
});

test("unknown categories and products are not found", async () => {
  await expect(shop.list({ category: "nowhere" })).rejects.toThrow(NotFound);
  await expect(shop.list({ category: "nowhere", q: "mug" })).rejects.toThrow(NotFound);
  await expect(shop.search.product({ slug: "nothing", currency: "RUB" })).rejects.toThrow(NotFound);
});

test("what is not sold in a currency is shown without a price, after what is", async () => {
  await shop.put([
    { externalId: "t6", name: { en: "Dollar mug" }, categoryKeys: ["mugs"], price: 100, currency: "USD" },
  ]);

  const page = await shop.list({ category: "mugs", sort: "price" });
  const product = await shop.search.product({ slug: "dollar-mug-t6", currency: "RUB" });

  expect(page.rows.map(({ slug, price }) => [slug, price?.amount ?? null])).toEqual([
    ["large-mug-t1", 500],
    ["dollar-mug-t6", null],
  ]);
  expect(product.variants[0]?.price).toBeNull();
});

test("colours of variants and texts of attributes are found as well", async () => {
  const value = { code: "teal", name: { ru: "Бирюзовый", en: "Teal" }, swatch: "#088" };
  await shop.put([
    {
      externalId: "t7",
      name: { en: "Scarf" },
      options: [{ code: "color", name: { en: "Colour" }, values: [value] }],
      attributes: { material: { ru: "Шерсть", en: "Wool" }, care: ["Hand washable"] },
    },
  ]);

  for (const q of ["бирюзовая", "teal scarf", "шерсть", "wool", "washable"])
    expect((await shop.slugs({ q }))[0], q).toBe("scarf-t7");
});

test("among near hits the rare word counts for more than the common one", async () => {
  await shop.put([
    ...Array.from({ length: 6 }, (_, index) => ({ externalId: `red${index}`, name: { en: `Red ribbon ${index}` } })),
    { externalId: "t8", name: { en: "Blue lantern" } },
  ]);

  expect((await shop.slugs({ q: "red lantern" }))[0]).toBe("blue-lantern-t8");
});
