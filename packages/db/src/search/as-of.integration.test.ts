import { randomUUID } from "node:crypto";
import { createAsOfService, MomentOutOfRange } from "@vitrina/domain/search";
import { createPriceListRepository, createPriceRepository } from "@vitrina/db/pricing";
import { testDatabase } from "@vitrina/db/testing";
import { expect, test } from "vitest";
import { createAsOfReader } from "./as-of.ts";

const database = testDatabase();
const DAY = 86_400_000;
const today = new Date("2026-06-01T00:00:00Z");
const inDays = (days: number) => new Date(today.getTime() + days * DAY);
const iso = (days: number) => inDays(days).toISOString();
const shopAsOf = () => createAsOfService({ asOf: createAsOfReader(database.db), clock: () => today });
const list = (days: number, more: { category?: string; cursor?: string } = {}) =>
  shopAsOf().list({ at: iso(days), currency: "RUB", ...more });
const productIds = async (days: number, more = {}) => (await list(days, more)).rows.map(({ productId }) => productId);

interface Made {
  made?: number;
  status?: "draft" | "published";
  publishAt?: Date | null;
  unpublishAt?: Date | null;
  categoryId?: string | null;
}

async function aCup({
  made = -100,
  status = "published",
  publishAt = null,
  unpublishAt = null,
  categoryId = null,
}: Made = {}) {
  const [productId, variantId] = [randomUUID(), randomUUID()];
  const times = { createdAt: inDays(made), updatedAt: inDays(made), publishAt, unpublishAt };
  await database.db
    .insertInto("catalog.product")
    .values({
      id: productId,
      slug: `cup-${productId}`,
      source: "test",
      externalId: productId,
      status,
      name: JSON.stringify({ en: "Cup" }),
      primaryCategoryId: categoryId,
      ...times,
    })
    .execute();
  await database.db.insertInto("catalog.variant").values({ id: variantId, productId, sku: variantId }).execute();
  return { productId, variantId, slug: `cup-${productId}` };
}
const priced = (variantId: string, amount: number, days: number) =>
  createPriceRepository(database.db).setMany([{ variantId, amount, compareAt: null, currency: "RUB" }], inDays(days));

test("prices are those of the moment, past and planned, with the list they are of and their time", async () => {
  const cup = await aCup();
  await priced(cup.variantId, 100, -50);
  await priced(cup.variantId, 120, -10);
  const lists = createPriceListRepository(database.db);
  const listId = randomUUID();
  await lists.add({ id: listId, name: { ru: "Лето", en: "Summer" }, version: 1 }, today);
  await lists.setTerm(
    listId,
    { groupId: null, country: null, priority: 5, from: inDays(10), until: inDays(20) },
    today,
  );
  const added = [{ amount: 90, compareAt: null, from: today, until: null }];
  await lists.applyEntries(listId, [
    { variantId: cup.variantId, currency: "RUB", minQuantity: 1, removed: [], moved: [], added },
  ]);
  const priceAt = async (days: number) => {
    const product = await shopAsOf().product({ slug: cup.slug, at: iso(days), currency: "RUB" });
    return product.variants[0]?.price;
  };

  expect(await priceAt(-20)).toMatchObject({ amount: 100, list: null, until: iso(-10) });
  expect(await priceAt(0)).toMatchObject({ amount: 120, since: iso(-10), until: null });
  expect(await priceAt(15)).toMatchObject({
    amount: 90,
    compareAt: 120,
    list: { name: { en: "Summer" } },
    lowest: { amount: 100, complete: true },
    since: iso(10),
    until: iso(20),
  });
  expect((await list(15)).rows.find(({ productId }) => productId === cup.productId)?.price).toEqual({
    amount: 90,
    highest: 90,
    compareAt: 120,
  });
});

