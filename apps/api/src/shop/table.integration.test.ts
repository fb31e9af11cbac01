import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readEnv } from "#env.ts";
import { exportRows, type ExportFormat } from "#shop/export-rows.ts";
import { seed } from "#shop/seed.ts";
import { importInto } from "#shop/testing-import.ts";
import { testEnv, testShop } from "#testing.ts";

const shop = testShop();
const folder = mkdtempSync(path.join(tmpdir(), "vitrina-table-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeAll(async () => {
  const env = readEnv({ ...testEnv, DATABASE_URL: "postgres://localhost/test" });
  await seed({ db: shop.database.db, services: shop.services, now: shop.clock.now, env }, { pictures: false });
});

let files = 0;
function fileOf(content: string | Buffer, ending = "csv"): string {
  const file = path.join(folder, `table-${++files}.${ending}`);
  writeFileSync(file, content);
  return file;
}
const take = (content: string | Buffer, changes: Parameters<typeof importInto>[2] = {}, ending = "csv") =>
  importInto(shop, fileOf(content, ending), { source: "shop", ...changes });
const lines = (...rows: string[]) => `${rows.join("\n")}\n`;

async function exported(format: ExportFormat): Promise<string> {
  let text = "";
  for await (const part of exportRows(shop.services, { format })) text += part;
  return text;
}

async function stateOf(...skus: string[]) {
  const rows = skus.map((sku, number) => ({ number, source: "shop", cells: { sku } }));
  return (await shop.services.catalog.knownOf(rows, { lock: false })).products;
}
async function stateOfCatalog() {
  const { rows } = await shop.database.pool.query<{ state: string }>(
    `select md5(string_agg(x::text, '|' order by x::text)) as state from (
      select to_jsonb(p) as x from catalog.product p union all select to_jsonb(v) from catalog.variant v
      union all select to_jsonb(m) from catalog.media m union all select to_jsonb(r) from pricing.price r
      union all select to_jsonb(l) from inventory.level l union all select to_jsonb(c) from catalog.category c
      union all select to_jsonb(m) from inventory.movement m union all select to_jsonb(a) from catalog.attribute a) as everything`,
  );
  return rows[0]?.state;
}

test.each(["csv", "jsonl"] as const)("an export in %s, read again, changes nothing", async (format) => {
  const before = await stateOfCatalog();

  const { summary, faults } = await take(await exported(format), {}, format);

  expect(faults).toEqual([]);
  expect(summary).toMatchObject({ created: 0, changed: 0, rejected: 0 });
  expect(summary.unchanged).toBeGreaterThan(100);
  expect(await stateOfCatalog()).toBe(before);
});

test("rows that share a product make one product with variants, prices, stock, categories and attributes", async () => {
  const csv = lines(
    "Товар;Артикул;Название;name_en;Категория;option.size;Цена;price_usd;Остаток;attribute.material;Картинка",
    "shirt;shirt-s;Рубашка;Shirt;Одежда > Рубашки;S;1 990,50;25;7;Linen;https://pictures.example/shirt.jpg",
    "shirt;shirt-m;;;;M;2100;26.5;0;;",
  );

  const { summary, faults } = await take(csv);

  expect(faults).toEqual([]);
  expect(summary).toMatchObject({ rows: 2, created: 2 });
  const page = await shop.services.search.product({ slug: "shirt-shirt", currency: "RUB" });
  expect(page.name).toEqual({ ru: "Рубашка", en: "Shirt" });
  expect(page.breadcrumb.map(({ name }) => name.ru)).toEqual(["Одежда", "Рубашки"]);
  expect(page.attributes).toMatchObject([{ code: "material", value: "Linen" }]);
  expect(page.pictures).toMatchObject([{ kind: "remote", location: "https://pictures.example/shirt.jpg" }]);
  expect(page.variants).toMatchObject([
    { sku: "shirt-s", optionValues: { size: "s" }, price: { amount: 199_050 }, availability: { inStock: true } },
    { sku: "shirt-m", optionValues: { size: "m" }, price: { amount: 210_000 }, availability: { inStock: false } },
  ]);
  const { rows: movements } = await shop.database.pool.query(
    "select delta, reason from inventory.movement m join catalog.variant v on v.id = m.variant_id where v.sku like 'shirt-%'",
  );
  expect(movements).toEqual([{ delta: 7, reason: "imported" }]);
  const again = await take(csv);
  expect(again.summary).toMatchObject({ created: 0, changed: 0, unchanged: 2 });
});

