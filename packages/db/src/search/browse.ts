// oxlint-disable-next-line no-restricted-imports -- pages are built as JSON by one statement each, which the builder cannot say
import { sql, type Kysely } from "kysely";
import { PAGE_SIZE, type FacetFilter, type FoundPage, type Loosening, type Lookup } from "@vitrina/domain/search";
import {
  ARE_FEW,
  cutBits,
  lineOf,
  listed,
  type Narrowing,
  narrowingsOf,
  numberOf,
  priceExtremes,
  scopeBits,
} from "./bits.ts";
import { facetsOf } from "./facets.ts";
import { resolve, type Resolved, type Scope } from "./resolve.ts";
import type { SearchTables } from "./search.tables.ts";
import {
  breadcrumbOf,
  cardIn,
  cursorOf,
  type Fragment,
  orderBy,
  orderOfAll,
  priceColumns,
  priceWithin,
  rowsOf,
  hereOf,
  isWithin,
} from "./search-sql.ts";

/** What a statement for a page answers; the rest of the page follows from the question. */
export interface PageAnswer extends Pick<
  FoundPage,
  "rows" | "total" | "priceBounds" | "categories" | "breadcrumb" | "facets" | "next"
> {
  /** How many fit when a filter is left out, by its number. */
  without: { number: number; total: number }[];
}

/** A page of a category (or of the whole shop) with filters and facets. Null when there is no such category. */
export async function browse(db: Kysely<SearchTables>, lookup: Lookup): Promise<FoundPage | null> {
  const resolved = await resolve(db, lookup);
  const { here } = resolved;
  if (!here) return null;
  const narrowings = narrowingsOf(lookup, resolved);
  const { rows } = await sql<{ page: PageAnswer }>`
    with matched as materialized (${scopeBits(here)}),
    ${cutBits(narrowings, lookup, here.id)},
    line as materialized (${lineOf(sql`select chunk, bits from cut where number = -1`)}),
    shown as materialized (${numbered(
      rowsOf((where, most) => fitting(here, lookup, { where, most }), lookup),
      lookup,
    )})
    select json_build_object(
      'rows', ${cardsOf(lookup)},
      'next', ${next},
      'total', coalesce((select total from size where number = -1), 0),
      'without', (select coalesce(json_agg(json_build_object('number', number, 'total', total)), '[]') from size where number >= 0),
      'priceBounds', ${priceBounds(here, narrowings, lookup)},
      'categories', ${subcategories(isWithin(lookup) ? sql`c.parent_id = ${here.id}` : sql`c.parent_id is null`)},
      'breadcrumb', ${breadcrumbOf(sql`${here.ancestorIds}::uuid[]`)},
      'facets', ${lookup.withFacets ? facetsOf(sql`${here.id}`, narrowings, resolved) : sql`'[]'::json`}
    ) as page`.execute(db);
  return pageOf(rows[0]?.page, lookup, { resolved, narrowings });
}

/** Without filters but stock, and without facets, kept counts and one walk along an index tell all. */
export const isPlain = ({ filters = [], stars, min, max, withFacets }: Lookup) =>
  filters.length === 0 && !stars && min === undefined && max === undefined && !withFacets;

/** A page of a plain list. Null when there is no such category. */
export async function browsePlainly(db: Kysely<SearchTables>, lookup: Lookup): Promise<FoundPage | null> {
  const column = lookup.inStock ? sql`in_stock` : sql`total`;
  const onlyInStock = lookup.inStock ? sql` and p.in_stock` : sql``;
  const countOf = (category: Fragment) =>
    sql`(select ${column} from search.category_count where category_id = ${category})`;
  const placed = (where: Fragment) => sql`
    select p.* from search.placement as p where p.category_id = (select id from here)${onlyInStock} and ${where}`;
  const { rows } = await sql<{ page: PageAnswer }>`
    with here as materialized (
      ${hereOf(lookup)}
    ),
    shown as materialized (${numbered(rowsOf(placed, lookup), lookup)})
    select json_build_object(
      'rows', ${cardsOf(lookup)},
      'next', ${next},
      'total', coalesce(${countOf(sql`here.id`)}, 0),
      'without', '[]'::json,
      'priceBounds', ${edges((end) => sql`${placed(sql`${priceColumns[lookup.currency]} is not null`)} ${end}`, lookup)},
      'categories', (select coalesce(json_agg(json_build_object('id', child.id, 'slug', child.slug, 'name', child.name, 'count', child.count)
          order by child.position, child.slug), '[]')
        from (select c.id, c.slug, c.name, c.position, ${countOf(sql`c.id`)} as count
          from catalog.category as c where ${isWithin(lookup) ? sql`c.parent_id = here.id` : sql`c.parent_id is null`}) as child
        where child.count > 0),
      'breadcrumb', ${breadcrumbOf(sql`here.ancestor_ids`)},
      'facets', '[]'::json
    ) as page
    from here`.execute(db);
  return pageOf(rows[0]?.page, lookup, {
    resolved: { here: null, chosen: [], words: [], meanings: [], rule: null },
    narrowings: [],
  });
}

