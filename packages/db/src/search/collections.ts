// oxlint-disable-next-line no-restricted-imports -- rules are asked of whole slices of the catalogue by one statement, which the builder cannot say
import { sql, type Kysely } from "kysely";
import type { CollectionContents, CollectionMember, CountedCollection, RuleTerm } from "@vitrina/domain/catalog";
import { REFRESH_LOCK } from "./refresh.ts";
import { beginnings } from "@vitrina/db/catalog";
import type { SearchTables } from "./search.tables.ts";
import { WHOLE_SHOP } from "./search-sql.ts";

/** Products that a preview looks at; of more it counts a part and says how many that makes. */
const MOST_LOOKED_AT = 20_000;
/** Listings that wait to be made anew while a filling goes on: so those who change a product now wait for no more. */
const MOST_WAITING = 1000;

/** Of a collection, here called c. */
const columns = sql`c.id, c.slug, c.name, c.description, c.rule, c.visible, c.version,
  case when c.rule is null
    then (select count(*)::int from catalog.collection_pick as pick join search.listing using (product_id) where pick.collection_id = c.id)
    else coalesce((select total from search.category_count where category_id = c.id), 0) end as products,
  exists (select from search.collection_fill where collection_id = c.id) as filling`;

export const createCollectionContents = (db: Kysely<SearchTables>): CollectionContents => ({
  async list({ q = "", after, limit }) {
    const asked = beginnings(q);
    const { rows } = await sql<CountedCollection>`
      select ${columns} from catalog.collection as c where ${after === null ? sql`true` : sql`c.slug > ${after}`}
        ${asked === "" ? sql`` : sql`and to_tsvector('simple', catalog.words(concat_ws(' ', c.name ->> 'ru', c.name ->> 'en'))) @@ to_tsquery('simple', ${asked})`}
      order by c.slug limit ${limit}`.execute(db);
    return rows;
  },

  async find(id) {
    const { rows } = await sql<CountedCollection>`
      select ${columns} from catalog.collection as c where c.id = ${id}`.execute(db);
    return rows[0] ?? null;
  },

  async members(id, { after, limit }) {
    const beyond = after === null ? sql`` : sql` and product_id > ${after}::uuid`;
    const { rows } = await sql<CollectionMember>`
      select product.id as product_id, product.slug, product.name, exists (select from search.listing where listing.product_id = product.id) as published
      from (
        (select product_id from search.placement where category_id = ${id}${beyond}
          and exists (select from catalog.collection where id = ${id} and rule is not null) order by product_id limit ${limit})
        union all (select product_id from catalog.collection_pick where collection_id = ${id}${beyond} order by product_id limit ${limit})
      ) as member join catalog.product on product.id = member.product_id
      order by product.id limit ${limit}`.execute(db);
    return rows;
  },

  async countMatching(terms) {
    const { rows } = await sql<{ seen: number; fitting: number; all: number }>`
      with asked as materialized (
        select branch, condition, needed, catalog.rule_term(kind, key, value) as term,
          case when kind in ('number', 'price') then numrange(min, max, '[]') end as span
        from jsonb_to_recordset(${JSON.stringify(terms)}::jsonb) as row (branch int, condition int, needed int, kind text, key text,
          value text, min numeric, max numeric)
      ),
      candidate as materialized (${candidatesFor(terms)}),
      looked_at as (select l.* from (select product_id from candidate limit ${MOST_LOOKED_AT}) as part join search.listing as l using (product_id))
      select count(*) as seen, (select count(*) from candidate) as all, count(*) filter (where exists (
        select from search.rule_facts(l.product_id, l.category_ids, l.prices) as fact
          join asked on asked.term = fact.term and (asked.span is null or asked.span @> fact.number)
        group by asked.branch having count(distinct asked.condition) = min(asked.needed))) as fitting
      from looked_at as l`.execute(db);
    const { seen, fitting, all } = rows[0] ?? { seen: 0, fitting: 0, all: 0 };
    return all > seen && seen > 0
      ? { products: Math.round((fitting / seen) * all), exact: false }
      : { products: fitting, exact: true };
  },
});

/** Those published products of which a rule can hold at all: by categories, else by brands, else every one. */
function candidatesFor(terms: readonly RuleTerm[]) {
  const branches = [...Map.groupBy(terms, ({ branch }) => branch).values()];
  const narrowing = branches.map((branch) => {
    const by = branch.find(({ kind }) => kind === "category") ?? branch.find(({ kind }) => kind === "brand");
    return branch.filter(({ condition, kind }) => condition === by?.condition && kind === by.kind);
  });
  if (narrowing.some((branch) => branch.length === 0))
    return sql`select product_id from search.placement where category_id = ${WHOLE_SHOP}`;
  const keysOf = (wanted: RuleTerm["kind"]) =>
    narrowing.flat().flatMap(({ kind, key }) => (kind === wanted ? [key] : []));
  return sql`
    select product_id from search.placement where category_id = any(${keysOf("category")}::uuid[])
    union select id from catalog.product
      where lower(brand) in (select lower(name) from unnest(${keysOf("brand")}::text[]) as name) and brand is not null`;
}

/**
 * Asks the new rule of one collection of the next `limit` products, and marks those that come or go. Waits while many
 * marked ones do, and asks the last ones again until they have come. Inside a transaction; returns how many it asked.
 */
export async function fillCollections(db: Kysely<SearchTables>, limit: number): Promise<number> {
  // No refresh is under way that read the former rule.
  await sql`select pg_advisory_xact_lock(${REFRESH_LOCK})`.execute(db);
  const { rows } = await sql<{ asked: number }>`
    with due as materialized (
      select collection_id, after from search.collection_fill
      where (select count(*) from (select from search.dirty where not patient limit ${MOST_WAITING}) as waiting) < ${MOST_WAITING}
      order by collection_id limit 1
    ),
    slice as materialized (
      select l.product_id, l.category_ids, l.prices, due.collection_id
      from due cross join lateral (
        select * from search.listing where product_id > due.after order by product_id limit ${limit}) as l
    ),
    marked as (
      insert into search.dirty (product_id)
      select product_id from slice
      where category_ids @> array[collection_id]
        <> (collection_id in (select search.ruled_collections(product_id, category_ids, prices))
          or exists (select from catalog.collection_pick as pick where pick.collection_id = slice.collection_id and pick.product_id = slice.product_id))
      returning product_id
    ),
    advanced as (
      update search.collection_fill as fill set after = (select product_id from slice order by product_id desc limit 1)
      from due where fill.collection_id = due.collection_id and (select count(*) from slice) = ${limit}
    ),
    finished as (
      delete from search.collection_fill as fill using due
      where fill.collection_id = due.collection_id and (select count(*) from slice) < ${limit} and not exists (select from marked)
    )
    select count(*)::int as asked from slice`.execute(db);
  return rows[0]?.asked ?? 0;
}
