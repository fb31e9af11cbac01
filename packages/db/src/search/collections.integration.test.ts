import { randomUUID } from "node:crypto";
import {
  CollectionKindFixed,
  type CollectionRule,
  createCollectionsService,
  RuleInvalid,
} from "@vitrina/domain/catalog";
import { createCollectionsRepository, type CatalogTables } from "@vitrina/db/catalog";
import { createAudit, createTransact, type CoreTables } from "@vitrina/db/core";
import { testDatabase } from "@vitrina/db/testing";
import { beforeAll, expect, test } from "vitest";
import { createSearchService } from "@vitrina/domain/search";
import { createCollectionContents } from "./collections.ts";
import { createListingRefresher, createSearchRepository } from "./search.repository.ts";
import type { SearchTables } from "./search.tables.ts";
import { searchShop } from "./testing.ts";

const database = testDatabase<CatalogTables & SearchTables & CoreTables>();
const shop = searchShop(database);
const KEEPER = randomUUID();
const collections = () =>
  createCollectionsService({
    collections: createCollectionsRepository(database.db),
    contents: createCollectionContents(database.db),
    transact: createTransact(database.db, (open) => ({
      collections: createCollectionsRepository(open),
      audit: createAudit(open),
    })),
    clock: () => new Date("2026-11-24T12:00:00Z"),
    newId: randomUUID,
  });
const productId = async (externalId: string): Promise<string> =>
  (await shop.query("select id from catalog.product where external_id = $1", [externalId])).rows[0].id;
const categoryId = async (slug: string): Promise<string> =>
  (await shop.query("select id from catalog.category where slug = $1", [slug])).rows[0].id;
/** As the worker does, till nothing is left to do; slices of two, so that every filling takes several. */
async function settle() {
  let asked: number;
  do {
    asked = await shop.search.fillCollections(2);
    await shop.refresh();
  } while (asked > 0);
}
const make = async (rule: CollectionRule | null, name = "Collection") => {
  const made = await collections().create(KEEPER, { name: { en: name }, description: {}, rule, visible: true });
  await settle();
  return made;
};
const inside = async ({ slug }: { slug: string }) =>
  (await shop.list({ collection: slug, sort: "price" })).rows
    .map(({ name }) => name.en ?? "")
    .toSorted((left, right) => left.localeCompare(right));

beforeAll(async () => {
  await shop.put([
    {
      externalId: "a",
      name: { en: "Acme mug" },
      brand: "Acme",
      categoryKeys: ["mugs"],
      price: 100,
      attributes: { ml: 300, color: { ru: "Красный", en: "Red" } },
    },
    {
      externalId: "b",
      name: { en: "Bolt mug" },
      brand: "Bolt",
      categoryKeys: ["mugs"],
      price: 500,
      attributes: { ml: 500, lid: true },
    },
    {
      externalId: "c",
      name: { en: "Acme phone" },
      brand: "ACME",
      categoryKeys: ["tech"],
      price: 9000,
      attributes: { ports: ["USB-C", "jack"] },
    },
    { externalId: "d", name: { en: "Plain spoon" }, categoryKeys: ["kitchen"], price: 50 },
  ]);
  for (const [code, type] of [
    ["ml", "number"],
    ["color", "text"],
    ["lid", "boolean"],
    ["ports", "text"],
  ])
    await shop.query("insert into catalog.attribute (code, name, type) values ($1, $2, $3) on conflict do nothing", [
      code,
      { en: code },
      type,
    ]);
});

