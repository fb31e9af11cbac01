import { expect, beforeAll, test } from "vitest";
import type { CatalogTables } from "@vitrina/db/catalog";
import { testDatabase } from "@vitrina/db/testing";
import type { SearchTables } from "./search.tables.ts";
import { searchShop } from "./testing.ts";

const shop = searchShop(testDatabase<CatalogTables & SearchTables>());
const suggest = (q: string) => shop.search.suggest({ q, currency: "RUB" });
const slugs = async (q: string) => (await suggest(q)).products.map(({ slug }) => slug);

beforeAll(() =>
  shop.put([
    { externalId: "s1", name: { ru: "Ёмкая кружка", en: "Large mug" }, categoryKeys: ["mugs"], brand: "Kora" },
    {
      externalId: "s2",
      name: { ru: "Чайник", en: "Teapot" },
      description: { en: "Goes with a mug" },
      categoryKeys: ["kitchen"],
      brand: "Korund",
    },
    { externalId: "s3", name: { en: "Keyboard" }, model: "KB-900X", categoryKeys: ["tech"], brand: "Lumo" },
    ...Array.from({ length: 7 }, (_, index) => ({
      externalId: `many${index}`,
      name: { en: `Lamp ${index}`, ru: `Лампа ${index}` },
      categoryKeys: ["tech"],
      stock: index,
    })),
  ]),
);

test.each([
  ["a beginning", "кру", "large-mug-t1"],
  ["a whole word in another form", "кружки", "large-mug-t1"],
  ["a typo", "крушка", "large-mug-t1"],
  ["a typo in a beginning", "крушк", "large-mug-t1"],
  ["the other keyboard layout", "rhe;rf", "large-mug-t1"],
  ["a beginning in the other layout", "rhe;", "large-mug-t1"],
  ["е for ё", "емкая кр", "large-mug-t1"],
  ["a model", "kb-900x", "keyboard-s3"],
])("%s suggests the product", async (_, q, slug) => {
  expect(await slugs(q)).toContain(slug.replace("t1", "s1"));
});

test("names come before texts, and no more than five products are suggested", async () => {
  expect(await slugs("mug")).toEqual(["large-mug-s1", "teapot-s2"]);
  expect(await slugs("lam")).toHaveLength(5);
  expect((await suggest("лампа")).products.every(({ availability }) => availability.inStock)).toBe(true);
});

test("categories are found by a beginning or a form of a word of their names, and follow a new name", async () => {
  expect((await suggest("круж")).categories.map(({ slug }) => slug)).toEqual(["mugs"]);
  expect((await suggest("кружка")).categories.map(({ slug }) => slug)).toEqual(["mugs"]);

  await shop.query(`update catalog.category set name = '{"ru":"Чашки"}' where slug = 'mugs'`);

  expect((await suggest("чашка")).categories.map(({ slug }) => slug)).toEqual(["mugs"]);
  expect((await suggest("круж")).categories).toEqual([]);
});

test("brands are found by how they begin", async () => {
  expect((await suggest("Kor")).brands).toEqual([{ key: "kora", name: "Kora" }]);
  expect((await suggest("Koru")).brands).toEqual([{ key: "korund", name: "Korund" }]);
});

test("others' queries are suggested when they came on several days and are answered in full", async () => {
  const counts = (found: number, ...queries: string[]) => queries.map((query) => ({ query, asked: 2, found }));
  for (const day of ["2026-11-01", "2026-11-02", "2026-11-03"]) {
    shop.moveTo(`${day}T12:00:00Z`);
    await shop.queries.record(new Date(`${day}T12:00:00Z`), [
      ...counts(1, "чайник", "чайник иванова"),
      ...counts(0, "чайник медный"),
    ]);
  }
  await shop.queries.record(new Date("2026-11-03T13:00:00Z"), counts(1, "чайник", "чайники"));
  await shop.queries.digest(new Date("2026-10-10T12:00:00Z"));

  expect((await suggest("чай")).queries).toEqual(["чайник"]);
  expect((await suggest("xfq")).queries).toEqual(["чайник"]);
  const { rows } = await shop.query(
    "select asked, found from search.query_log where day = '2026-11-03' and query = 'чайник'",
  );
  expect(rows).toEqual([{ asked: 4, found: 1 }]);

  await shop.queries.digest(new Date("2026-11-02T12:00:00Z"));
  expect((await suggest("чай")).queries).toEqual([]);
  await shop.queries.forget(new Date("2026-11-03T12:00:00Z"));
  expect((await shop.query("select distinct day::text from search.query_log")).rows).toEqual([{ day: "2026-11-03" }]);
});

test.each(["", "a", "'", "%", "\\", "\0", "\u{10ffff}", "ыфпжэщ", "😀", "a & b | !c:*"])(
  "%j is answered, with nothing unless something is there",
  async (q) => {
    expect((await suggest(q)).products.length).toBeLessThanOrEqual(5);
  },
);
