// oxlint-disable-next-line no-restricted-imports -- one statement over three queues, which the builder cannot say
import { sql, type Kysely } from "kysely";
import type { ListingLag } from "@vitrina/domain/search";
import type { SearchTables } from "./search.tables.ts";

/** What waits for the next refresh; what has patience is never late. Marks are made by the database's clock, prices begin by the shop's, which `now` tells. */
export async function waiting(db: Kysely<SearchTables>, now: Date, most: number): Promise<Omit<ListingLag, "late">> {
  const { rows } = await sql<Omit<ListingLag, "late">>`
    with oldest as (
      select clock_timestamp() - marked_at as age from (select marked_at from search.dirty where not patient order by id limit 1) as marked
      union all
      select ${now}::timestamptz - at from (select at from search.due where at <= ${now} order by at limit 1) as due
      union all
      select ${now}::timestamptz - next_change_at
      from (select next_change_at from search.listing where next_change_at <= ${now} order by next_change_at limit 1) as dated
    )
    select coalesce(floor(extract(epoch from greatest(max(age), interval '0'))), 0)::int as seconds,
      (select count(distinct product_id)::int from (
        (select product_id from search.dirty where not patient order by id limit ${most})
        union all (select product_id from search.due where at <= ${now} order by at limit ${most})
        union all (select product_id from search.listing where next_change_at <= ${now} order by next_change_at limit ${most})
        limit ${most}
      ) as counted) as products
    from oldest`.execute(db);
  return rows[0] ?? { seconds: 0, products: 0 };
}
