// oxlint-disable-next-line no-restricted-imports -- rows are compared whole, and sets of products as bit strings
import { sql, type Kysely } from "kysely";
import type { Drift } from "@vitrina/domain/search";
import { NO_BITS, CHUNK } from "./search-sql.ts";
import { REFRESH_LOCK, writeProducts } from "./refresh.ts";
import { markRenamed } from "./renamed.ts";
import type { SearchTables } from "./search.tables.ts";

/**
 * Compares the listings of up to `limit` products behind `after` with what a refresh would make of them now, and leaves
 * them as they were. Products that are marked as changed are not yet due. Inside a transaction.
 */
export async function compareListings(
  db: Kysely<SearchTables>,
  { after, limit }: { after: string; limit: number },
  now: Date,
): Promise<Pick<Drift, "checked" | "wrong"> & { last: string | null }> {
  await sql`select pg_advisory_xact_lock(${REFRESH_LOCK})`.execute(db);
  while (await markRenamed(db));
  const { rows } = await sql<{ id: string }>`
    select id from (
      select id from catalog.product where id > ${after} union select product_id from search.listing where product_id > ${after}
    ) as product order by id limit ${limit}`.execute(db);
  const ids = rows.map(({ id }) => id);
  const settled = await settledOf(db, ids);
  const stored = await printsOf(db, settled);
  await sql`savepoint compared`.execute(db);
  await writeProducts(db, settled, now);
  const right = await printsOf(db, settled);
  await sql`rollback to savepoint compared`.execute(db);
  const wrong = settled.filter((id) => stored.get(id) !== right.get(id));
  return { checked: settled.length, wrong, last: ids.at(-1) ?? null };
}

async function settledOf(db: Kysely<SearchTables>, ids: string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from unnest(${ids}::uuid[]) as product (id)
    where not exists (select from search.dirty where dirty.product_id = product.id)`.execute(db);
  return rows.map(({ id }) => id);
}

async function printsOf(db: Kysely<SearchTables>, ids: string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; print: string }>`
    select product_id as id, md5(l::text || (
      select string_agg(p::text, '' order by category_id) from search.placement as p where p.product_id = l.product_id)) as print
    from search.listing as l where product_id = any(${ids})`.execute(db);
  return new Map(rows.map(({ id, print }) => [id, print]));
}

/** Postings, counts and placements that do not follow from the listings. */
export async function countStrayPostings(db: Kysely<SearchTables>): Promise<number> {
  const { rows } = await sql<{ stray: number }>`
    with had as (
      select ordinal, unnest(terms) as term_id from search.listing
      union all
      select ordinal, term.id from search.listing cross join unnest(tsvector_to_array(document)) as stem
        join search.term on (term.kind, term.code, term.key) = ('word', '', stem)
      union all
      select ordinal, term.id from search.listing cross join unnest(tsvector_to_array(ts_filter(document, '{a,b}'))) as stem
        join search.term on (term.kind, term.code, term.key) = ('title', '', stem)
    ),
    expected as (
      select term_id, ordinal / ${CHUNK} as chunk, search.bits_of(ordinal % ${CHUNK}, 1)::bit(32000) as bits from had group by 1, 2
    )
    select (select count(*) from expected full join search.posting using (term_id, chunk)
        where coalesce(expected.bits, ${NO_BITS}) <> coalesce(posting.bits, ${NO_BITS}))
      + (select count(*) from search.category_count full join (
          select category_id, count(*) as total, count(*) filter (where in_stock) as in_stock from search.placement group by 1
        ) as counted using (category_id)
        where (coalesce(category_count.total, 0), coalesce(category_count.in_stock, 0)) <> (coalesce(counted.total, 0), coalesce(counted.in_stock, 0))) as stray`.execute(
    db,
  );
  return Number(rows[0]?.stray ?? 0);
}
