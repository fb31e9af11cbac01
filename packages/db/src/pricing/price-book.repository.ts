import type { PlannedPrice, PriceBookRepository, PricedVariant } from "@vitrina/domain/pricing";
import type { CatalogTables } from "@vitrina/db/catalog";
// oxlint-disable-next-line no-restricted-imports -- edits of many plans are one statement each, which the builder cannot say
import { type Kysely, sql } from "kysely";
import type { PricingTables } from "./pricing.tables.ts";
import { makeRoom, writePlans } from "./write-plans.ts";
import { instant } from "./written-instant.ts";

type Tables = PricingTables & Pick<CatalogTables, "catalog.offer" | "catalog.variant">;

/** A DatedPrice of a row of pricing.price. */
const dated = sql`json_build_object('id', price.id, 'currency', price.currency, 'amount', price.amount, 'compareAt', price.compare_at,
  'converted', price.rate_id is not null, 'from', ${instant(sql`price.valid_from`)}, 'until', ${instant(sql`price.valid_to`)})`;

const priced = (now: Date) => sql`
  offer.variant_id, offer.sku, offer.product_id, offer.slug, offer.name, offer.option_names,
  (select coalesce(json_agg(${dated} order by price.currency desc), '[]') from pricing.price
    where price.variant_id = offer.variant_id and valid_from <= ${now} and ${now} < valid_to) as prices,
  (select count(*)::integer from pricing.price where price.variant_id = offer.variant_id and valid_from > ${now} and rate_id is null) as planned`;

export const createPriceBookRepository = (db: Kysely<Tables>): PriceBookRepository => ({
  async list({ sku, productIds, after, limit, now }) {
    const next = sql`(${after}::text is null or variant.sku > ${after}::text)`;
    const upTo = sql`order by variant.sku limit ${limit}`;
    const named = sql`(select id, sku from catalog.variant
      where ${next} and variant.sku >= ${sku ?? ""}::text and starts_with(variant.sku, ${sku ?? ""}::text) ${upTo})`;
    const ofProducts = sql`(select id, sku from catalog.variant where ${next} and product_id = any(${productIds ?? []}::uuid[]) ${upTo})`;
    const wanted = sku === null ? (productIds ? ofProducts : named) : sql`${named} union ${ofProducts}`;
    const { rows } = await sql<PricedVariant>`
      select ${priced(now)}
      from (select id, sku from (${wanted}) as found order by sku limit ${limit}) as shown
      join catalog.offer on offer.variant_id = shown.id order by shown.sku`.execute(db);
    return rows;
  },

  async find(variantId, now) {
    const { rows } = await sql<PricedVariant>`
      select ${priced(now)} from catalog.offer where offer.variant_id = ${variantId}`.execute(db);
    return rows[0] ?? null;
  },

  async timeline(variantId, limit) {
    const { rows } = await sql<{ price: Awaited<ReturnType<PriceBookRepository["timeline"]>>[number] }>`
      select ${dated} as price from pricing.price where variant_id = ${variantId}
      order by price.valid_from desc, price.currency limit ${limit}`.execute(db);
    return rows.map(({ price }) => price);
  },

  async plans(keys, now) {
    const { rows } = await sql<{ place: number } & PlannedPrice>`
      select asked.place::integer, price.id, price.amount, price.compare_at,
        nullif(price.valid_from, '-infinity') as "from", nullif(price.valid_to, 'infinity') as until
      from ${asked(keys)} join pricing.price on price.variant_id = asked."variantId" and price.currency = asked.currency
      where price.valid_to > ${now} and price.rate_id is null order by price.valid_from`.execute(db);
    return keys.map((_, index) => rows.flatMap(({ place, ...price }) => (place === index + 1 ? price : [])));
  },

  async lock(keys) {
    const ids = [...new Set(keys.map(({ variantId }) => variantId))];
    const rows = await db
      .selectFrom("catalog.variant")
      .select("id")
      .where((eb) => eb("id", "=", eb.fn.any(eb.val(ids))))
      .orderBy("id")
      .forNoKeyUpdate()
      .execute();
    return new Set(rows.map(({ id }) => id));
  },

  async findPlanned(id) {
    const row = await db
      .selectFrom("pricing.price")
      .select(["variantId", "currency"])
      .where("id", "=", id)
      .where("rateId", "is", null)
      .executeTakeFirst();
    return row ?? null;
  },

  async apply(edits) {
    await makeRoom(db, edits);
    await writePlans(db, edits);
  },
});

const asked = (keys: readonly { variantId: string; currency: string }[]) => sql`
  rows from (jsonb_to_recordset(${JSON.stringify(keys.map(({ variantId, currency }) => ({ variantId, currency })))})
    as ("variantId" uuid, currency text)) with ordinality as asked ("variantId", currency, place)`;
