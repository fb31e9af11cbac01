import { demoProducts } from "@vitrina/demo";
import { expect, test } from "vitest";
import { readEnv } from "#env.ts";
import { demoAccounts } from "#shop/demo-drafts.ts";
import { seed } from "#shop/seed.ts";
import { testEnv, testShop } from "#testing.ts";

const shop = testShop();
const operator = () => ({
  services: shop.services,
  db: shop.database.db,
  env: { ...readEnv({ ...testEnv, DATABASE_URL: "postgres://localhost/test" }) },
  now: shop.clock.now,
});
const fill = (force = false) => seed(operator(), { force, pictures: false });

const state = async () => {
  const { rows } = await shop.database.pool.query<{ state: string }>(
    `select md5(string_agg(x::text, '|' order by x::text)) as state from (
      select to_jsonb(p) as x from catalog.product p union all select to_jsonb(v) from catalog.variant v
      union all select to_jsonb(m) from catalog.media m union all select to_jsonb(r) from pricing.price r
      union all select to_jsonb(l) from inventory.level l union all select to_jsonb(w) from reviews.review w
      union all select to_jsonb(a) from reviews.aggregate a union all select to_jsonb(c) from promotions.code c
      union all select to_jsonb(u) from users.user u union all select to_jsonb(d) from orders.delivery_method d) as everything`,
  );
  return rows[0]?.state;
};

test("an empty shop is filled: every demo product has a page in both languages, a price in each currency and stock", async () => {
  await fill();

  const page = await shop.services.search.list({ currency: "RUB", page: 1 });
  expect(page.total).toBe(demoProducts.length);
  expect(page.categories.length).toBeGreaterThan(3);
  for (const { slug, variants, pictures } of demoProducts.slice(0, 10)) {
    for (const currency of ["RUB", "EUR", "USD"] as const) {
      const product = await shop.services.search.product({ slug, currency });
      expect(
        product.variants.map(({ price }) => price?.amount),
        slug,
      ).toEqual(variants.map(({ prices }) => prices[currency]));
      expect(product.pictures.map(({ location }) => location)).toEqual(pictures.map(({ key }) => key));
      expect(product.name).toMatchObject({ ru: expect.any(String), en: expect.any(String) });
    }
  }
  const { featured, reduced } = await shop.services.search.home("RUB");
  expect(featured.length).toBeGreaterThan(0);
  expect(reduced.length).toBeGreaterThan(0);
});

test("filling it again changes nothing", async () => {
  const before = await state();

  await fill();

  expect(await state()).toBe(before);
});

test("everybody of the demo can sign in", async () => {
  const device = { realm: "api", uaLabel: "vitest", ipPrefix: "203.0.113.0/24" } as const;

  for (const { email, password, role } of demoAccounts) {
    const { tokens } = await shop.services.auth.signIn({ email, password }, device);
    expect(await shop.services.auth.authenticate(tokens.accessToken, "api")).toMatchObject({ role });
  }
});

test("force brings the demo back to its prices and stock, and nothing else", async () => {
  const product = demoProducts[0];
  const sku = product?.variants[0]?.sku ?? "";
  await shop.database.pool.query('update catalog.product set name = \'{"en": "Broken"}\' where external_id = $1', [
    product?.externalId,
  ]);
  await shop.database.pool.query(
    "update inventory.level set on_hand = 0 where variant_id = (select id from catalog.variant where sku = $1)",
    [sku],
  );

  await fill(true);

  const page = await shop.services.search.product({ slug: product?.slug ?? "", currency: "RUB" });
  const { rows } = await shop.database.pool.query(
    "select on_hand from inventory.level join catalog.variant on id = variant_id where sku = $1",
    [sku],
  );
  expect(page.name).toEqual(product?.name);
  expect(rows).toEqual([{ on_hand: product?.variants[0]?.stock }]);
});

test("the demo's codes are known to the cart", async () => {
  const considered = await shop.services.promotions.evaluate({
    codes: ["welcome10"],
    customerKey: null,
    currency: "RUB",
    itemsAmount: 100_000,
    now: shop.clock.now(),
  });

  expect(considered).toMatchObject([{ code: "WELCOME10", amount: 10_000, obstacle: null }]);
});

test("a shop in production gets no shopkeepers whose password is known to all", async () => {
  await shop.database.pool.query("delete from users.user");
  const inProduction = { ...operator(), env: { ...operator().env, APP_ENV: "production" as const } };

  await seed(inProduction, { pictures: false });

  const { rows } = await shop.database.pool.query("select email, role from users.user");
  expect(rows).toEqual([{ email: "shopper@vitrina.example", role: "customer" }]);
});
