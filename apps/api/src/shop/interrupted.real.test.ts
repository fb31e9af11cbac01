import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { createGzip } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ExportFormat, exportRows } from "#shop/export-rows.ts";
import { localFile } from "#shop/import-file.ts";
import { readLines } from "#shop/lines.ts";
import { importInto } from "#shop/testing-import.ts";
import { testEnv, testShop, type TestShop } from "#testing.ts";

const DATA = path.resolve(import.meta.dirname, "../../../../../shared/data");
const CATALOGUES = ["catalogue", "catalogue-beauty"];
const ROWS = 19_406 + 8_494;

const whole = testShop();
const interrupted = testShop();
const nasty = testShop();
const folder = mkdtempSync(path.join(tmpdir(), "vitrina-both-"));
const both = path.join(folder, "both.jsonl.gz");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Both catalogues in one file, their rows in turn. */
async function* merged(): AsyncGenerator<string> {
  const readers = CATALOGUES.map((catalogue) => ({
    catalogue,
    lines: readLines(localFile(path.join(DATA, `${catalogue}.jsonl.gz`))),
  }));
  while (readers.length > 0) {
    for (const reader of readers.slice()) {
      const { value, done } = await reader.lines.next();
      if (done) readers.splice(readers.indexOf(reader), 1);
      else yield `{"catalogue":"${reader.catalogue}","row":${value.text}}\n`;
    }
  }
}
beforeAll(() => pipeline(Readable.from(merged()), createGzip(), createWriteStream(both)));

const STATE = `select count(*)::int as products, md5(string_agg(md5(x::text), '|' order by md5(x::text))) as state from (
      select jsonb_build_array(p.source, p.external_id, p.slug, p.name, p.description, p.brand, p.model, p.attributes, p.released_at,
        p.status, p.content_hash, (select path_key from catalog.category where id = p.primary_category_id),
        (select jsonb_agg(jsonb_build_array(kind, location, alt) order by position) from catalog.media m where m.product_id = p.id),
        (select jsonb_agg(jsonb_build_array(v.sku, v.gtins,
          (select jsonb_agg(jsonb_build_array(currency, amount, compare_at)) from pricing.price r where r.variant_id = v.id),
          (select sum(on_hand) from inventory.level l where l.variant_id = v.id),
          (select jsonb_agg(delta) from inventory.movement m where m.variant_id = v.id))) from catalog.variant v where v.product_id = p.id)) as x
      from catalog.product p) as everything`;

/** Everything of the catalogue, its prices and stock, without ids and moments. */
async function stateOf({ database }: TestShop) {
  const client = await database.pool.connect();
  try {
    await client.query("analyze");
    await client.query("set statement_timeout = 0");
    const { rows } = await client.query<{ products: number; state: string }>(STATE);
    return rows[0];
  } finally {
    await client.query("reset statement_timeout");
    client.release();
  }
}

test("both real catalogues in one file are taken, and a second time without a change", async () => {
  const first = await importInto(whole, both);
  const before = await stateOf(whole);
  const second = await importInto(whole, both);

  expect(first.summary).toMatchObject({ rows: ROWS, created: ROWS, rejected: 0 });
  expect(second.summary).toMatchObject({ rows: ROWS, created: 0, changed: 0, unchanged: ROWS, rejected: 0 });
  expect(await stateOf(whole)).toEqual(before);
});

test("an import of both that was killed in the middle and started again ends like one that ran through", async () => {
  const { database } = interrupted;
  const env = { ...process.env, ...testEnv, DATABASE_URL: database.connectionString, DATA_DIR: folder };
  const command = path.join(import.meta.dirname, "..", "shop.ts");
  const child = spawn(process.execPath, [command, "import", both, "--source", "test"], { env, stdio: "ignore" });
  const ended = once(child, "exit");
  const taken = async () => Number((await database.pool.query("select count(*) from catalog.product")).rows[0].count);
  while ((await taken()) < ROWS / 2 && child.exitCode === null) await sleep(20);
  child.kill("SIGKILL");
  expect(await ended).toEqual([null, "SIGKILL"]);
  const kept = await taken();
  expect(kept).toBeLessThan(ROWS);

  const { summary } = await importInto(interrupted, both);

  expect(summary).toMatchObject({ rows: ROWS, created: ROWS - kept, unchanged: kept, changed: 0, rejected: 0 });
  expect(await stateOf(interrupted)).toEqual(await stateOf(whole));
});

test.each<ExportFormat>(["csv", "jsonl"])("an export of both in %s, read again, changes nothing", async (format) => {
  const before = await stateOf(whole);
  const file = path.join(folder, `export.${format}`);
  await pipeline(Readable.from(exportRows(whole.services, { format })), createWriteStream(file));

  const { summary, faults } = await importInto(whole, file);

  expect(faults).toEqual([]);
  expect(summary).toMatchObject({ rows: ROWS, unchanged: ROWS, created: 0, changed: 0 });
  expect(await stateOf(whole)).toEqual(before);
});

test("the nastiest rows, exported from a shop of their own and read again, change nothing", async () => {
  const { summary: first } = await importInto(nasty, path.join(DATA, "catalogue-dirty.jsonl"));
  const before = await stateOf(nasty);
  const file = path.join(folder, "dirty.csv");
  await pipeline(Readable.from(exportRows(nasty.services, { format: "csv" })), createWriteStream(file));

  const { summary } = await importInto(nasty, file);

  expect(first).toMatchObject({ rows: 166, created: 166, rejected: 0 });
  expect(summary).toMatchObject({ rows: 166, unchanged: 166, rejected: 0 });
  expect(await stateOf(nasty)).toEqual(before);
});
