import { randomUUID } from "node:crypto";
import type { CatalogTables } from "@vitrina/db/catalog";
import { testDatabase } from "@vitrina/db/testing";
import { expect, test } from "vitest";
import type { SearchTables } from "./search.tables.ts";
import { MAIN_LOCATION, searchShop } from "./testing.ts";

const shop = searchShop(testDatabase<CatalogTables & SearchTables>({ max: 12 }));
const cardOf = async (slug: string) => {
  const { rows } = await shop.list({ q: slug.split("-")[0] });
  return rows.find((row) => row.slug === slug);
};

test("a list tells the new stock, price and stars with the next refresh", async () => {
  await shop.put([{ externalId: "m1", name: { en: "Mug" }, price: 700, stock: 9 }]);
  const variantId = await shop.variantOf("m1");
  const { rows } = await shop.query("select product_id from catalog.variant where id = $1", [variantId]);

  await shop.query("update inventory.level set reserved = 6 where variant_id = $1", [variantId]);
  await shop.query("update pricing.price set amount = 650, compare_at = 700 where variant_id = $1", [variantId]);
  await shop.query("insert into reviews.aggregate (product_id, stars4, stars5) values ($1, 1, 2)", [
    rows[0].product_id,
  ]);
  await shop.refresh();

  expect(await cardOf("mug-m1")).toMatchObject({
    price: { amount: 650, highest: 650, compareAt: 700 },
    availability: { inStock: true, left: 3 },
    rating: { count: 3, mean: 14 / 3 },
    variantId,
  });
});

test("a stock change that no shopper would see marks nothing", async () => {
  await shop.put([{ externalId: "m2", stock: 100 }]);

  await shop.query("update inventory.level set reserved = reserved + 1 where variant_id = $1", [
    await shop.variantOf("m2"),
  ]);

  expect(await shop.search.refreshDirty(10)).toBe(0);
});

test("a price begins and ends by itself when its time comes", async () => {
  await shop.put([{ externalId: "m3", name: { en: "Timed" }, price: 900 }]);
  const variantId = await shop.variantOf("m3");
  await shop.query("update pricing.price set valid_to = '2026-12-01T00:00:00Z' where variant_id = $1", [variantId]);
  await shop.query(
    "insert into pricing.price (id, variant_id, currency, amount, compare_at, valid_from) values ($1, $2, 'RUB', 600, 900, '2026-12-01T00:00:00Z')",
    [randomUUID(), variantId],
  );
  await shop.refresh();
  expect(await cardOf("timed-m3")).toMatchObject({ price: { amount: 900 } });

  shop.moveTo("2026-12-01T00:00:00Z");
  await shop.refresh();

  expect(await cardOf("timed-m3")).toMatchObject({ price: { amount: 600, compareAt: 900 } });
  expect(await shop.search.refreshDirty(10)).toBe(0);
});

test("a sale that ends for many products at once is taken in portions", async () => {
  const sold = Array.from({ length: 7 }, (_, index) => ({ externalId: `sale${index}`, name: { en: "Seasonal" } }));
  await shop.put(sold);
  await shop.query(
    `update pricing.price set valid_to = '2026-12-20T00:00:00Z' where variant_id in (
       select v.id from catalog.variant v join catalog.product p on p.id = v.product_id where p.external_id like 'sale%')`,
  );
  await shop.refresh();
  shop.moveTo("2026-12-20T00:00:00Z");

  const portions = [];
  for (let taken = await shop.search.refreshDirty(3); taken > 0; taken = await shop.search.refreshDirty(3))
    portions.push(taken);

  expect(portions).toEqual([3, 3, 1]);
  expect((await shop.list({ q: "seasonal" })).rows.every(({ price }) => price === null)).toBe(true);
});

test("an archived product leaves every list, count and search, and its page", async () => {
  await shop.put([{ externalId: "m4", name: { en: "Farewell vase" }, categoryKeys: ["mugs"] }]);
  const before = await shop.list({ category: "kitchen" });

  await shop.query("update catalog.product set status = 'archived' where external_id = 'm4'");
  await shop.refresh();

  const after = await shop.list({ category: "kitchen" });
  expect(after.total).toBe(before.total - 1);
  expect((await shop.list({ q: "farewell" })).total).toBe(0);
  await expect(shop.search.product({ slug: "farewell-vase-m4", currency: "RUB" })).rejects.toThrow();
});

test("the name of a category is searched as it stands now", async () => {
  await shop.put([{ externalId: "m5", name: { en: "Cable" }, categoryKeys: ["tech"] }]);

  await shop.query(`update catalog.category set name = '{"en": "Gadgetry"}' where slug = 'electronics'`);
  await shop.refresh();

  expect(await shop.slugs({ q: "gadgetry" })).toEqual(["cable-m5"]);
});

