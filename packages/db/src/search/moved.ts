// oxlint-disable-next-line no-restricted-imports -- one set-based statement over several rooms, which the builder cannot say
import { sql, type Kysely } from "kysely";
import type { SearchTables } from "./search.tables.ts";
import { CHUNK } from "./search-sql.ts";

/**
 * Puts all that lies in categories which were moved into the lists of the tree as it is now, by one statement for any number
 * of products; the rest of their listings, such as words, follows in turn. Call it under the lock of the refresh.
 */
export async function placeMoved(db: Kysely<SearchTables>): Promise<void> {
  const { rows } = await sql<{ id: string }>`delete from search.moved returning category_id as id`.execute(db);
  if (rows.length === 0) return;
  await sql`
    with lying as materialized (
      select product_id from catalog.product_category where category_id = any(${rows.map(({ id }) => id)})
      union select id from catalog.product where primary_category_id = any(${rows.map(({ id }) => id)})
    ),
    assigned as (
      select product_id, category_id from lying join catalog.product_category using (product_id)
      union select product_id, primary_category_id from lying join catalog.product on product.id = product_id
    ),
    classified as (
      select product_id, array_agg(distinct ancestor) as ids
      from assigned join catalog.category on category.id = category_id cross join unnest(ancestor_ids) as ancestor group by 1
    ),
    fresh as materialized (
      select product_id, ordinal, category_ids as former,
        ids || array(select id from unnest(category_ids) as id where id not in (select category.id from catalog.category)) as present
      from classified join search.listing using (product_id)
    ),
    differing as materialized (
      select product_id, ordinal, id as category_id, gained from fresh cross join lateral (
        select id, true as gained from unnest(present) as id where id <> all(former)
        union all select id, false from unnest(former) as id where id <> all(present)) as each
    ),
    invented as (
      insert into search.term (kind, code, key, label)
      select distinct 'category', '', category_id::text, '{}'::jsonb from differing
      where not exists (select from search.term where (kind, code, key) = ('category', '', category_id::text))
      returning id, key
    ),
    named as materialized (
      select id, key::uuid as category_id from invented
      union all
      select term.id, category_id from (select distinct category_id from differing) as each
      join search.term on (kind, code, key) = ('category', '', category_id::text)
    ),
    told as (
      update search.listing as l set
        category_ids = fresh.present,
        terms = array(select term from unnest(l.terms) as term where term <> all(turned.lost) union select unnest(turned.found) order by 1)
      from fresh join (
        select product_id, array_remove(array_agg(case when gained then id end), null) as found,
          array_remove(array_agg(case when not gained then id end), null) as lost
        from differing join named using (category_id) group by 1
      ) as turned using (product_id)
      where l.product_id = fresh.product_id
    ),
    left_behind as (
      delete from search.placement as p using differing
      where not gained and p.product_id = differing.product_id and p.category_id = differing.category_id
    ),
    come_in as (
      insert into search.placement (category_id, product_id, ordinal, price_rub, price_eur, price_usd, in_stock, prominence, published_at, score, sales)
      select category_id, product_id, l.ordinal, (prices -> 'RUB' ->> 'amount')::bigint, (prices -> 'EUR' ->> 'amount')::bigint,
        (prices -> 'USD' ->> 'amount')::bigint, in_stock, prominence, published_at, score, sales
      from differing join search.listing as l using (product_id) where gained
    ),
    due as (
      insert into search.menu_due as m (category_id) select distinct category_id from differing
      on conflict (category_id) do update set due = true where not m.due
    )
    insert into search.posting (term_id, chunk, bits)
    select id, ordinal / ${CHUNK}, search.bits_of(ordinal % ${CHUNK}, 1) from differing join named using (category_id) group by 1, 2
    on conflict (term_id, chunk) do update set bits = posting.bits # excluded.bits`.execute(db);
}
