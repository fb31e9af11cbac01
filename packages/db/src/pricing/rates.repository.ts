import {
  type PlannedRate,
  type RateBook,
  RateOverlap,
  type RatePreview,
  type RatesRepository,
} from "@vitrina/domain/pricing";
import { NotFound } from "@vitrina/domain/core";
import type { CatalogTables } from "@vitrina/db/catalog";
// oxlint-disable-next-line no-restricted-imports -- books with their rates are one statement of JSON, which the builder cannot say
import { type Kysely, sql } from "kysely";
import type { PricingTables } from "./pricing.tables.ts";
import { instant } from "./written-instant.ts";

type Tables = PricingTables & Pick<CatalogTables, "catalog.variant">;

/** Variants among which examples are looked for, so that a million with prices of their own keep nobody waiting. */
const MOST_LOOKED_AT = 20_000;

const refusalOf = (error: { code?: string }): never => {
  throw error.code === "23P01" ? new RateOverlap({ clash: null }) : error;
};

export const createRatesRepository = (db: Kysely<Tables>): RatesRepository => ({
  async books(now, ended) {
    const { rows } = await sql<Omit<RateBook, "stale">>`
      select book.currency, book.version, book.fill_after is not null as filling,
        (select count(*)::integer from pricing.price where price.currency = book.currency and rate_id is not null
          and valid_from <= ${now} and ${now} < valid_to) as converted,
        (select coalesce(json_agg(json_build_object('id', rate.id, 'currency', rate.currency, 'base', rate.base,
            'unitCost', rate.unit_cost, 'ending', rate.ending, 'holdDays', rate.hold_days,
            'from', ${instant(sql`rate.valid_from`)}, 'until', ${instant(sql`rate.valid_to`)}) order by rate.valid_from desc), '[]')
          from (
            (select * from pricing.rate where currency = book.currency and not cancelled and valid_to > ${now})
            union all
            (select * from pricing.rate where currency = book.currency and not cancelled and valid_to <= ${now}
              order by valid_from desc limit ${ended})
          ) as rate) as rates
      from pricing.rate_book as book order by book.currency`.execute(db);
    return rows;
  },

  async examples({ base, currency }, now, limit) {
    const { rows } = await sql<Omit<RatePreview, "converted">>`
      select variant.id as variant_id, variant.sku, price.amount, price.compare_at
      from (select id, sku from catalog.variant where archived_at is null order by sku limit ${MOST_LOOKED_AT}) as variant
      join pricing.price on price.variant_id = variant.id and price.currency = ${base}
        and price.valid_from <= ${now} and ${now} < price.valid_to and price.rate_id is null
      where not exists (
        select from pricing.price as own where own.variant_id = variant.id and own.currency = ${currency}
          and own.valid_from <= ${now} and ${now} < own.valid_to and own.rate_id is null)
      order by variant.sku limit ${limit}`.execute(db);
    return rows;
  },

  async lock(currency) {
    const book = await db
      .selectFrom("pricing.rateBook")
      .select("version")
      .where("currency", "=", currency)
      .forNoKeyUpdate()
      .executeTakeFirst();
    if (!book) throw new NotFound({ what: "rates" });
    return book.version;
  },

  async plan(currency, now) {
    const { rows } = await sql<PlannedRate>`
      select id, currency, base, unit_cost, ending, hold_days, valid_from as "from", nullif(valid_to, 'infinity') as until
      from pricing.rate where currency = ${currency} and not cancelled and valid_to > ${now} order by valid_from`.execute(
      db,
    );
    return rows;
  },

  async apply(currency, { moved, added, cancelled }) {
    await db
      .updateTable("pricing.rate")
      .set({ cancelled: true })
      .where((eb) => eb("id", "=", eb.fn.any(eb.val(cancelled))))
      .execute();
    for (const { id, until } of moved)
      await sql`update pricing.rate set valid_to = coalesce(${until}::timestamptz, 'infinity') where id = ${id}`.execute(
        db,
      );
    for (const { id, base, unitCost, ending, holdDays, from, until } of added)
      await sql`
        insert into pricing.rate (id, currency, base, unit_cost, ending, hold_days, valid_from, valid_to)
        values (${id}, ${currency}, ${base}, ${unitCost}, ${ending}, ${holdDays}, ${from}, coalesce(${until}::timestamptz, 'infinity'))`
        .execute(db)
        .catch(refusalOf);
    await sql`
      update pricing.rate_book set version = version + 1, fill_after = '00000000-0000-0000-0000-000000000000'
      where currency = ${currency}`.execute(db);
  },
});
