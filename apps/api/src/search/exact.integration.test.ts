import { chanceOf, combinationOf, sampleGoods, truthsOf, verdictOf } from "@vitrina/oracle";
import { beforeAll, expect, test } from "vitest";
import { readEnv } from "#env.ts";
import { refreshListings } from "#shop/refresh.ts";
import { seed } from "#shop/seed.ts";
import { testEnv, testShop } from "#testing.ts";

const PRODUCTS = 600;
const COMBINATIONS = 30;

const shop = testShop();
const operator = () => ({
  services: shop.services,
  db: shop.database.db,
  env: readEnv({ ...testEnv, DATABASE_URL: "postgres://localhost/test" }),
  now: shop.clock.now,
});

beforeAll(async () => {
  await seed(operator(), { pictures: false, made: { products: PRODUCTS, seed: 7 } });
});

/** Every number of the lists of random combinations, against a count of the base tables one product after the other. */
async function compare(number: number) {
  const { pool } = shop.database;
  const chance = chanceOf(number);
  const goods = await sampleGoods(pool, 200, number);
  const combinations = Array.from({ length: COMBINATIONS }, () => combinationOf(goods, chance));
  const truths = await truthsOf(pool, combinations, shop.clock.now());
  const verdicts = [];
  for (const [index, combination] of combinations.entries()) {
    const answer = await shop.services.search.list({ ...combination, page: 1 });
    const truth = truths[index];
    if (truth) verdicts.push(verdictOf(combination, truth, answer));
  }
  return {
    wrong: verdicts.filter(({ faults }) => faults.length > 0),
    settled: verdicts.filter(({ passedOver }) => !passedOver).length,
    compared: verdicts.reduce((sum, { compared }) => sum + compared, 0),
  };
}

test("totals, facets, categories and price bounds are those of the base tables, whatever is combined", async () => {
  const { wrong, settled, compared } = await compare(1);

  expect(wrong).toEqual([]);
  expect(settled).toBeGreaterThan(COMBINATIONS * 0.8);
  expect(compared).toBeGreaterThan(COMBINATIONS * 20);
});

const FINISHES = [
  { code: "matt", name: { ru: "Матовая", en: "Matt" } },
  { code: "gloss", name: { ru: "Глянцевая", en: "Glossy" } },
];

test("they still are after stock, prices, publication and what variants say changed", async () => {
  await shop.database.pool.query(
    `insert into catalog.attribute (code, name, type, choices, position) values ('finish', '{"en":"Finish"}', 'choice', $1, 900)`,
    [JSON.stringify(FINISHES)],
  );
  await shop.database.pool.query(`
    update catalog.variant set attributes = jsonb_build_object(
      'finish', case position % 2 when 0 then 'matt' else 'gloss' end, 'parcel', 100 + 50 * (position % 5))
    where id in (select id from catalog.variant order by md5(id::text || 'a') limit 500)`);
  await shop.database.pool.query(`
    with drawn as (select variant_id, location_id, on_hand from inventory.level order by md5(variant_id::text) limit 150),
    sold as (update inventory.level set on_hand = 0 from drawn where level.variant_id = drawn.variant_id and drawn.on_hand > 0
      returning level.variant_id, level.location_id, drawn.on_hand)
    insert into inventory.movement (variant_id, location_id, delta, reason, actor)
    select variant_id, location_id, -on_hand, 'adjusted', 'test' from sold`);
  await shop.database.pool.query(
    "update pricing.price set amount = amount * 2, compare_at = null where variant_id in (select id from catalog.variant order by md5(id::text || 'p') limit 150)",
  );
  await shop.database.pool.query(
    "update catalog.product set status = case status when 'published' then 'draft' else 'published' end where id in (select id from catalog.product order by md5(id::text || 's') limit 100)",
  );
  await refreshListings(operator());

  const { wrong } = await compare(2);

  expect(wrong).toEqual([]);
});