test("a rule lets in what fulfils all conditions of any of its branches", async () => {
  const kitchen = await categoryId("kitchen");
  const cheapOfKitchen = await make([
    [
      { fact: "category", ids: [kitchen] },
      { fact: "price", currency: "RUB", min: null, max: 100 },
    ],
  ]);
  const acmeOrLid = await make([
    [{ fact: "brand", names: ["acme"] }],
    [{ fact: "attribute", code: "lid", values: ["true"] }],
  ]);
  const big = await make([[{ fact: "number", code: "ml", min: 400, max: null }]]);
  const red = await make([[{ fact: "attribute", code: "color", values: ["красный", "blue"] }]]);
  const jack = await make([
    [
      { fact: "attribute", code: "ports", values: ["Jack"] },
      { fact: "brand", names: ["Bolt", "Acme"] },
    ],
  ]);

  expect(await inside(cheapOfKitchen)).toEqual(["Acme mug", "Plain spoon"]);
  expect(await inside(acmeOrLid)).toEqual(["Acme mug", "Acme phone", "Bolt mug"]);
  expect(await inside(big)).toEqual(["Bolt mug"]);
  expect(await inside(red)).toEqual(["Acme mug"]);
  expect(await inside(jack)).toEqual(["Acme phone"]);
});

test("the number shown while a rule is written is the number that comes in", async () => {
  const rules: CollectionRule[] = [
    [
      [
        { fact: "category", ids: [await categoryId("kitchen")] },
        { fact: "price", currency: "RUB", min: 60, max: null },
      ],
    ],
    [[{ fact: "brand", names: ["Acme"] }], [{ fact: "price", currency: "RUB", min: null, max: 50 }]],
    [[{ fact: "brand", names: ["Nobody's"] }]],
  ];
  for (const rule of rules) {
    const { products, exact } = await collections().preview(rule);
    const made = await make(rule);

    expect(exact).toBe(true);
    expect((await collections().get(made.id)).products).toBe(products);
  }
});

test("a price rule follows the price, also when one begins by the clock", async () => {
  const cheap = await make([
    [
      { fact: "brand", names: ["Bolt"] },
      { fact: "price", currency: "RUB", min: null, max: 200 },
    ],
  ]);
  const variant = await shop.variantOf("b");
  expect(await inside(cheap)).toEqual([]);

  await shop.query("update pricing.price set valid_to = '2026-11-25' where variant_id = $1", [variant]);
  await shop.query(
    "insert into pricing.price (id, variant_id, currency, amount, valid_from) values ($1, $2, 'RUB', 150, '2026-11-25')",
    [randomUUID(), variant],
  );
  await shop.refresh();
  expect(await inside(cheap)).toEqual([]);
  shop.moveTo("2026-11-25T00:00:01Z");
  await shop.refresh();

  expect(await inside(cheap)).toEqual(["Bolt mug"]);
});

test("by another rule products come and go, and a deleted collection is left by all", async () => {
  const made = await make([[{ fact: "brand", names: ["Acme"] }]]);
  expect(await inside(made)).toEqual(["Acme mug", "Acme phone"]);

  const changed = await collections().change(KEEPER, {
    id: made.id,
    version: made.version,
    name: made.name,
    description: {},
    visible: true,
    rule: [[{ fact: "brand", names: ["Bolt"] }]],
  });
  expect(changed.filling).toBe(true);
  await settle();
  expect(await inside(made)).toEqual(["Bolt mug"]);
  expect((await collections().get(made.id)).filling).toBe(false);

  await collections().remove(KEEPER, changed);
  await settle();
  const { rows } = await shop.query("select from search.placement where category_id = $1", [made.id]);
  expect(rows).toEqual([]);
});

test("by hand products are put in and taken out, those not yet published wait for it", async () => {
  const gifts = await make(null, "Gifts");
  const [a, d] = [await productId("a"), await productId("d")];
  await collections().pick(KEEPER, { id: gifts.id, productIds: [a, d, randomUUID()] });
  await shop.query("update catalog.product set status = 'draft' where id = $1", [d]);
  await shop.refresh();

  expect(await inside(gifts)).toEqual(["Acme mug"]);
  const { rows } = await collections().members({ id: gifts.id });
  expect(Object.fromEntries(rows.map(({ name, published }) => [name.en, published]))).toEqual({
    "Acme mug": true,
    "Plain spoon": false,
  });

  await shop.query("update catalog.product set status = 'published' where id = $1", [d]);
  await collections().drop(KEEPER, { id: gifts.id, productIds: [a] });
  await shop.refresh();
  expect(await inside(gifts)).toEqual(["Plain spoon"]);
});

