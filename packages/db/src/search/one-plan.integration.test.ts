import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import type { CatalogTables } from "@vitrina/db/catalog";
import { testDatabase } from "@vitrina/db/testing";
import type { SearchTables } from "./search.tables.ts";
import { searchShop } from "./testing.ts";

const database = testDatabase<CatalogTables & SearchTables>({ max: 1 });
const shop = searchShop(database);

beforeAll(() =>
  shop.put([{ externalId: "p1", name: { ru: "Кружка", en: "Mug" }, categoryKeys: ["mugs"], brand: "Kora" }]),
);

/** Of the statements that the one connection has prepared: how often each was planned for one answer alone. */
async function plannedAnew(): Promise<number> {
  const { rows } = await sql<{ times: number }>`
    select coalesce(sum(custom_plans), 0)::int as times from pg_prepared_statements where statement like '%search.posting%'
  `.execute(database.db);
  return rows[0]?.times ?? 0;
}

test.each([
  ["a search", () => shop.search.list({ q: "Kora mug", currency: "RUB", page: 1, withFacets: true })],
  ["a list with filters", () => shop.search.list({ category: "mugs", min: 1, currency: "RUB", page: 1 })],
  ["a suggestion", () => shop.search.suggest({ q: "kor", currency: "RUB" })],
])("%s is planned once, not for each answer", async (_, ask) => {
  const before = await plannedAnew();
  for (let time = 0; time < 8; time++) await ask();
  expect((await plannedAnew()) - before).toBe(0);
});
