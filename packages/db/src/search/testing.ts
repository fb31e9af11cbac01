import { randomUUID } from "node:crypto";
import { createCatalogService, type CategoryDraft, type ProductDraft } from "@vitrina/domain/catalog";
import { aProductDraft } from "@vitrina/domain/catalog/testing";
import type { Currency } from "@vitrina/domain/core";
import { createSearchService, type ListingQuery } from "@vitrina/domain/search";
import { createCatalogRepository, type CatalogTables } from "@vitrina/db/catalog";
import { createTransact } from "@vitrina/db/core";
import type { TestDatabase } from "@vitrina/db/testing";
import { createQueryLogRepository } from "./query-log.repository.ts";
import { createListingRefresher, createSearchRepository } from "./search.repository.ts";
import type { SearchTables } from "./search.tables.ts";

export const MAIN_LOCATION = "00000000-0000-7000-8000-000000000001";

export const CATEGORIES: CategoryDraft[] = [
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

/** A product with what the other rooms say of it; each variant gets the price and the stock. */
export interface Shelved extends Partial<ProductDraft> {
  externalId: string;
  price?: number;
  compareAt?: number;
  currency?: Currency;
  stock?: number;
}

/** Catalog and search over one test database, with the time standing still until it is moved. */
export function searchShop(database: TestDatabase<CatalogTables & SearchTables>) {
  let time = new Date("2026-11-24T12:00:00Z");
  const clock = () => time;
  const build = () => {
    const { db } = database;
    const search = createSearchRepository(db);
    return {
      queries: createQueryLogRepository(db),
      search: createSearchService({
        search,
        clock,
        transact: createTransact(db, (open) => ({ listings: createListingRefresher(open) })),
      }),
      catalog: createCatalogService({
        catalog: createCatalogRepository(db),
        tree: search,
        transact: createTransact(db, (open) => ({ catalog: createCatalogRepository(open) })),
        clock,
        newId: randomUUID,
      }),
    };
  };
  let services: ReturnType<typeof build> | undefined;
  const shop = {
    get search() {
      return (services ??= build()).search;
    },
    get queries() {
      return (services ??= build()).queries;
    },
    get catalog() {
      return (services ??= build()).catalog;
    },
    moveTo: (instant: string) => void (time = new Date(instant)),
    query: (text: string, values: unknown[] = []) => database.pool.query(text, values),
    async refresh() {
      while ((await shop.search.refreshDirty(500)) > 0);
      await shop.query("update search.menu_due set made_at = '-infinity'");
      while ((await shop.search.refreshMenus(50)) > 0);
    },
    async variantOf(externalId: string): Promise<string> {
      const { rows } = await shop.query(
        "select v.id from catalog.variant v join catalog.product p on p.id = v.product_id where p.external_id = $1 order by v.position",
        [externalId],
      );
      return rows[0].id;
    },
    async put(things: Shelved[]): Promise<void> {
      const products = things.map(({ price: _, compareAt: __, currency: ___, stock: ____, ...draft }) =>
        aProductDraft(draft),
      );
      const imported = await shop.catalog.importProducts({
        source: "test",
        categories: CATEGORIES,
        attributes: [],
        products,
      });
      for (const [index, { price = 1000, compareAt = null, currency = "RUB", stock = 10 }] of things.entries()) {
        for (const { id } of imported[index]?.variants ?? []) {
          await shop.query(
            "insert into pricing.price (id, variant_id, currency, amount, compare_at) values ($1, $2, $3, $4, $5)",
            [randomUUID(), id, currency, price, compareAt],
          );
          await shop.query("insert into inventory.level (variant_id, location_id, on_hand) values ($1, $2, $3)", [
            id,
            MAIN_LOCATION,
            stock,
          ]);
        }
      }
      await shop.refresh();
    },
    list: (query: Partial<ListingQuery>) => shop.search.list({ currency: "RUB", page: 1, ...query }),
    async slugs(query: Partial<ListingQuery>): Promise<string[]> {
      return (await shop.list(query)).rows.map(({ slug }) => slug);
    },
  };
  return shop;
}