/** The rows that fit every filter: few are listed and sorted, of many the order of the category is walked. */
export const fitting = (
  here: Scope,
  lookup: Lookup,
  { where, most }: { where: Fragment; most: number },
): Fragment => sql`
  select p.* from (
    select p.* from listed as p where ${where}
    union all
    (select p.* from search.placement as p
      where p.category_id = ${here.id} and not ${ARE_FEW} and get_bit((select bits from line), p.ordinal) = 1${priceWithin(lookup)} and ${where}
      order by ${orderBy(lookup)} limit ${most})
  ) as p`;

export const numbered = (rows: Fragment, lookup: Lookup): Fragment =>
  sql`select p.product_id, ${cursorOf(lookup)} as cursor, row_number() over (order by ${orderOfAll(lookup)}) as place from (${rows}) as p`;

export const cardsOf = ({ currency }: Lookup): Fragment => sql`(
  select coalesce(json_agg(${cardIn(currency)} order by shown.place), '[]')
  from shown join search.listing as l using (product_id) where shown.place <= ${PAGE_SIZE})`;

export const next = sql`(select cursor from shown where place = ${PAGE_SIZE} and exists (select from shown where place > ${PAGE_SIZE}))`;

/** Of so many products the prices are looked up one by one. */
const FEW_PRICED = sql`500`;
/** Of more they are read from the bit slices of all; where these are many, most extremes are met sooner within so many entries of a walk along the prices. */
const MOST_WALKED = sql`2000`;
const FEW_CHUNKS = sql`6`;

/** The lowest and the highest price of what fits every filter but that of the price. */
export function priceBounds(here: Scope, narrowings: readonly Narrowing[], lookup: Lookup): Fragment {
  const number = numberOf(narrowings, "price");
  const price = priceColumns[lookup.currency];
  const bits = sql`select chunk, bits from cut where number = ${number}::int`;
  const walk = (direction: Fragment) => sql`(
    select price from (
      select ${price} as price, p.ordinal from search.placement as p where p.category_id = ${here.id} and ${price} is not null
      and (select count(*) from (${bits}) as chunk) > ${FEW_CHUNKS}
      order by ${price} ${direction} limit ${MOST_WALKED}
    ) as entry where get_bit((select bits from line), ordinal) = 1 order by price ${direction} limit 1)`;
  return sql`(
    with line as materialized (${lineOf(bits)}),
    few as materialized (select ${price} as price from (${listed(bits)}) as p),
    extreme as materialized (
      select min(low) as low, max(high) as high from (${bits}) as whole cross join lateral (${priceExtremes(lookup.currency)}) as each
    )
    select json_build_object('min', low, 'max', high) from (
      select case when are_few then (select min(price) from few) else coalesce(${walk(sql`asc`)}, (select low from extreme)) end as low,
        case when are_few then (select max(price) from few) else coalesce(${walk(sql`desc`)}, (select high from extreme)) end as high
      from (select coalesce((select total from size where number = ${number}::int), 0) <= ${FEW_PRICED} as are_few) as amount offset 0
    ) as bounds where low is not null)`;
}

/** `offset 0` has each bound looked up once. */
function edges(placed: (end: Fragment) => Fragment, { currency }: Lookup): Fragment {
  const price = priceColumns[currency];
  const edge = (direction: Fragment) =>
    sql`(select ${price} from (${placed(sql`order by ${price} ${direction} limit 1`)}) as p)`;
  return sql`(select json_build_object('min', bounds.low, 'max', bounds.high)
    from (select ${edge(sql`asc`)} as low, ${edge(sql`desc`)} as high offset 0) as bounds where bounds.low is not null)`;
}

/** Categories (here called c) that hold something of what fits, with how much. */
const subcategories = (which: Fragment): Fragment => sql`(
  select coalesce(json_agg(json_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'count', counted.count) order by c.position, c.slug), '[]')
  from catalog.category as c
  join search.term on (term.kind, term.code, term.key) = ('category', '', c.id::text)
  cross join lateral (
    select sum(bit_count(posting.bits & cut.bits)) as count
    from search.posting join cut on cut.chunk = posting.chunk and cut.number = -1 where posting.term_id = term.id
  ) as counted
  where ${which} and counted.count > 0)`;

/** The page for the wire from what the statement answered. */
export function pageOf(
  answer: PageAnswer | undefined,
  lookup: Lookup,
  { resolved, narrowings }: { resolved: Resolved; narrowings: readonly Narrowing[] },
): FoundPage | null {
  if (!answer) return null;
  const { without, ...page } = answer;
  return {
    ...page,
    page: lookup.page,
    sort: lookup.sort,
    pages: pagesOf(page.total),
    ignored: ignored(lookup, resolved),
    loosen: page.total > 0 ? [] : loosenings(without, narrowings),
  };
}

const pagesOf = (total: number) => Math.min(400, Math.ceil(total / PAGE_SIZE));

const ignored = ({ filters = [] }: Lookup, { chosen }: Resolved): FacetFilter[] =>
  filters.flatMap(({ code, keys }) => {
    const unknown = keys.filter((key) => !chosen.some((each) => each.code === code && each.key === key));
    return unknown.length > 0 ? [{ code, keys: unknown }] : [];
  });

const loosenings = (without: PageAnswer["without"], narrowings: readonly Narrowing[]): Loosening[] =>
  without
    .filter(({ total }) => total > 0)
    .toSorted((left, right) => right.total - left.total)
    .flatMap(({ number, total }) => {
      const narrowing = narrowings[number];
      return narrowing ? [{ filter: narrowing.filter, code: narrowing.code, count: total }] : [];
    });