test("what a variant says is exported and read in its own row, and stays where a file says nothing of it", async () => {
  const heavy = (grams: number) => `"{""weight"":${grams}}"`;
  await take(
    lines("product;sku;name_en;option.size;variant_attributes", `pan;pan-s;Pan;S;${heavy(300)}`, "pan;pan-l;;L;"),
  );
  await take(lines("sku;name_en", "pan-s;Frying pan"));

  const saying = async () => (await stateOf("pan-s"))[0]?.variants.map(({ sku, attributes }) => [sku, attributes]);
  expect(await saying()).toEqual([
    ["pan-s", { weight: 300 }],
    ["pan-l", {}],
  ]);
  expect((await take(await exported("csv"), {}, "csv")).summary).toMatchObject({ changed: 0, rejected: 0 });

  await take(lines("sku;variant_attributes", "pan-s;(empty)", `pan-l;${heavy(500)}`));
  expect(await saying()).toEqual([
    ["pan-s", {}],
    ["pan-l", { weight: 500 }],
  ]);
});

test("values that stay do not change what their attribute is; an unknown choice or a wrong date is a fault of its row", async () => {
  await shop.database.pool.query(
    `insert into catalog.attribute (code, name, type, choices, position) values
      ('glaze', '{"en":"Glaze"}', 'choice', '[{"code":"matt","name":{"en":"Matt"}}]', 1), ('fired', '{"en":"Fired"}', 'date', '[]', 2)`,
  );
  const json = (values: object) => JSON.stringify(JSON.stringify(values)).replaceAll('\\"', '""');
  const glazed = json({ glaze: "matt", fired: "2027-02-01" });
  await take(lines("sku;name_en;variant_attributes", `jug;Jug;${glazed}`));
  await take(lines("sku;name_en;attribute.glaze", "jug;Tall jug;matt"));

  const { faults } = await take(
    lines(
      "sku;name_en;variant_attributes;attributes;attribute.fired",
      `jug;;${json({ glaze: "gloss" })};;`,
      `jug-2;Jug;;${json({ glaze: "gloss" })};`,
      "jug-3;Jug;;;yesterday",
    ),
  );

  expect(faults.map(({ row, field, reason }) => `${row} ${field} ${reason}`)).toEqual([
    "2 variant_attributes unknown",
    "3 attributes unknown",
    "4 attribute.fired not-a-date",
  ]);
  const { rows } = await shop.database.pool.query(
    "select code, type from catalog.attribute where code in ('fired', 'glaze') order by code",
  );
  expect(rows).toEqual([
    { code: "fired", type: "date" },
    { code: "glaze", type: "choice" },
  ]);
});

test("attributes are cleaned, and no longer or more than staff may write", async () => {
  const row = (sku: string, values: object, column = "variant_attributes") =>
    JSON.stringify({ sku, name_en: "Bowl", [column]: values });
  const many = Object.fromEntries(Array.from({ length: 301 }, (_, number) => [`code-${number}`, 1]));

  const { faults } = await take(
    lines(
      row("bowl-1", { note: "Made\u0000 <b>by hand</b>" }),
      row("bowl-2", { note: "\u0000" }),
      row("bowl-3", { note: "x".repeat(2_001) }, "attributes"),
      row("bowl-4", many),
      row("bowl-5", { "no\u0000te": "x" }, "attributes"),
      row("bowl-6", ["x".repeat(301)], "attribute.note"),
      row("bowl-7", { ru: "\ud800" }, "attribute.note"),
    ),
    {},
    "jsonl",
  );

  expect(faults.map(({ row, field, reason }) => `${row} ${field} ${reason}`)).toEqual([
    "2 variant_attributes invalid",
    "3 attributes invalid",
    "4 variant_attributes out-of-range",
    "5 attributes invalid",
    "6 attribute.note invalid",
    "7 attribute.note invalid",
  ]);
  expect((await stateOf("bowl-1"))[0]?.variants[0]?.attributes).toEqual({ note: "Made by hand" });
});

