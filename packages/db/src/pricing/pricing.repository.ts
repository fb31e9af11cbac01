import { PeriodOverlap, type Price, type PriceRepository } from "@vitrina/domain/pricing";
// oxlint-disable-next-line no-restricted-imports -- the builder has no jsonb_to_recordset, by which a whole import is one statement
import { type Kysely, sql } from "kysely";
import type { PricingTables } from "./pricing.tables.ts";
import { makeRoom } from "./write-plans.ts";

const EXCLUSION_VIOLATION = "23P01";

/** The ListReason of a row of pricing.price_of, here called price. */
const listOf = sql`case when price.list_id is not null then json_build_object(
  'name', price.list_name, 'minQuantity', price.min_quantity, 'forGroup', price.for_group) end`;

export const createPriceRepository = (db: Kysely<PricingTables>): PriceRepository => ({
  async findMany(variantIds, currency, { at, personId, country, quantity }) {
    const { rows } = await sql<Price & { variantId: string }>`
      select asked.variant_id, price.amount, price.compare_at, ${currency}::text as currency, ${listOf} as list
      from unnest(${variantIds}::uuid[]) as asked (variant_id)
      cross join lateral pricing.price_of(asked.variant_id, ${quantity}::integer, ${currency}::text,
        coalesce(${country}::text, pricing.home_country(${currency}::text)), ${personId}::uuid, ${at}::timestamptz) as price`.execute(
      db,
    );
    return new Map(rows.map(({ variantId, ...price }) => [variantId, price]));
  },

  findBases: (variantIds, at) =>
    db
      .selectFrom("pricing.price")
      .select(["variantId", "currency", "amount", "compareAt"])
      .where((eb) => eb("variantId", "=", eb.fn.any(eb.val(variantIds))))
      .where("validFrom", "<=", at)
      .where("validTo", ">", at)
      .where("rateId", "is", null)
      .execute(),

  taxRates: (country, at) =>
    db
      .selectFrom("pricing.countryTax")
      .select(["country", "region", "taxClass", "rateBasisPoints", "included"])
      .where("country", "=", country)
      .where("validFrom", "<=", at)
      .where("validTo", ">", at)
      .execute(),

  async add({ variantId, currency, amount, compareAt }, { from, to }) {
    await sql`
      insert into pricing.price (id, variant_id, currency, amount, compare_at, valid_from, valid_to)
      values (
        gen_random_uuid(), ${variantId}, ${currency}, ${amount}, ${compareAt},
        coalesce(${from}::timestamptz, '-infinity'), coalesce(${to}::timestamptz, 'infinity')
      )
    `
      .execute(db)
      .catch((error: { code?: string }) => {
        throw error.code === EXCLUSION_VIOLATION ? new PeriodOverlap({ variantId, clash: null }) : error;
      });
  },

  async setMany(prices, at) {
    const asked = sql`
      jsonb_to_recordset(${JSON.stringify(prices)}) as asked ("variantId" uuid, currency text, amount bigint, "compareAt" bigint)
    `;
    const ids = prices.map(({ variantId }) => variantId);
    await sql`select from catalog.variant where id = any(${ids}::uuid[]) order by id for no key update`.execute(db);
    // What began at this very instant never held, so it goes; what began before ends now.
    await sql`
      with changed as (
        select price.id, price.valid_from from pricing.price
        join ${asked} on price.variant_id = asked."variantId" and price.currency = asked.currency
        where price.valid_from <= ${at} and ${at} < price.valid_to and price.rate_id is null
          and (price.amount, price.compare_at) is distinct from (asked.amount, asked."compareAt")
      ), gone as (
        delete from pricing.price using changed where price.id = changed.id and changed.valid_from = ${at}
      )
      update pricing.price set valid_to = ${at} from changed where price.id = changed.id and changed.valid_from < ${at}
    `.execute(db);
    await makeRoom(
      db,
      prices.map((price) => ({ ...price, moved: [], added: [{ from: at, until: null }] })),
    );
    await sql`
      insert into pricing.price (id, variant_id, currency, amount, compare_at, valid_from, valid_to)
      select gen_random_uuid(), "variantId", asked.currency, asked.amount, "compareAt",
        case when known.earliest is null or known.earliest > ${at} then '-infinity' else ${at}::timestamptz end,
        coalesce(known.next, 'infinity')
      from ${asked}
      cross join lateral (
        select min(valid_from) as earliest, min(valid_from) filter (where valid_from > ${at} and rate_id is null) as next,
          bool_or(valid_from <= ${at} and ${at} < valid_to and rate_id is null) as holds
        from pricing.price where price.variant_id = asked."variantId" and price.currency = asked.currency
      ) as known
      where known.holds is not true
    `.execute(db);
  },

  async addTaxRates(rates) {
    await sql`
      insert into pricing.tax_rate (id, country, tax_class, rate_basis_points, included)
      select gen_random_uuid(), country, "taxClass", "rateBasisPoints", included
      from jsonb_to_recordset(${JSON.stringify(rates)})
        as asked (country text, "taxClass" text, "rateBasisPoints" integer, included boolean)
      where not exists (
        select from pricing.tax_rate as known
        where known.country = asked.country and known.region = '' and known.tax_class = asked."taxClass")
    `.execute(db);
  },
});
