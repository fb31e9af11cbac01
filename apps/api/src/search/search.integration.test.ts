import { CategoryNode } from "@vitrina/domain/catalog";
import { ListingPage, ProductPage } from "@vitrina/domain/search";
import { beforeAll, expect, test } from "vitest";
import { demoShelf } from "#shop/demo-drafts.ts";
import { testShop } from "#testing.ts";

const shop = testShop();

beforeAll(async () => {
  await shop.services.catalog.importProducts(demoShelf(shop.clock.now()).batch);
  while ((await shop.services.search.refreshDirty(500)) > 0);
});

test("anybody may look at every product, list and shelf, and gets what the contract promises", async () => {
  const guest = shop.guest();
  const categories = await guest.catalog.categories();

  const seen = new Set<string>();
  for (const { slug, count } of categories) {
    const page = await guest.search.list({ category: slug, currency: "RUB" });
    expect(ListingPage.parse(page).total).toBe(count);
    for (const row of page.rows) seen.add(row.slug);
  }
  for (const slug of seen) ProductPage.parse(await guest.search.product({ slug, currency: "EUR" }));

  expect(seen.size).toBeGreaterThan(90);
  expect(categories.map((node) => CategoryNode.parse(node).parentId).slice(0, 2)).toEqual([null, null]);
  expect((await guest.search.home({ currency: "USD" })).newest).toEqual([]);
});

test("what is searched for is counted, by nobody in particular and not on the way of the answer", async () => {
  for (const q of ["Кружка", "кружка", "ivan@example.com"]) await shop.guest().search.list({ q, currency: "RUB" });
  const count = () => shop.database.db.selectFrom("search.queryLog").select(["query", "asked"]).execute();
  expect(await count()).toEqual([]);

  await shop.services.queries.flush();

  expect(await count()).toEqual([{ query: "кружка", asked: 2 }]);
});

test.each([
  { page: 0 },
  { page: 401 },
  { q: "x".repeat(201) },
  { min: -1 },
  { category: "Not A Slug" },
  { sort: "price; drop table" },
  { currency: "GBP" },
  { surprise: 1 },
])("a list of %j is refused as invalid", async (change) => {
  const input = { currency: "RUB", ...change } as Parameters<ReturnType<typeof shop.guest>["search"]["list"]>[0];

  await expect(shop.guest().search.list(input)).rejects.toMatchObject({ code: "BAD_REQUEST" });
});

test("what is not there is not found", async () => {
  await expect(shop.guest().search.product({ slug: "nothing", currency: "RUB" })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  await expect(shop.guest().search.list({ category: "nowhere", currency: "RUB" })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});
