// oxlint-disable-next-line no-restricted-imports -- set-based upserts over a text search, which the builder cannot say
import { sql, type Kysely } from "kysely";
import type { QueryLogRepository } from "@vitrina/domain/search";
import type { SearchTables } from "./search.tables.ts";

/** A query of fewer days may be one person's. */
const DAYS = 3;
const MOST_POPULAR = 1_000;

export const createQueryLogRepository = (db: Kysely<SearchTables>): QueryLogRepository => ({
  async record(day, counts) {
    await sql`
      insert into search.query_log as l (day, query, asked, found)
      select ${day}::date, query, asked, found
      from unnest(${counts.map(({ query }) => query)}::text[], ${counts.map(({ asked }) => asked)}::int[], ${counts.map(({ found }) => found)}::int[])
        as counted (query, asked, found)
      order by query
      on conflict (day, query) do update set asked = l.asked + excluded.asked, found = excluded.found`.execute(db);
  },

  async digest(since) {
    await sql`
      with asked as materialized (
        select query, sum(asked) as asked, (array_agg(found order by day desc))[1] as found
        from search.query_log where day >= ${since}::date
        group by query having count(*) >= ${DAYS}
        order by sum(asked) desc, query limit ${MOST_POPULAR}
      ),
      popular as materialized (
        select query, asked from asked where found > 0
          and exists (select from search.listing where document @@ plainto_tsquery('search.shop', query))
      ),
      gone as (delete from search.popular_query where query not in (select query from popular))
      insert into search.popular_query (query, asked) select query, asked from popular
      on conflict (query) do update set asked = excluded.asked`.execute(db);
  },

  async forget(before) {
    await sql`delete from search.query_log where day < ${before}::date`.execute(db);
  },
});
