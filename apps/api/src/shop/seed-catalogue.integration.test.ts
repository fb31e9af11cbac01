import { beforeAll, expect, test } from "vitest";
import { readEnv } from "#env.ts";
import { seed } from "#shop/seed.ts";
import { testEnv, testShop } from "#testing.ts";

const shop = testShop();
const operator = () => ({
  services: shop.services,
  db: shop.database.db,
  env: readEnv({ ...testEnv, DATABASE_URL: "postgres://localhost/test" }),
  now: shop.clock.now,
});
const fill = (products: number, number = 7) => seed(operator(), { pictures: false, made: { products, seed: number } });

const valueOf = async (text: string) => (await shop.database.pool.query<{ value: string }>(text)).rows[0]?.value;
/** Of everything that is made, without what counts on between fillings. */
const state = (below: number) =>
  valueOf(`
    with made as (select * from catalog.product where source = 'seed-7' and external_id::int < ${below})
    select md5(string_agg(x::text, '|' order by x::text)) as value from (
      select to_jsonb(p) as x from made p union all select to_jsonb(c) from catalog.category c where source = 'seed-7'
      union all select to_jsonb(a) from catalog.attribute a union all select to_jsonb(t) from catalog.product_type t
      union all select to_jsonb(a) from catalog.product_type_attribute a
      union all select to_jsonb(v) from catalog.variant v join made on made.id = v.product_id
      union all select to_jsonb(m) from catalog.media m join made on made.id = m.product_id
      union all select to_jsonb(r) from pricing.price r join catalog.variant v on v.id = r.variant_id join made on made.id = v.product_id
      union all select to_jsonb(m) - 'id' from inventory.movement m join catalog.variant v on v.id = m.variant_id join made on made.id = v.product_id
    ) as everything`);

beforeAll(() => fill(600));

test("a made catalogue is for sale: found by category, by word, by barcode, with price, stock and stars", async () => {
  const all = await shop.services.search.list({ currency: "RUB", page: 1 });
  const [card] = all.rows;
  const product = await shop.services.search.product({ slug: card?.slug ?? "", currency: "RUB" });
  const code = product.variants[0]?.gtins[0] ?? "";

  expect(all.total).toBeGreaterThan(560);
  expect(all.categories.length).toBeGreaterThan(10);
  expect(product.attributes.length).toBeGreaterThan(5);
  expect(product.breadcrumb).toHaveLength(3);
  expect((await shop.services.search.list({ q: code, currency: "RUB", page: 1 })).rows[0]?.slug).toBe(card?.slug);
  expect((await shop.services.search.list({ q: "надёжность", currency: "RUB", page: 1 })).total).toBeGreaterThan(20);
});

test("stock is what the movements tell", async () => {
  expect(await valueOf("select count(*)::text as value from inventory.imbalance")).toBe("0");
  expect(await valueOf("select count(*)::text as value from inventory.movement")).not.toBe("0");
});

test("filling again changes nothing, and a larger catalogue adds to what is there", async () => {
  const before = await state(600);

  await fill(600);
  expect(await state(600)).toBe(before);

  await fill(1_700);
  expect(await state(600)).toBe(before);
  expect(await valueOf("select count(*)::text as value from catalog.product")).toBe("1700");
});

test("what an interruption left out is added: the rows are those of one go", async () => {
  const before = await state(1_700);
  await shop.database.pool.query("delete from catalog.product where external_id::int between 900 and 1100");

  await fill(1_700);

  expect(await state(1_700)).toBe(before);
});

test("two catalogues and the demo stand in one shop", async () => {
  await fill(50, 8);
  await seed(operator(), { pictures: false });

  expect(await valueOf("select count(distinct source)::text as value from catalog.product")).toBe("3");
  expect(
    await valueOf("select count(*)::text as value from catalog.product where source like 'seed-%' and type_id is null"),
  ).toBe("0");
  expect(await valueOf("select count(*)::text as value from inventory.imbalance")).toBe("0");
});
