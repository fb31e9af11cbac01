import type { ConversionRepository, PlannedRate, StandingPrice } from "@vitrina/domain/pricing";
import type { CatalogTables } from "@vitrina/db/catalog";
// oxlint-disable-next-line no-restricted-imports -- a slice of the queue or the catalogue is one statement, which the builder cannot say
import { type Kysely, sql } from "kysely";
import type { PricingTables } from "./pricing.tables.ts";
import { writePlans } from "./write-plans.ts";

type Tables = PricingTables & Pick<CatalogTables, "catalog.variant">;

export const createConversionRepository = (db: Kysely<Tables>): ConversionRepository => ({
  async takeDue(limit) {
    const { rows } = await sql<{ taken: number; variantIds: string[] }>`
      with taken as materialized (
        select id, variant_id from pricing.due order by id limit ${limit} for update skip locked
      ),
      held as materialized (
        select id from catalog.variant where id in (select variant_id from taken) order by id for no key update skip locked
      ),
      gone as (
        delete from pricing.due using taken where due.id = taken.id and (
          taken.variant_id in (select id from held)
          or not exists (select from catalog.variant where variant.id = taken.variant_id))
      )
      select (select count(*)::int from taken) as taken, array(select id from held) as variant_ids`.execute(db);
    return rows[0] ?? { taken: 0, variantIds: [] };
  },

  async markNext(limit) {
    const { rows } = await sql<{ marked: number }>`
      with book as materialized (
        select currency, fill_after from pricing.rate_book
        where fill_after is not null order by currency limit 1 for update skip locked
      ),
      slice as materialized (
        select variant.id from book cross join lateral (
          select id from catalog.variant where id > book.fill_after order by id limit ${limit}) as variant
      ),
      marked as (insert into pricing.due (variant_id) select id from slice),
      advanced as (
        update pricing.rate_book
        set fill_after = case when (select count(*) from slice) = ${limit} then (select id from slice order by id desc limit 1) end
        from book where rate_book.currency = book.currency
      )
      select count(*)::int as marked from slice`.execute(db);
    return rows[0]?.marked ?? 0;
  },

  async rates(now) {
    const { rows } = await sql<PlannedRate>`
      select id, currency, base, unit_cost, ending, hold_days, valid_from as "from", nullif(valid_to, 'infinity') as until
      from pricing.rate where not cancelled and valid_to > ${now} order by valid_from`.execute(db);
    return rows;
  },

  async prices(variantIds, now) {
    const { rows } = await sql<StandingPrice>`
      select id, variant_id, currency, amount, compare_at, rate_id,
        nullif(valid_from, '-infinity') as "from", nullif(valid_to, 'infinity') as until
      from pricing.price where variant_id = any(${variantIds}::uuid[]) and valid_to > ${now}`.execute(db);
    return rows;
  },

  write: (edits) => writePlans(db, edits),
});