test("a file of SKUs and prices changes the prices and nothing else", async () => {
  await take(lines("sku,name_en,description_en,price_eur", "lamp,Lamp,It glows,10"));
  const [before] = await stateOf("lamp");

  const { summary } = await take(lines("sku,price_eur", "lamp,12.5"));

  expect(summary).toMatchObject({ changed: 1 });
  expect(await stateOf("lamp")).toEqual([before]);
  const prices = await shop.services.pricing.resolve([before?.variants[0]?.id ?? ""], "EUR");
  expect([...prices.values()]).toMatchObject([{ amount: 1_250 }]);
});

test("an empty cell says nothing, and (empty) empties", async () => {
  await take(lines("sku,name_ru,name_en,brand,description_en", "cup,Чашка,Cup,Clay,Round"));

  await take(lines("sku,name_en,brand,description_en", "cup,,(empty),"));

  expect(await stateOf("cup")).toMatchObject([
    { name: { ru: "Чашка", en: "Cup" }, brand: null, description: { en: "Round" } },
  ]);
});

test("each faulty row is told with its column and reason and left out whole, and the others are taken", async () => {
  const { summary, faults } = await take(
    lines(
      "sku,product,name_en,price_usd,compare_at_usd,stock,categories,gtins,pictures,option.size,status",
      "f1,,Good,1,,1,,,,,",
      ",,No key,1,,1,,,,,",
      "f2,,Price,one,,1,,,,,",
      "f3,,Sale,5,4,1,,,,,",
      "f4,,Shelf,5,,1,no-such-shelf,,,,",
      "f5,,Codes,5,,-1,,12,,,sold",
      "f6,,,5,,1,,,,,",
      "f1,,Again,1,,1,,,,,",
      "f7,seven,Seven,1,,1,,,,S,",
      "f8,seven,Eight,1,,1,,,,M,",
      "f9,seven,,1,,1,,,,S,",
    ),
  );

  expect(summary).toMatchObject({ rows: 11, created: 2, rejected: 9 });
  expect(faults.map(({ row, field, reason }) => `${row} ${field} ${reason}`)).toEqual([
    "3 sku empty",
    "4 price_usd not-a-number",
    "5 compare_at_usd out-of-range",
    "6 categories unknown",
    "7 status unknown",
    "7 gtins not-a-barcode",
    "7 stock not-a-number",
    "8 name_ru empty",
    "9 row repeats",
    "11 name_en contradicts",
    "12 option repeats",
  ]);
});

test("goods sold since the export do not come back with it", async () => {
  await take(lines("sku,name_en,stock", "kettle,Kettle,10"));
  const [kettle] = await stateOf("kettle");
  const variantId = kettle?.variants[0]?.id ?? "";
  await shop.services.inventory.adjust([{ variantId, delta: -3 }], { actor: "test", reference: null });

  const silent = await take(lines("sku,stock,stock_was", "kettle,10,10"));
  const refused = await take(lines("sku,stock,stock_was", "kettle,12,10"));
  const taken = await take(lines("sku,stock,stock_was", "kettle,12,7"));
  const twice = await take(lines("sku,stock,stock_was", "kettle,12,7"));

  expect(silent.summary).toMatchObject({ unchanged: 1 });
  expect(refused.faults).toMatchObject([{ field: "stock", reason: "moved", detail: "7" }]);
  expect(taken.summary).toMatchObject({ changed: 1 });
  expect(twice.summary).toMatchObject({ unchanged: 1 });
  expect((await shop.services.inventory.onHandOf([variantId])).get(variantId)).toBe(12);
});