test("kept counts equal counted ones after additions, moves, sales and removals", async () => {
  await shop.put(
    Array.from({ length: 40 }, (_, index) => ({
      externalId: `n${index}`,
      categoryKeys: [["mugs", "kitchen", "tech"][index % 3] ?? "tech"],
      stock: index % 4,
    })),
  );
  await shop.query("update inventory.level set on_hand = 0 where on_hand = 1");
  await shop.query("update inventory.level set on_hand = 5 where on_hand = 0 and variant_id::text < '8'");
  await shop.query("delete from catalog.product_category where product_id::text < '4'");
  await shop.query("update catalog.product set primary_category_id = null where id::text < '4'");
  await shop.query("delete from catalog.product where id::text > 'c' and external_id like 'n%'");
  await shop.refresh();

  const { rows } = await shop.query(
    `select k.category_id from search.category_count k full join (
       select category_id, count(*) as total, count(*) filter (where in_stock) as in_stock from search.placement group by 1
     ) as c using (category_id)
     where (coalesce(k.total, 0), coalesce(k.in_stock, 0)) <> (coalesce(c.total, 0), coalesce(c.in_stock, 0))`,
  );
  expect(rows).toEqual([]);
});

test("twelve refreshes at once and a hundred sales leave a true listing and never wait for each other", async () => {
  await shop.put([{ externalId: "hot", name: { en: "Hot" }, stock: 200 }]);
  const variantId = await shop.variantOf("hot");
  const sell = () =>
    shop.query("update inventory.level set reserved = reserved + 2 where variant_id = $1 and location_id = $2", [
      variantId,
      MAIN_LOCATION,
    ]);

  await Promise.all(
    Array.from({ length: 100 }, (_, index) => (index % 8 === 0 ? shop.search.refreshDirty(100).then(sell) : sell())),
  );
  await shop.refresh();

  expect(await cardOf("hot-hot")).toMatchObject({ availability: { inStock: false, left: 0 } });
});

test("pages neither repeat nor miss a product of equal rank", async () => {
  await shop.put(
    Array.from({ length: 60 }, (_, index) => ({ externalId: `same${index}`, name: { en: "Equal" }, price: 4242 })),
  );
  const all = new Set<string>();

  for (const sort of ["price", "price-desc", "newest", "rating", "relevance"] as const) {
    const first = await shop.list({ sort, min: 4242, max: 4242 });
    const slugs = [...first.rows];
    for (let page = 2; page <= first.pages; page++)
      slugs.push(...(await shop.list({ sort, min: 4242, max: 4242, page })).rows);
    expect(new Set(slugs.map(({ slug }) => slug)).size, sort).toBe(60);
    for (const { slug } of slugs) all.add(slug);
  }
  expect(all.size).toBe(60);
});

test("marking everything makes the same listings again", async () => {
  const read = async () =>
    (await shop.query("select md5(string_agg(l::text, '|' order by product_id)) as state from search.listing l"))
      .rows[0].state;
  const before = await read();

  await shop.search.markAll();
  await shop.refresh();

  expect(await read()).toBe(before);
});

test("the home page shows what is featured, new and reduced of what is sold in the currency", async () => {
  await shop.put([
    { externalId: "h1", featured: true, name: { en: "Star" } },
    { externalId: "h2", price: 500, compareAt: 800, name: { en: "Bargain" } },
    { externalId: "h4", releasedAt: new Date("2027-06-01T00:00:00Z"), currency: "USD" },
    { externalId: "h3", releasedAt: new Date("2027-01-01T00:00:00Z"), name: { en: "Novelty" } },
  ]);

  const { featured, newest, reduced } = await shop.search.home("RUB");

  expect(featured.map(({ slug }) => slug)).toEqual(["star-h1"]);
  expect(newest[0]?.slug).toBe("novelty-h3");
  expect(reduced.map(({ slug }) => slug)).toContain("bargain-h2");
  expect(reduced.every(({ price }) => (price?.compareAt ?? 0) > (price?.amount ?? 0))).toBe(true);
});

test("the sitemap names published products, at most so many", async () => {
  const pages = await shop.search.sitemap(5);

  expect(pages).toHaveLength(5);
  expect(pages[0]?.updatedAt).toBeInstanceOf(Date);
});

test("a change that waits longer than half a minute is an alarm, which the next refresh ends", async () => {
  await shop.put([{ externalId: "late", slug: "late" }]);
  expect(await shop.search.lag()).toEqual({ seconds: 0, products: 0, late: false });
  await shop.query("update pricing.price set amount = amount + 1 where variant_id = $1", [
    await shop.variantOf("late"),
  ]);
  expect(await shop.search.lag()).toMatchObject({ products: 1, late: false });

  await shop.query("update search.dirty set marked_at = marked_at - interval '31 seconds'");

  expect(await shop.search.lag()).toMatchObject({ products: 1, late: true });
  await shop.refresh();
  expect(await shop.search.lag()).toEqual({ seconds: 0, products: 0, late: false });
});
