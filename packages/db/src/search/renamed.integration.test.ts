import type { CatalogTables } from "@vitrina/db/catalog";
import { migrations } from "@vitrina/db/migrations";
import { testDatabase } from "@vitrina/db/testing";
import { Kysely } from "kysely";
import { beforeEach, expect, test } from "vitest";
import type { SearchTables } from "./search.tables.ts";
import { searchShop } from "./testing.ts";

const database = testDatabase<CatalogTables & SearchTables>();
const shop = searchShop(database);
const IN_STEP = { wrong: [], strayPostings: 0 };

const call = (matt: object) =>
  shop.query("update catalog.attribute set choices = $1 where code = 'glaze'", [
    JSON.stringify([
      { code: "matt", name: matt },
      { code: "gloss", name: { ru: "Блестящая", en: "Shiny" } },
    ]),
  ]);
const found = async (q: string) => (await shop.slugs({ q })).length;

beforeEach(async () => {
  await shop.query("delete from catalog.product");
  await shop.query("delete from catalog.attribute");
  await shop.query(
    "insert into catalog.attribute (code, name, type, position) values ('glaze', '{\"en\":\"Glaze\"}', 'choice', 500)",
  );
  await call({ ru: "Матовая", en: "Dull" });
  await shop.put(
    ["matt", "matt", "gloss", "gloss"].map((glaze, cup) => ({
      externalId: `cup-${cup}`,
      name: { en: `Cup ${cup}` },
      attributes: cup % 2 === 0 ? { glaze } : {},
    })),
  );
  await shop.query(
    "update catalog.variant set attributes = '{\"glaze\":\"matt\"}' where product_id = (select id from catalog.product where external_id = 'cup-1')",
  );
  await shop.refresh();
});

test("products are found by the names of their choices, and of those of their variants, in both languages", async () => {
  expect(await found("матовые")).toBe(2);
  expect(await found("dull")).toBe(2);
  expect(await found("блестящая")).toBe(1);
});

test("a choice that is renamed is found by its new name with the next refresh, and no longer by the former", async () => {
  await call({ ru: "Бархатная", en: "Velvety" });
  await shop.refresh();

  expect(await found("бархатная")).toBe(2);
  expect(await found("velvety")).toBe(2);
  expect(await found("матовая")).toBe(0);
  expect(await shop.search.reconcile()).toEqual({ checked: 4, ...IN_STEP });
});

test("a name that a language loses is forgotten, too", async () => {
  await call({ en: "Dull" });
  await shop.refresh();

  expect(await found("матовая")).toBe(0);
  expect(await found("dull")).toBe(2);
});

test("who renames a choice marks no product himself; the refresh marks those that say it, and no others", async () => {
  await call({ en: "Velvety" });
  expect((await shop.query("select from search.dirty")).rowCount).toBe(0);

  expect(await shop.search.refreshDirty(500)).toBe(2);
  expect(await shop.search.refreshDirty(500)).toBe(0);
});

test("products of a renamed choice wait for what changed by itself, and are never late", async () => {
  await call({ en: "Velvety" });
  await shop.search.refreshDirty(1);
  await shop.query("update catalog.product set name = '{\"en\":\"Beaker\"}' where external_id = 'cup-3'");

  await shop.search.refreshDirty(1);

  expect(await found("beaker")).toBe(1);
  const { rows } = await shop.query("select patient from search.dirty");
  expect(rows).toEqual([{ patient: true }]);
});

test("a comparison of all listings waits for products whose choice was just renamed", async () => {
  await call({ en: "Velvety" });

  expect(await shop.search.reconcile()).toEqual({ checked: 2, ...IN_STEP });
});

test("a choice that products of several chunks say is worked through a chunk with each refresh", async () => {
  await shop.query("select setval(pg_get_serial_sequence('search.listing', 'ordinal'), 64000)");
  await shop.put([{ externalId: "far", name: { en: "Far cup" }, attributes: { glaze: "matt" } }]);
  await shop.refresh();
  await call({ en: "Velvety" });

  expect(await shop.search.refreshDirty(500)).toBe(2);
  expect(await found("velvety")).toBe(2);
  expect(await shop.search.refreshDirty(500)).toBe(1);
  expect(await found("velvety")).toBe(3);
  expect(await shop.search.refreshDirty(500)).toBe(0);
  expect((await shop.query("select from search.renamed")).rowCount).toBe(0);
});

test("renamed choices that nothing says hold up no others", async () => {
  await shop.query("insert into search.renamed select 'nothing', 'said-' || n from generate_series(1, 150) as n");
  await call({ en: "Velvety" });
  await shop.refresh();

  expect(await found("velvety")).toBe(2);
});

test("a choice of the second type of a code is found by its new name, too", async () => {
  const callOther = (name: object) =>
    shop.query(
      `insert into catalog.attribute (code, name, type, position, choices) values ('glaze.s', '{"en":"Glaze"}', 'choice', 500, $1)
       on conflict (code) do update set choices = excluded.choices`,
      [JSON.stringify([{ code: "rough", name }])],
    );
  await callOther({ en: "Coarse" });
  await shop.put([{ externalId: "rough", name: { en: "Rough cup" }, attributes: { "glaze.s": "rough" } }]);
  await shop.refresh();
  expect(await found("coarse")).toBe(1);

  await callOther({ en: "Sandy" });
  await shop.refresh();

  expect(await found("sandy")).toBe(1);
  expect(await found("coarse")).toBe(0);
});

test("listings of before the names of choices were searched are made anew, and no others", async () => {
  const listed = migrations.find(({ name }) => name === "0091_choices_by_name");
  const db: unknown = database.db;
  if (db instanceof Kysely) await listed?.up(db);

  expect(await shop.search.lag()).toMatchObject({ products: 0, late: false });
  expect(await shop.search.refreshDirty(500)).toBe(3);
});