test("cells that a spreadsheet would run as formulas leave with an apostrophe and come back without (T-31)", async () => {
  const nasty = ["=cmd|' /C calc'!A0", "+1+1", "-2", "@SUM(A1)", "'=quoted", "＝full", "'plain"];
  const rows = nasty.map((text, index) => JSON.stringify({ sku: `formula${index}`, name_en: text, brand: text }));
  await take(lines(...rows), {}, "jsonl");

  const csv = await exported("csv");
  const { summary } = await take(csv);

  const cells = csv.split("\n").filter((line) => line.includes("formula"));
  expect(cells).toHaveLength(nasty.length);
  expect(cells.join("\n")).not.toMatch(/(?:^|,)"?[=+@＝-]/m);
  expect(summary).toMatchObject({ changed: 0, created: 0, rejected: 0 });
  expect((await stateOf("formula4"))[0]?.brand).toBe("'=quoted");
});

test("a spreadsheet's own CSV is read: semicolons, Windows-1251, quotes, line breaks in cells, packed", async () => {
  const bytes = Buffer.from(
    [...'sku;name_ru;description_ru\r\nxl;"Стол ""Дуб""; большой";"Две\nстроки"\r\n'].map((letter) => {
      const code = letter.codePointAt(0) ?? 0;
      return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
    }),
  );

  const { faults } = await take(gzipSync(bytes), {}, "csv.gz");

  expect(faults).toEqual([]);
  expect(await stateOf("xl")).toMatchObject([
    { name: { ru: 'Стол "Дуб"; большой' }, description: { ru: "Две\nстроки" } },
  ]);
});

test("a dry run of a table says the same as the run and changes nothing", async () => {
  await take(lines("sku,name_en,price_usd", "dry1,One,1", "dry2,Two,2"));
  const csv = lines(
    "sku,name_en,price_usd,category_path_en",
    "dry1,One,1,",
    "dry2,Two,3,",
    "dry3,Three,3,New > Shelf",
    "dry4,,1,",
  );
  const before = await stateOfCatalog();

  const tried = await take(csv, { dryRun: true });

  expect(await stateOfCatalog()).toBe(before);
  expect(tried.summary).toEqual((await take(csv)).summary);
  expect(tried.summary).toMatchObject({ created: 1, changed: 1, unchanged: 1, rejected: 1 });
});

test("a variant that a feed no longer has is not sold any more, and its stock, prices and SKU stay", async () => {
  const [demo] = (await shop.services.catalog.pageOfStates(null, 500)).filter(({ variants }) => variants.length > 1);
  const kept = demo?.variants.slice(1) ?? [];
  const gone = demo?.variants[0];
  if (!demo || !gone) throw new Error("the demo has no product with variants");
  const draft = { ...demo, categoryKeys: [], variants: kept, contentHash: new Uint8Array([7]) };

  await shop.services.catalog.importProducts({
    source: demo.source,
    categories: [],
    attributes: [],
    products: [draft],
  });
  await shop.services.search.refreshDirty(1_000);

  const page = await shop.services.search.product({ slug: demo.slug, currency: "RUB" });
  expect(page.variants.map(({ sku }) => sku)).toEqual(kept.map(({ sku }) => sku));
  expect(await shop.services.catalog.getOffers([gone.id])).toMatchObject([{ published: false }]);
  expect(await shop.services.inventory.onHandOf([gone.id])).toHaveProperty("size", 1);
  expect((await shop.services.pricing.resolve([gone.id], "RUB")).size).toBe(1);
  await take(lines("sku,stock", `${gone.sku},4`));
  expect((await stateOf(gone.sku))[0]?.variants.find(({ sku }) => sku === gone.sku)?.archived).toBe(false);
});
