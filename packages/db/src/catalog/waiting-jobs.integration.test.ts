import { testDatabase } from "@vitrina/db/testing";
import { beforeEach, expect, test } from "vitest";
import type { CatalogTables } from "./catalog.tables.ts";
import { createBulkEditsReader } from "./bulk-edits-reader.ts";
import { createImportsReader } from "./imports-reader.ts";

const database = testDatabase<CatalogTables>();
const A_WEEK_AGO = new Date("2026-11-22T12:00:00Z");
const imports = () => createImportsReader(database.db).waiting(A_WEEK_AGO);
const bulk = () => createBulkEditsReader(database.db).waiting(A_WEEK_AGO);

beforeEach(() => database.pool.query("truncate catalog.import, catalog.bulk_edit cascade"));

/** So many in a state, which they came to then. */
async function add(job: "import" | "bulk_edit", { state, many = 1, at }: { state: string; many?: number; at: string }) {
  const own =
    job === "import"
      ? "(id, file_name, format, source, bytes, state, created_at, updated_at) select gen_random_uuid(), 'a.csv', 'csv', 'shop', 1,"
      : "(id, change, products, actor_id, state, created_at, updated_at) select gen_random_uuid(), '{}', 1, gen_random_uuid(),";
  await database.pool.query(`insert into catalog.${job} ${own} $1, $2, $2 from generate_series(1, $3)`, [
    state,
    at,
    many,
  ]);
}

test("imports and edits that are under way or failed in the last days are counted, and no others", async () => {
  for (const job of ["import", "bulk_edit"] as const) {
    for (const state of ["checking", "running", "undoing"]) await add(job, { state, at: "2026-01-01T00:00:00Z" });
    await add(job, { state: "failed", many: 2, at: "2026-11-23T00:00:00Z" });
    await add(job, { state: "failed", at: "2026-11-21T00:00:00Z" });
    for (const state of ["checked", "done", "undone"]) await add(job, { state, at: "2026-11-29T00:00:00Z" });
  }

  expect(await imports()).toEqual({ running: 3, failed: 2 });
  expect(await bulk()).toEqual({ running: 3, failed: 2 });
});

test("no more than a hundred are counted, however many wait", async () => {
  await add("bulk_edit", { state: "running", many: 120, at: "2026-11-29T00:00:00Z" });

  expect(await bulk()).toEqual({ running: 100, failed: 0 });
  expect(await imports()).toEqual({ running: 0, failed: 0 });
});