test("what was not made, not published or no longer seen at the moment is not on the list", async () => {
  const later = await aCup({ made: -5 });
  const draft = await aCup({ status: "draft" });
  const window = await aCup({ publishAt: inDays(3), unpublishAt: inDays(6) });

  const [before, now, inside, after] = [
    await productIds(-6),
    await productIds(0),
    await productIds(4),
    await productIds(6),
  ];

  expect([before, now].map((ids) => ids.includes(later.productId))).toEqual([false, true]);
  expect([before, now, inside, after].some((ids) => ids.includes(draft.productId))).toBe(false);
  expect([now, inside, after].map((ids) => ids.includes(window.productId))).toEqual([false, true, false]);
  expect(await shopAsOf().product({ slug: window.slug, at: iso(0), currency: "RUB" })).toMatchObject({
    visible: false,
    publishAt: iso(3),
  });
});

test("a category is listed with all below it, page by page, none twice and none missed", async () => {
  const [root, leaf] = [randomUUID(), randomUUID()];
  const category = { source: "test", position: 0, name: JSON.stringify({ en: "Cups" }) };
  await database.db
    .insertInto("catalog.category")
    .values({ ...category, id: root, parentId: null, slug: "as-of-root", pathKey: "root", ancestorIds: [root] })
    .execute();
  await database.db
    .insertInto("catalog.category")
    .values({ ...category, id: leaf, parentId: root, slug: "as-of-leaf", pathKey: "leaf", ancestorIds: [root, leaf] })
    .execute();
  const cups = await Promise.all(
    Array.from({ length: 30 }, (_, index) => aCup({ categoryId: leaf, made: -(index % 7) - 1 })),
  );
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await list(0, { category: "as-of-root", ...(cursor && { cursor }) });
    seen.push(...page.rows.map(({ productId }) => productId));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);

  expect(seen.toSorted()).toEqual(cups.map(({ productId }) => productId).toSorted());
});

test("a category whose products stand in several places below it is listed whole", async () => {
  const [root, ...leaves] = ["root", "a", "b", "c"].map((pathKey) => ({ id: randomUUID(), pathKey }));
  const category = { source: "test", position: 0, name: JSON.stringify({ en: "Mugs" }) };
  for (const { id, pathKey } of [...(root ? [root] : []), ...leaves]) {
    const ancestorIds = [...new Set([root?.id ?? id, id])];
    const parentId = ancestorIds.length > 1 ? (root?.id ?? null) : null;
    await database.db
      .insertInto("catalog.category")
      .values({ ...category, id, parentId, slug: `mugs-${pathKey}`, pathKey: `mugs-${pathKey}`, ancestorIds })
      .execute();
  }
  const put = `insert into catalog.product_category (product_id, category_id) select id, unnest($2::uuid[]) from catalog.product where slug like $1`;
  const places = leaves.map(({ id }) => id);
  await database.pool.query(
    `insert into catalog.product (id, slug, source, external_id, status, name, created_at, updated_at)
    select overlay(gen_random_uuid()::text placing '0' from 1)::uuid, 'mug-' || number, 'test', 'mug-' || number, 'published', '{"en": "Mug"}', $1, $1
    from generate_series(1, 1800) as number`,
    [inDays(-300)],
  );
  await database.pool.query(put, ["mug-%", places]);
  const newest = await Promise.all(leaves.map(() => aCup({ made: -1 })));
  for (const [index, { slug }] of newest.entries())
    await database.pool.query(put, [slug, places.slice(index, index + 1)]);

  const shown = await productIds(0, { category: "mugs-root" });

  expect(newest.filter(({ productId }) => !shown.includes(productId))).toEqual([]);
});

test("promotions are those that could be used at the moment", async () => {
  await database.db
    .insertInto("promotions.promotion")
    .values({
      id: randomUUID(),
      name: JSON.stringify({ en: "May" }),
      kind: "percent-off-order",
      basisPoints: 500,
      startsAt: inDays(-20),
      endsAt: inDays(-10),
    })
    .execute();

  expect((await list(-15)).promotions).toMatchObject([
    { name: { en: "May" }, basisPoints: 500, from: iso(-20), until: iso(-10) },
  ]);
  expect((await list(0)).promotions).toEqual([]);
});

test("a moment that cannot be told is refused, with what can", async () => {
  await expect(list(3 * 366)).rejects.toThrow(MomentOutOfRange);
  await expect(list(-6 * 366)).rejects.toMatchObject({
    details: { until: new Date(today.getTime() + 2 * 365 * DAY).toISOString() },
  });
});
