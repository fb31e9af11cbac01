import {
  type DatedTaxRate,
  type PlannedTaxRate,
  type TaxBookRepository,
  type TaxKey,
  TaxOverlap,
} from "@vitrina/domain/pricing";
// oxlint-disable-next-line no-restricted-imports -- a page of rows as the wire has them, with infinite bounds, which the builder cannot say
import { type Kysely, sql } from "kysely";
import type { PricingTables } from "./pricing.tables.ts";
import { instant } from "./written-instant.ts";

const refusalOf = (error: { code?: string }): never => {
  throw error.code === "23P01" ? new TaxOverlap({ clash: null }) : error;
};

export const createTaxBookRepository = (db: Kysely<PricingTables>): TaxBookRepository => ({
  async page(after, limit) {
    const { rows } = await sql<{ version: number; rates: DatedTaxRate[] }>`
      select book.version, coalesce(json_agg(json_build_object('id', rate.id, 'country', rate.country, 'region', rate.region,
        'taxClass', rate.tax_class, 'rateBasisPoints', rate.rate_basis_points, 'included', rate.included,
        'from', ${instant(sql`rate.valid_from`)}, 'until', ${instant(sql`rate.valid_to`)})
        order by rate.country, rate.region, rate.tax_class, rate.valid_from desc) filter (where rate.id is not null), '[]') as rates
      from pricing.tax_book as book left join (
        select rate.* from pricing.tax_rate as rate
        where ${after}::uuid is null or exists (
          select from pricing.tax_rate as last where last.id = ${after}::uuid and (
            (rate.country, rate.region, rate.tax_class) > (last.country, last.region, last.tax_class)
            or (rate.country, rate.region, rate.tax_class) = (last.country, last.region, last.tax_class)
              and rate.valid_from < last.valid_from))
        order by country, region, tax_class, valid_from desc limit ${limit}
      ) as rate on true
      group by book.version`.execute(db);
    return rows[0] ?? { version: 0, rates: [] };
  },

  async lock() {
    const { version } = await db.selectFrom("pricing.taxBook").select("version").forUpdate().executeTakeFirstOrThrow();
    return version;
  },

  async find(id) {
    const { rows } =
      await sql<TaxKey>`select country, region, tax_class from pricing.tax_rate where id = ${id}`.execute(db);
    return rows[0] ?? null;
  },

  async plan({ country, region, taxClass }, now) {
    const { rows } = await sql<PlannedTaxRate>`
      select id, country, region, tax_class, rate_basis_points, included,
        nullif(valid_from, '-infinity') as "from", nullif(valid_to, 'infinity') as until
      from pricing.tax_rate
      where country = ${country} and region = ${region} and tax_class = ${taxClass} and valid_to > ${now}
      order by valid_from`.execute(db);
    return rows;
  },

  async apply({ moved, added, cancelled }) {
    await db
      .deleteFrom("pricing.taxRate")
      .where((eb) => eb("id", "=", eb.fn.any(eb.val(cancelled))))
      .execute();
    for (const { id, until } of moved)
      await sql`update pricing.tax_rate set valid_to = coalesce(${until}::timestamptz, 'infinity') where id = ${id}`.execute(
        db,
      );
    for (const { id, country, region, taxClass, rateBasisPoints, included, from, until } of added)
      await sql`
        insert into pricing.tax_rate (id, country, region, tax_class, rate_basis_points, included, valid_from, valid_to)
        values (${id}, ${country}, ${region}, ${taxClass}, ${rateBasisPoints}, ${included},
          coalesce(${from}::timestamptz, '-infinity'), coalesce(${until}::timestamptz, 'infinity'))`
        .execute(db)
        .catch(refusalOf);
    await db
      .updateTable("pricing.taxBook")
      .set((eb) => ({ version: eb("version", "+", 1) }))
      .execute();
  },
});
