// oxlint-disable-next-line no-restricted-imports -- pages are built as JSON by one statement each, which the builder cannot say
import { sql, type Kysely } from "kysely";
import { PAGE_SIZE, type FoundPage, type TextLookup } from "@vitrina/domain/search";
import { here, pagesOf } from "./browse.ts";
import type { SearchTables } from "./search.tables.ts";
import { breadcrumbOf, cardIn, onlyInStock, orderBy, priceColumns, priceWithin, WHOLE_SHOP } from "./search-sql.ts";

const BEST_CATEGORIES = 12;
/** Of a very common word only so many hits are ranked by their text; the rest follows in its default order. */
const MOST_RANKED = sql`1000`;
const EXACT_CODE = sql`1000`;
const ALL_WORDS = sql`100`;
const PRODUCTS = sql`(select total::float8 from search.category_count where category_id = ${WHOLE_SHOP})`;
/** Of details (D), descriptions (C), kinds (B) and titles (A). */
const WEIGHTS = sql`'{0.1, 0.3, 0.8, 1}'`;
/** A flag of ts_rank_cd: divides by 1 + the logarithm of the length. */
const LONG_TEXTS_COUNT_LESS = sql`1`;

/** A page of hits: exact codes first, then by weighted rank. One statement. */
export async function searchText(
  db: Kysely<SearchTables>,
  lookup: TextLookup,
): Promise<(FoundPage & { matched: number }) | null> {
  const order = lookup.sort === "relevance" ? sql`p.rank desc, p.prominence desc, p.product_id` : orderBy(lookup);
  const { rows } = await sql<{ page: FoundPage & { matched: number } }>`
    with here as materialized (${here(lookup)}),
    hit as materialized (${hits(lookup)}),
    p as not materialized (select * from hit as p where true${onlyInStock(lookup)}${priceWithin(lookup)}),
    shown as (
      select p.product_id, row_number() over (order by ${order}) as place
      from p order by ${order} limit ${PAGE_SIZE} offset ${(lookup.page - 1) * PAGE_SIZE}
    )
    select json_build_object(
      'rows', (select coalesce(json_agg(${cardIn(lookup.currency)} order by shown.place), '[]')
        from shown join search.listing as l using (product_id)),
      'matched', (select count(*) from hit),
      'total', (select count(*) from p),
      'page', ${lookup.page}::int,
      'sort', ${lookup.sort}::text,
      'priceBounds', (select json_build_object('min', min(${priceColumns[lookup.currency]}), 'max', max(${priceColumns[lookup.currency]}))
        from hit as p where true${onlyInStock(lookup)} having min(${priceColumns[lookup.currency]}) is not null),
      'categories', ${categoriesOfHits(lookup)},
      'breadcrumb', ${breadcrumbOf(sql`here.ancestor_ids`)}
    ) as page
    from here`.execute(db);
  const page = rows[0]?.page;
  return page ? { ...page, pages: pagesOf(page.total) } : null;
}

function hits({ words, match, code, category, currency }: TextLookup) {
  const every = words.join(" & ");
  const near = match === "some" ? telling(words) : [];
  const text = { every, prefix: every && `${every}:*`, some: near.join(" | ") }[match];
  return sql`
    select product_id, category_ids, in_stock, prominence, published_at, score, price as ${priceNames[currency]},
      case when exact then ${EXACT_CODE} else 0 end + case when complete then ${ALL_WORDS} else 0 end + rarity
        + case when place <= ${MOST_RANKED} then (
            select ts_rank_cd(${WEIGHTS}, l.document, query, ${LONG_TEXTS_COUNT_LESS})
            from search.listing as l where l.product_id = found.product_id
          ) else 0 end as rank
    from (
      select l.product_id, l.category_ids, l.in_stock, l.prominence, l.published_at, l.score, query,
        (l.prices -> ${currency}::text ->> 'amount')::bigint as price, l.codes @> array[${code}::text] as exact,
        ${match === "some" ? sql`l.document @@ complete` : sql`true`} as complete,
        ${near.length > 0 ? rarityOf(near.length) : sql`0`} as rarity,
        row_number() over (order by l.prominence desc, l.product_id) as place
      from search.listing as l, to_tsquery('search.shop', ${text}) as query, to_tsquery('search.shop', ${every}) as complete
        ${sql.join(
          near.map((word, index) => sql`, to_tsquery('search.shop', ${word}) as ${wordNames[index]}`),
          sql``,
        )}
      where (l.document @@ query or l.codes @> array[${code}::text])
        ${category ? sql`and l.category_ids @> array[(select id from here)]` : sql``}
    ) as found`;
}

/** Inverse document frequency: of two words, the one that fewer hits have says more. */
function rarityOf(words: number) {
  const terms = wordNames.slice(0, words).map(
    (word) => sql`case when l.document @@ ${word}
      then ln(1 + ${PRODUCTS} / (1 + count(*) filter (where l.document @@ ${word}) over ())) else 0 end`,
  );
  return sql.join(terms, sql` + `);
}

/** Single letters and numbers say too little to stand for the rest. */
function telling(words: string[]): string[] {
  const long = words.filter((word) => word.length > 1 && !/^\d+$/.test(word));
  return long.length > 0 ? long : words;
}

/** As many as a query may have words. */
const wordNames = [
  sql`w1`,
  sql`w2`,
  sql`w3`,
  sql`w4`,
  sql`w5`,
  sql`w6`,
  sql`w7`,
  sql`w8`,
  sql`w9`,
  sql`w10`,
  sql`w11`,
  sql`w12`,
];

const priceNames = { RUB: sql`price_rub`, EUR: sql`price_eur`, USD: sql`price_usd` };

/** Below a chosen category its children, else the categories that hold most of the hits. */
function categoriesOfHits({ category }: TextLookup) {
  return sql`(
    select coalesce(json_agg(json_build_object('id', best.id, 'slug', best.slug, 'name', best.name, 'count', best.count)
      order by best.count desc, best.slug), '[]')
    from (
      select c.id, c.slug, c.name, counted.count
      from (
        select place.id, sum(alike.count) as count
        from (select category_ids, count(*) as count from p group by category_ids) as alike
        cross join unnest(alike.category_ids) as place (id) group by place.id
      ) as counted
      join catalog.category as c on c.id = counted.id
      where ${category ? sql`c.parent_id = (select id from here)` : sql`not exists (select from catalog.category as deeper where deeper.parent_id = c.id)`}
      order by counted.count desc, c.slug limit ${BEST_CATEGORIES}
    ) as best)`;
}
