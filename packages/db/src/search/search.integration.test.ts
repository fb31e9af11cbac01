import { randomUUID } from "node:crypto";
import { createCatalogService, type CategoryDraft, type ProductDraft } from "@vitrina/domain/catalog";
import { aProductDraft } from "@vitrina/domain/catalog/testing";
import { createSearchService, type ListingQuery } from "@vitrina/domain/search";
import type { CatalogTables } from "@vitrina/db/catalog";
import { createCatalogReader, createCatalogRepository } from "@vitrina/db/catalog";
import { createTransact } from "@vitrina/db/core";
import { testDatabase } from "@vitrina/db/testing";
import type { Kysely } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { createListingRefresher, createSearchRepository } from "./search.repository.ts";
import type { SearchTables } from "./search.tables.ts";

const database = testDatabase<CatalogTables & SearchTables>();
const now = new Date("2026-11-24T12:00:00Z");
const clock = () => now;

const searchOf = (db: Kysely<CatalogTables & SearchTables>) =>
  createSearchService({
    search: createSearchRepository(db),
    transact: createTransact(db, (transaction) => ({ listings: createListingRefresher(transaction) })),
    clock,
  });
const catalogOf = (db: Kysely<CatalogTables & SearchTables>) =>
  createCatalogService({
    catalog: createCatalogReader(db),
    tree: createSearchRepository(db),
    transact: createTransact(db, (transaction) => ({ catalog: createCatalogRepository(transaction) })),
    clock,
    newId: randomUUID,
  });
const service = () => searchOf(database.db);

const CATEGORIES: CategoryDraft[] = [
  {
    key: "kitchen",
    parentKey: null,
    name: { ru: "Кухня", en: "Kitchen" },
    slug: "kitchen",
    parentSlugs: [],
    position: 0,
  },
  {
    key: "mugs",
    parentKey: "kitchen",
    name: { ru: "Кружки", en: "Mugs" },
    slug: "mugs",
    parentSlugs: ["kitchen"],
    position: 0,
  },
  { key: "tech", parentKey: null, name: { en: "Electronics" }, slug: "electronics", parentSlugs: [], position: 1 },
];

interface Shelved extends Partial<ProductDraft> {
  externalId: string;
  price?: number;
  stock?: number;
}

async function stockUp(things: Shelved[]): Promise<void> {
  const products = things.map(({ price: _, stock: __, ...draft }) => aProductDraft(draft));
  const imported = await catalogOf(database.db).importProducts({
    source: "test",
    categories: CATEGORIES,
    attributes: [],
    products,
  });
  for (const [index, { price = 1000, stock = 10 }] of things.entries()) {
    const variantId = imported[index]?.variants[0]?.id;
    await database.pool.query(
      "insert into pricing.price (id, variant_id, currency, amount) values ($1, $2, 'RUB', $3)",
      [randomUUID(), variantId, price],
    );
    await database.pool.query(
      "insert into inventory.level (variant_id, location_id, on_hand) select $1, id, $2 from inventory.location limit 1",
      [variantId, stock],
    );
  }
}

const refreshAll = async () => {
  while ((await service().refreshDirty(500)) > 0);
};
const names = async (query: Partial<ListingQuery>) => {
  const { rows } = await service().list({ currency: "RUB", page: 1, ...query });
  return rows.map(({ slug }) => slug.replace(/-t\d+$/, ""));
};

beforeAll(async () => {
  await database.pool.query(
    "insert into inventory.location (id, code, name) values ($1, 'main', '{}') on conflict do nothing",
    [randomUUID()],
  );
  await stockUp([
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
  ]);
  await refreshAll();
});

test("a category shows what is in it and below, with exact counts", async () => {
  const page = await service().list({ category: "kitchen", currency: "RUB", page: 1 });

  expect(page.total).toBe(2);
  expect(page.rows.map(({ slug }) => slug)).toEqual(["large-mug-t1", "white-teapot-t2"]);
  expect(page.categories).toMatchObject([{ slug: "mugs", count: 1 }]);
  expect(page.breadcrumb.map(({ slug }) => slug)).toEqual(["kitchen"]);
  expect(page.priceBounds).toEqual({ min: 500, max: 2000 });
});

test("the whole shop is a list like any category", async () => {
  const page = await service().list({ currency: "RUB", page: 1, sort: "price-desc", inStock: true, max: 8000 });

  expect(page.rows.map(({ price }) => price?.amount)).toEqual([3000, 500]);
  expect(page).toMatchObject({ total: 2, pages: 1, priceBounds: { min: 500, max: 9000 } });
  expect(page.categories.map(({ slug, count }) => [slug, count])).toEqual([
    ["kitchen", 1],
    ["electronics", 1],
  ]);
});

test.each([
  ["an inflected Russian word", "кружки", ["large-mug"]],
  ["an inflected English word", "keyboards", ["wireless-gaming-keyboard"]],
  ["the beginning of the last word", "wireless keyb", ["wireless-gaming-keyboard"]],
  ["е for ё", "емкая", ["large-mug"]],
  ["the wrong keyboard layout", "rhe;rf", ["large-mug"]],
  ["a typo", "keybaord", ["wireless-gaming-keyboard"]],
  ["a Russian typo", "чайниик", ["white-teapot"]],
  ["a model", "kb-900x", ["wireless-gaming-keyboard"]],
  ["an SKU", "SKU-T4", ["wireless-mouse-100-black"]],
  ["a category", "mugs", ["large-mug"]],
  ["one word of two", "wireless zzzzzz", ["wireless-mouse-100-black", "wireless-gaming-keyboard"]],
  ["nothing that is sold", "qqqqqq", []],
  ["nothing but a wildcard", "%", []],
])("search finds by %s", async (_, q, expected) => {
  expect((await names({ q })).toSorted()).toEqual(expected.toSorted());
});

test("a corrected query is told", async () => {
  const page = await service().list({ q: "keybaord", currency: "RUB", page: 1 });

  expect(page.correctedQuery).toBe("keyboard");
});

test("a product's page tells price and stock from the truth", async () => {
  const product = await service().product({ slug: "large-mug-t1", currency: "RUB" });

  expect(product.variants).toMatchObject([
    { price: { amount: 500, compareAt: null }, availability: { inStock: true, left: null } },
  ]);
  expect(product.breadcrumb.map(({ slug }) => slug)).toEqual(["kitchen", "mugs"]);
  expect(product.rating).toEqual({ count: 0, mean: null, histogram: [0, 0, 0, 0, 0] });
});