test("in a collection by a rule the rule decides, and a kind is for good", async () => {
  const ruled = await make([[{ fact: "brand", names: ["Acme"] }]]);
  const picking = collections().pick(KEEPER, { id: ruled.id, productIds: [await productId("a")] });
  const { id, version, name } = ruled;
  const changing = collections().change(KEEPER, { id, version, name, description: {}, visible: true, rule: null });

  await expect(picking).rejects.toBeInstanceOf(CollectionKindFixed);
  await expect(changing).rejects.toBeInstanceOf(CollectionKindFixed);
});

test("a rule that speaks of what does not exist is refused with the place", async () => {
  const making = make([[{ fact: "brand", names: ["Acme"] }], [{ fact: "category", ids: [randomUUID()] }]]);

  await expect(making).rejects.toBeInstanceOf(RuleInvalid);
  await expect(making).rejects.toMatchObject({
    details: { faults: [{ path: "1.0.ids.0", reason: "unknown-category" }] },
  });
});

test("a hidden collection has no page, and its list is not found", async () => {
  const made = await make([[{ fact: "brand", names: ["Acme"] }]]);
  const { id, version, name, rule, slug } = made;
  await collections().change(KEEPER, { id, version, name, description: {}, visible: false, rule });

  await expect(collections().page(slug)).rejects.toMatchObject({ code: "core.not-found" });
  await expect(shop.list({ collection: slug })).rejects.toMatchObject({ code: "core.not-found" });
});

test("a collection is filled while many products wait with patience", async () => {
  await shop.query(
    "insert into search.dirty (product_id, patient) select gen_random_uuid(), true from generate_series(1, 1000)",
  );
  await collections().create(KEEPER, {
    name: { en: "Unhurried" },
    description: {},
    rule: [[{ fact: "brand", names: ["Acme"] }]],
    visible: true,
  });

  expect(await shop.search.fillCollections(2)).toBe(2);
  await settle();
});

test("a changed product costs as many statements, and reads as many rules, with a thousand collections as with none", async () => {
  const { counted, statements } = countedRefresh();
  const rulesRead = async () => {
    await shop.query("select pg_stat_force_next_flush()");
    const { rows } = await shop.query(
      "select sum(idx_tup_read) + (select seq_tup_read from pg_stat_user_tables where relname = 'collection_term') as read from pg_stat_user_indexes where relname = 'collection_term'",
    );
    return Number(rows[0].read);
  };
  const costOfOne = async () => {
    await shop.query("update catalog.product set updated_at = updated_at + interval '1 s' where external_id = 'd'");
    const before = { statements: statements(), rules: await rulesRead() };
    await counted.refreshDirty(100);
    return { statements: statements() - before.statements, rules: (await rulesRead()) - before.rules };
  };
  const before = await costOfOne();

  await shop.query(`
    with made as (
      insert into catalog.collection (id, slug, name, rule, visible, version, created_at)
      select gen_random_uuid(), 'many-' || n, '{"en": "Many"}', '[]', true, 1, now() from generate_series(1, 1000) as n returning id, slug
    )
    insert into catalog.collection_term (collection_id, branch, condition, needed, term)
    select id, 0, 0, 1, catalog.rule_term('brand', 'brand of ' || slug, null) from made`);
  await shop.query("delete from search.collection_fill");

  expect(await costOfOne()).toEqual(before);
  expect(before.statements).toBeGreaterThan(0);
});

/** The search service over a connection that counts its statements. */
function countedRefresh() {
  let sent = 0;
  const db = database.db.withPlugin({
    transformQuery: ({ node }) => (sent++, node),
    transformResult: async ({ result }) => result,
  });
  const counted = createSearchService({
    search: createSearchRepository(db),
    clock: () => new Date("2026-11-26T12:00:00Z"),
    transact: createTransact(db, (open) => ({ listings: createListingRefresher(open) })),
  });
  return { counted, statements: () => sent };
}
