import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import type { ImportTask } from "#shop/import-now.ts";
import { importInto } from "#shop/testing-import.ts";
import { testEnv, testShop } from "#testing.ts";

const shop = testShop();
const folder = mkdtempSync(path.join(tmpdir(), "vitrina-feed-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function feedOf(lines: (object | string)[], gzip = false): string {
  const text = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");
  const file = path.join(folder, `feed-${++files}.jsonl${gzip ? ".gz" : ""}`);
  writeFileSync(file, gzip ? gzipSync(text) : text);
  return file;
}

const aRow = (externalId: string, changes: object = {}) => ({
  externalId,
  sku: "same for all",
  name: `Thing ${externalId}`,
  brand: "Brand",
  description: null,
  categoryPath: ["Things", "Small"],
  attributes: { colour: "Black" },
  price: "12.34",
  currency: "USD",
  ...changes,
});

const run = (file: string, changes: Partial<ImportTask> = {}) =>
  importInto(shop, file, { source: `s${files}`, ...changes });

const productOf = (slug: string) => shop.services.search.product({ slug, currency: "USD" });
const stateOfCatalog = async () => {
  const { rows } = await shop.database.pool.query<{ state: string }>(
    `select md5(string_agg(x::text, '|' order by x::text)) as state from (
      select to_jsonb(p) as x from catalog.product p union all select to_jsonb(v) from catalog.variant v
      union all select to_jsonb(m) from catalog.media m union all select to_jsonb(r) - 'id' from pricing.price r
      union all select to_jsonb(l) from inventory.level l union all select to_jsonb(c) from catalog.category c) as everything`,
  );
  return rows[0]?.state;
};

test("an imported product can be found and bought", async () => {
  await run(feedOf([aRow("a1", { name: "Gleaming &amp; new kettle", gtins: ["0095205603217"] })]), { source: "one" });

  const product = await productOf("gleaming-new-kettle-a1");
  const found = await shop.services.search.list({ q: "0095205603217", currency: "USD", page: 1 });

  expect(product.variants).toMatchObject([
    { sku: "one-a1", price: { amount: 1234 }, availability: { inStock: true, left: null } },
  ]);
  expect(product.breadcrumb.map(({ name }) => name.en)).toEqual(["Things", "Small"]);
  expect(product.attributes).toMatchObject([{ code: "colour", name: { en: "Colour" }, value: "Black" }]);
  expect(found.rows.map(({ slug }) => slug)).toEqual(["gleaming-new-kettle-a1"]);
});

test("the same file twice changes nothing, packed or not", async () => {
  const rows = Array.from({ length: 30 }, (_, index) => aRow(`t${index}`));
  const first = await run(feedOf(rows), { source: "twice" });
  const before = await stateOfCatalog();

  const second = await run(feedOf(rows, true), { source: "twice" });

  expect(first.summary).toMatchObject({ rows: 30, created: 30, changed: 0, unchanged: 0, rejected: 0 });
  expect(second.summary).toMatchObject({ rows: 30, created: 0, changed: 0, unchanged: 30, rejected: 0 });
  expect(await stateOfCatalog()).toBe(before);
});

test("a changed row changes its product and keeps its address, variant and stock", async () => {
  await run(feedOf([aRow("c1")]), { source: "changes" });
  const before = await productOf("thing-c1-c1");
  const variantId = before.variants[0]?.id ?? "";
  await shop.services.inventory.adjust([{ variantId, delta: -23 }], { actor: "test", reference: null });

  const { summary } = await run(feedOf([aRow("c1", { name: "Renamed", price: "9.99" })]), { source: "changes" });

  const after = await productOf("thing-c1-c1");
  expect(summary).toMatchObject({ changed: 1 });
  expect(after.name).toEqual({ en: "Renamed" });
  expect(after.variants).toMatchObject([{ id: variantId, price: { amount: 999 }, availability: { left: 2 } }]);
});

test("a dry run tells what would happen and changes nothing", async () => {
  await run(feedOf([aRow("d1"), aRow("d2")]), { source: "dry" });
  const before = await stateOfCatalog();

  const { summary } = await run(feedOf([aRow("d1"), aRow("d2", { name: "Other" }), aRow("d3"), "{"]), {
    source: "dry",
    dryRun: true,
  });

  expect(summary).toEqual({ rows: 4, created: 1, changed: 1, unchanged: 1, rejected: 1, notices: 0 });
  expect(await stateOfCatalog()).toBe(before);
});

test("each rejected row is told with its number, field and reason, and the others are taken", async () => {
  const { summary, faults } = await run(
    feedOf([
      aRow("r1"),
      "not json",
      "[1]",
      aRow("r2", { name: "" }),
      aRow("r3", { price: "free" }),
      aRow("r4", { currency: "GBP" }),
      aRow("r1", { name: "Again" }),
      "",
      aRow("r5", { gtins: ["x"] }),
      "x".repeat(1_100_000),
      aRow("r6"),
    ]),
    { source: "rejects" },
  );

  expect(summary).toMatchObject({ created: 3, rejected: 7, notices: 1 });
  expect(faults.map(({ row, field, externalId, rejected }) => [row, field, externalId, rejected])).toEqual([
    [2, "line", null, true],
    [3, "line", null, true],
    [4, "name", "r2", true],
    [5, "price", "r3", true],
    [6, "currency", "r4", true],
    [7, "row", "r1", true],
    [9, "gtins", "r5", false],
    [10, "line", null, true],
  ]);
  expect(faults[5]).toMatchObject({ reason: "repeats", detail: "1" });
});

test("dirt of real feeds is survived: look-alikes, control characters, markup, huge values, equal names and SKUs", async () => {
  const { summary, faults } = await run(
    feedOf([
      aRow("x1", {
        name: "Shuttle XPС\u0000 <strong>cube</strong>",
        attributes: { __proto__x: "a\u0007b", huge: "y".repeat(16_500) },
      }),
      aRow("x2", { name: "Dup &#1057;artridge", sku: 'a "quoted" ® sku '.repeat(14) }),
      aRow("x3", { name: "Dup &#1057;artridge", sku: "\ud800 half a character" }),
      aRow("x4", { categoryPath: ["Things", "Things"], attributes: {} }),
      aRow("x5", {
        categoryPath: [],
        gtins: Array.from({ length: 127 }, (_, index) => String(10_000_000_000 + index)),
      }),
      aRow("x6", { name: "=cmd|' /C calc'!A0", attributes: { colour: 5 } }),
    ]),
    { source: "dirt" },
  );

  expect(faults).toEqual([]);
  expect(summary).toMatchObject({ created: 6 });
  expect((await productOf("shuttle-xpc-cube-x1")).name).toEqual({ en: "Shuttle XPC cube" });
  expect((await productOf("dup-cartridge-x3")).name).toEqual({ en: "Dup Cartridge" });
});

test("rows of two catalogues in one file stay apart though their ids are equal", async () => {
  const { summary } = await run(
    feedOf([
      { catalogue: "left", row: aRow("b1") },
      { catalogue: "right", row: aRow("b1") },
    ]),
  );

  expect(summary).toMatchObject({ created: 2, rejected: 0 });
  expect((await productOf("thing-b1-b1-right")).variants[0]?.sku).toBe("right-b1");
});

test("what is out of stock in the feed is so in the shop", async () => {
  await run(feedOf([aRow("o1", { inStock: false }), aRow("o2", { inStock: true })]), { source: "stock", stock: 3 });

  expect((await productOf("thing-o1-o1")).variants[0]?.availability).toEqual({ inStock: false, left: 0 });
  expect((await productOf("thing-o2-o2")).variants[0]?.availability).toEqual({ inStock: true, left: 3 });
});

test("an import that was killed is simply started again", async () => {
  const rows = Array.from({ length: 4_000 }, (_, index) => aRow(`k${index}`));
  const file = feedOf(rows);
  const command = path.join(import.meta.dirname, "..", "shop.ts");
  const env = { ...process.env, ...testEnv, DATABASE_URL: shop.database.connectionString, DATA_DIR: folder };
  const child = spawn(process.execPath, [command, "import", file, "--source", "killed"], { env, stdio: "ignore" });
  const ended = once(child, "exit");
  const count = async () =>
    Number(
      (await shop.database.pool.query("select count(*) from catalog.product where source = 'killed'")).rows[0].count,
    );
  while ((await count()) === 0 && child.exitCode === null) await sleep(5);

  child.kill("SIGKILL");
  await ended;
  const kept = await count();
  const { summary } = await run(file, { source: "killed" });

  expect(summary.created + summary.unchanged).toBe(4_000);
  expect(summary.unchanged).toBe(kept);
  expect(await count()).toBe(4_000);
  const { rows: broken } = await shop.database.pool.query(
    `select v.sku from catalog.variant v join catalog.product p on p.id = v.product_id and p.source = 'killed'
     left join pricing.price r on r.variant_id = v.id left join inventory.level l on l.variant_id = v.id
     where r.amount is distinct from 1234 or l.on_hand is distinct from 25`,
  );
  expect(broken).toEqual([]);
});
