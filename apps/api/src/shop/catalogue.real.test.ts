import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { importInto } from "#shop/testing-import.ts";
import { readJudgments, searchQuality } from "#shop/judgments.ts";
import { ranker } from "#shop/search-eval.ts";
import { testShop } from "#testing.ts";

const DATA = path.resolve(import.meta.dirname, "../../../../../shared/data");

const shop = testShop();

async function importReal(file: string, source: string) {
  const started = performance.now();
  const { summary, faults } = await importInto(shop, path.join(DATA, file), { source });
  await shop.database.pool.query("analyze");
  const seconds = (performance.now() - started) / 1000;
  console.log(`${file}: ${summary.rows} rows, with listings ${seconds.toFixed(1)} s`);
  return { summary, faults };
}

async function measureSearch() {
  const read = (file: string) => readFile(path.join(DATA, "search-dev", file), "utf8");
  const judged = readJudgments(await read("search-queries.jsonl"), await read("qrels.tsv"));
  return searchQuality(judged, await ranker({ services: shop.services, db: shop.database.db }, "catalogue"));
}

test("the whole main catalogue is taken, each row once, and again without a change", async () => {
  const first = await importReal("catalogue.jsonl.gz", "catalogue");
  const second = await importReal("catalogue.jsonl.gz", "catalogue");

  expect(first.summary).toMatchObject({ rows: 19_406, created: 19_406, rejected: 0 });
  expect(second.summary).toMatchObject({ created: 0, changed: 0, unchanged: 19_406, rejected: 0 });
  const whole = await shop.services.search.list({ currency: "USD", page: 1 });
  expect(whole.total).toBe(19_406);
  expect(whole.priceBounds).toEqual({ min: 95, max: 4_351_995 });
});

test("judged queries on the main catalogue alone find what they should", async () => {
  const measured = await measureSearch();

  console.log("main alone", measured);
  expect(measured.queries).toBe(58);
  expect(measured.judgedOnly).toBeGreaterThan(0.864);
  expect(measured.unjudgedAsWrong).toBeGreaterThan(0.755);
  expect(measured.recall).toBeGreaterThan(0.891);
});

test("the beauty catalogue is taken with its sale prices and stock", async () => {
  const { summary } = await importReal("catalogue-beauty.jsonl.gz", "catalogue-beauty");

  expect(summary).toMatchObject({ rows: 8_494, created: 8_494, rejected: 0 });
  const { rows } = await shop.database.pool.query(
    `select count(*) filter (where r.compare_at is not null)::int as reduced,
       count(*) filter (where coalesce(l.on_hand, 0) = 0)::int as sold_out
     from catalog.product p join catalog.variant v on v.product_id = p.id
     join pricing.price r on r.variant_id = v.id left join inventory.level l on l.variant_id = v.id
     where p.source = 'catalogue-beauty'`,
  );
  expect(rows).toEqual([{ reduced: 270, sold_out: 626 }]);
});

test("judged queries still find what they should beside another catalogue", async () => {
  const measured = await measureSearch();

  console.log("with beauty", measured);
  expect(measured.judgedOnly).toBeGreaterThan(0.85);
});

test("the nastiest rows, of both catalogues in one file, are known already", async () => {
  const { summary, faults } = await importReal("catalogue-dirty.jsonl", "dirty");

  expect(faults.filter(({ rejected }) => rejected)).toEqual([]);
  expect(summary).toMatchObject({ rows: 166, created: 0, changed: 0, unchanged: 166, rejected: 0 });
});

test("nothing of the feeds' markup, entities or control characters reaches a shopper", async () => {
  const { rows } = await shop.database.pool.query(
    `select external_id, name from catalog.product
     where (name || description)::text ~ '<(br|strong|ul|li|div|img|p)\\M|&(deg|quot|amp|#\\d+);|\\\\u00[01]|\\ufffd'`,
  );

  expect(rows).toEqual([]);
});
