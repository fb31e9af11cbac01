import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { openDatabase } from "@vitrina/db";
import { anAdmin } from "./people.ts";
import { expect, open, test } from "./test.ts";

test.describe.configure({ timeout: 240_000 });

/** Texts that became scripts in shops that wrote them into a page, its head, its data or an address as they are (T-26, T-27). */
const CORPUS = [
  `<img src=x onerror=alert(1)>`,
  `"><script>alert(1)</script>`,
  `</script><script>alert(1)</script>`,
  `<!--<script>alert(1)</script>`,
  `</title><svg/onload=alert(1)>`,
  `<iframe srcdoc="<script>parent.alert(1)</script>">`,
  `' onfocus=alert(1) autofocus tabindex=1 x='`,
  `[look](javascript:alert(1)) \u2028 {{alert(1)}} \${alert(1)}`,
];

const mark = randomUUID().slice(0, 8);
const TREE = `hostile-${mark}`;
const slugs = CORPUS.map((_, index) => `${TREE}-${index}`);
/** In both languages, wherever a shopkeeper or a shopper may write something. */
const FILL = `
  with text as materialized (
    select text, number::int, jsonb_build_object('ru', text, 'en', text) as told, gen_random_uuid() as branch from unnest($1::text[]) with ordinality as given (text, number)
  ), root as (
    insert into catalog.category (id, slug, source, path_key, name, position, ancestor_ids)
    select $2::uuid, $3, 'test', $3, told, 0, array[$2::uuid] from text where number = 1
  ), branch as (
    insert into catalog.category (id, parent_id, slug, source, path_key, name, position, ancestor_ids)
    select branch, $2::uuid, $3 || '-branch-' || number, 'test', $3 || number, told, number, array[$2::uuid, branch] from text
  ), attribute as (
    insert into catalog.attribute (code, name, unit, type, position)
    select $3 || '-' || number, told, null, 'text', 1000 + number from text
  ), product as (
    insert into catalog.product (id, slug, source, external_id, model, brand, status, name, description, attributes, options, primary_category_id, created_at, updated_at)
    select gen_random_uuid(), $3 || '-' || number - 1, 'test', $3 || number, text, text, 'published', told, told,
      jsonb_build_object($3 || '-' || number, text, text, text),
      jsonb_build_array(jsonb_build_object('code', 'kind', 'name', told, 'values', jsonb_build_array(
        jsonb_build_object('code', 'one', 'name', told, 'swatch', text), jsonb_build_object('code', 'two', 'name', told, 'swatch', null)))),
      branch, now(), now() from text
    returning id
  ), numbered as (select id, row_number() over () as number from product),
  variant as (
    insert into catalog.variant (id, product_id, sku, position, option_values)
    select gen_random_uuid(), id, text || place || $3, place, jsonb_build_object('kind', (array['one', 'two'])[place])
    from numbered join text using (number) cross join generate_series(1, 2) as place returning id
  ), price as (
    insert into pricing.price (id, variant_id, currency, amount)
    select gen_random_uuid(), id, currency, 100 from variant cross join unnest(array['RUB', 'EUR', 'USD']) as currency
  ), level as (
    insert into inventory.level (variant_id, location_id, on_hand) select variant.id, location.id, 5 from variant cross join (select id from inventory.location where kind = 'shelf' order by priority limit 1) as location
  ), list as (
    insert into pricing.price_list (id, name, version, created_at) select gen_random_uuid(), told, 1, now() from text
  ), team as (
    insert into users.customer_group (id, code, name, version, created_at) select gen_random_uuid(), $3 || '-' || number, told, 1, now() from text
  ), asked as (
    insert into search.query_log (day, query, asked, found) select current_date, text || $3, 100, 0 from text
  )
  insert into catalog.media (id, product_id, kind, location, alt) select gen_random_uuid(), id, 'local', 'none', told from numbered join text using (number)`;

let products: string[] = [];

test.beforeAll(async () => {
  const { pool, close } = openDatabase<unknown>({ connectionString: process.env["SHOP_DATABASE"] ?? "", max: 1 });
  await pool.query(FILL, [CORPUS, randomUUID(), TREE]);
  const { rows } = await pool.query<{ id: string }>("select id from catalog.product where slug = any($1)", [slugs]);
  products = rows.map(({ id }) => id);
  await close();
});

/** What ran on the pages although it was only a text. */
function watch(page: Page): string[] {
  const ran: string[] = [];
  page.on("dialog", (dialog) => {
    ran.push(`${page.url()}: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return ran;
}

async function visit(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await open(page, path);
    // A handler of a picture that is not there, or of a focus, would have run by then.
    await page.waitForLoadState("networkidle");
  }
}

test("no text that a shopkeeper or a feed wrote runs as a script in the shop (T-26)", async ({ page, complaints }) => {
  const ran = watch(page);
  await expect(async () => {
    await open(page, `/en/catalog/${TREE}`);
    await expect(page.getByText(`${CORPUS.length} products`, { exact: true })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  for (const text of CORPUS.slice(0, 3)) await expect(page.getByRole("main").getByText(text).first()).toBeVisible();

  await visit(page, [
    `/catalog/${TREE}`,
    ...slugs.flatMap((slug) => [`/en/p/${slug}`, `/p/${slug}`]),
    ...CORPUS.map((text) => `/en/search?q=${encodeURIComponent(text)}`),
    `/en/catalog/${TREE}?brand=${encodeURIComponent(CORPUS[1] ?? "")}&sort=${encodeURIComponent(CORPUS[0] ?? "")}`,
  ]);

  await open(page, `/en/search?q=${encodeURIComponent("a <b>bold</b> word")}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("a <b>bold</b> word");

  expect(ran).toEqual([]);
  expect(complaints).toEqual([]);
});

test("what shoppers and feeds wrote runs nowhere in the back office (T-27)", async ({ page, complaints }) => {
  const ran = watch(page);
  await anAdmin(page);

  await visit(page, [
    "/en/admin",
    `/en/admin/products?q=${TREE}`,
    ...products.map((id) => `/en/admin/products/${id}`),
    "/en/admin/categories",
    "/en/admin/collections",
    "/en/admin/stock",
    "/en/admin/prices",
    "/en/admin/price-lists",
    "/en/admin/groups",
    "/en/admin/as-of",
    "/en/admin/audit",
  ]);

  expect(ran).toEqual([]);
  expect(complaints).toEqual([]);
});
