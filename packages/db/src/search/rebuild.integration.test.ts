import type { CatalogTables } from "@vitrina/db/catalog";
import { testDatabase } from "@vitrina/db/testing";
import type { ListingPage } from "@vitrina/domain/search";
import { beforeAll, expect, test } from "vitest";
import type { SearchTables } from "./search.tables.ts";
import { searchShop } from "./testing.ts";

const shop = searchShop(testDatabase<CatalogTables & SearchTables>({ max: 12 }));
const IN_STEP = { wrong: [], strayPostings: 0 };
const MANY = 400;

beforeAll(() =>
  shop.put(
    Array.from({ length: MANY }, (_, index) => ({
      externalId: `r${index}`,
      name: { en: `Common ${index % 2 ? "odd" : "even"} thing ${index}` },
      categoryKeys: [index % 3 ? "tech" : "mugs"],
      brand: `Brand ${index % 5}`,
      attributes: { weight: index + 1 },
      stock: index % 4 ? 5 : 0,
    })),
  ),
);

/** What shoppers see, in several ways. */
const seen = async (): Promise<Partial<ListingPage>[]> =>
  Promise.all(
    [
      { withFacets: true },
      { category: "electronics", sort: "price" as const },
      { q: "common odd", withFacets: true },
      { q: "thing 77" },
      { filters: [{ code: "brand", keys: ["brand 3"] }], withFacets: true, inStock: true },
    ].map(async (query) => shop.list(query)),
  );

test("the read model agrees with the rooms' own tables, and says so when it does not", async () => {
  expect(await shop.search.reconcile()).toEqual({ checked: MANY, ...IN_STEP });

  await shop.query("update search.listing set in_stock = not in_stock where slug = 'common-odd-thing-1-r1'");
  await shop.query("update search.posting set bits = set_bit(bits, 31999, 1) where term_id = -1");
  const drift = await shop.search.reconcile();

  expect(drift.wrong).toHaveLength(1);
  expect(drift.strayPostings).toBe(1);
  await shop.query("update search.posting set bits = set_bit(bits, 31999, 0) where term_id = -1");
  await shop.search.markAll();
  await shop.refresh();
  expect(await shop.search.reconcile()).toEqual({ checked: MANY, ...IN_STEP });
});

test("frequent words get their postings, and nothing that is found changes", async () => {
  const before = await seen();

  const learned = await shop.search.learnWords(100);
  await shop.put([{ externalId: "late", name: { en: "Common late thing" } }]);

  expect(learned).toBeGreaterThan(1);
  expect(await shop.search.learnWords(100)).toBe(0);
  expect((await shop.list({ q: "common" })).total).toBe(MANY + 1);
  await shop.query("delete from catalog.product where external_id = 'late'");
  await shop.refresh();
  expect(await seen()).toEqual(before);
  expect(await shop.search.reconcile()).toMatchObject(IN_STEP);
});

test("a rebuild beside the live read model shows the same shop, and misses nothing that happens meanwhile", async () => {
  const variantId = await shop.variantOf("r1");
  const before = await seen();
  await shop.search.rebuild();
  expect(await seen()).toEqual(before);

  let changed = Promise.resolve();
  await shop.search.rebuild(() => {
    changed = (async () => {
      await shop.query("update pricing.price set amount = 777 where variant_id = $1", [variantId]);
      await shop.query("delete from catalog.product where external_id = 'r2'");
      await shop.search.refreshDirty(10);
      expect((await shop.list({ q: "thing 1" })).rows[0]?.price?.amount).toBe(777);
    })();
  });
  await changed;
  await shop.refresh();

  expect((await shop.list({ q: "thing 1" })).rows[0]?.price?.amount).toBe(777);
  expect((await shop.list({})).total).toBe(MANY - 1);
  expect(await shop.search.reconcile()).toEqual({ checked: MANY - 1, ...IN_STEP });
  const { rows } = await shop.query("select indexname from pg_indexes where schemaname = 'search' order by 1");
  expect(rows.map(({ indexname }) => indexname)).toContain("listing_document");
});

test("a rebuild that was broken off is forgotten by the next", async () => {
  await shop.query("select search.begin_rebuild(now())");
  await shop.refresh();

  await shop.search.rebuild();

  expect(await shop.search.reconcile()).toMatchObject(IN_STEP);
  expect((await shop.query("select from search.rebuild")).rows).toEqual([]);
});
