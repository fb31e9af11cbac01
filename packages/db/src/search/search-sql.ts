// oxlint-disable-next-line no-restricted-imports -- pages are built as JSON by one statement each, which the builder cannot say
import { sql, type RawBuilder } from "kysely";
import type { Currency } from "@vitrina/domain/core";
import { PAGE_SIZE, type ListingSort, type Lookup } from "@vitrina/domain/search";

export type Fragment = RawBuilder<unknown>;

/** Stands for the whole shop among the categories. */
const WHOLE_SHOP_ID = "00000000-0000-0000-0000-000000000000";
/** Written out, not a parameter: only so does a plan for all parameters use the partial index of its placements. */
export const WHOLE_SHOP = sql.lit(WHOLE_SHOP_ID);
export const isWholeShop = (id: string): boolean => id === WHOLE_SHOP_ID;

/** Whether a list keeps to a category or a collection. */
export const isWithin = ({ category, collection }: Pick<Lookup, "category" | "collection">): boolean =>
  category !== undefined || collection !== undefined;

/** Where a list looks: nowhere when the category or collection is unknown. Collections have no ancestors. */
export function hereOf({ category, collection }: Pick<Lookup, "category" | "collection">): Fragment {
  if (collection !== undefined)
    return sql`select id, '{}'::uuid[] as ancestor_ids from catalog.collection where slug = ${collection} and visible`;
  return category !== undefined
    ? sql`select id, ancestor_ids from catalog.category where slug = ${category}`
    : sql`select ${WHOLE_SHOP}::uuid as id, '{}'::uuid[] as ancestor_ids`;
}

/** Of an attribute: the second type of a code of imports, "color.s", is the same facet. */
export const facetCode = (code: Fragment): Fragment =>
  sql`case when substr(${code}, length(${code}) - 1, 1) = '.' then left(${code}, -2) else ${code} end`;

/** Products of one posting: its bit string is that long. */
export const CHUNK = sql`32000`;
/** Ends a subquery that is to be run by itself: bits are counted before they are sorted, and looked up by term, not by chunk. */
export const LOOKED_UP = sql`offset 0`;
export const NO_BITS = sql`b'0'::bit(32000)`;

/** Of a placement, here called p. */
export const priceColumns = { RUB: sql`p.price_rub`, EUR: sql`p.price_eur`, USD: sql`p.price_usd` } satisfies Record<
  Currency,
  unknown
>;

interface Order {
  /** What is compared, and which way. */
  key: (currency: Currency) => Fragment;
  descends: boolean;
}

const byPrice = (currency: Currency) => priceColumns[currency];

const orders = {
  price: { key: byPrice, descends: false },
  "price-desc": { key: byPrice, descends: true },
  newest: { key: () => sql`p.published_at`, descends: true },
  rating: { key: () => sql`p.score`, descends: true },
  relevance: { key: () => sql`p.prominence`, descends: true },
  "best-selling": { key: () => sql`p.sales`, descends: true },
} satisfies Record<ListingSort, Order>;

type Sorted = Pick<Lookup, "sort" | "currency">;

/** Of rows that all have a sort key, or all lack it: as an index has them. Ties go by id, so that pages neither repeat nor miss a product. */
export const orderBy = ({ sort, currency }: Sorted): Fragment => {
  const { key, descends } = orders[sort];
  return sql`${key(currency)} ${descends ? sql`desc` : sql`asc`}, p.product_id`;
};

/** Of both, those without a sort key last. */
export const orderOfAll = ({ sort, currency }: Sorted): Fragment =>
  sql`${orders[sort].key(currency)} is null, ${orderBy({ sort, currency })}`;

/** The cursor of a row, as a text: its sort key and its id. */
export const cursorOf = ({ sort, currency }: Sorted): Fragment => {
  const key = orders[sort].key(currency);
  const text = sort === "newest" ? sql`(extract(epoch from ${key}) * 1000000)::bigint` : key;
  return sql`coalesce(${text}::text, 'none') || '~' || p.product_id`;
};

/** Rows with a sort key, and those without one, which come after them: each an index range that begins behind the cursor. */
function ranges({ sort, currency, after }: Lookup): { keyed: Fragment; unkeyed: Fragment | null } {
  const { key, descends } = orders[sort];
  const column = key(currency);
  const mayLack = sort === "price" || sort === "price-desc";
  const [value, id] = after?.split("~") ?? [];
  if (value === undefined || id === undefined)
    return {
      keyed: mayLack ? sql`${column} is not null` : sql`true`,
      unkeyed: mayLack ? sql`${column} is null` : null,
    };
  if (value === "none") return { keyed: sql`false`, unkeyed: sql`${column} is null and p.product_id > ${id}` };
  const bound =
    sort === "newest"
      ? sql`'epoch'::timestamptz + ${value}::bigint * interval '1 microsecond'`
      : sort === "rating"
        ? sql`${value}::real`
        : sql`${value}::bigint`;
  const keyed = descends
    ? sql`${column} <= ${bound} and (${column} < ${bound} or p.product_id > ${id})`
    : sql`${column} >= ${bound} and (${column} > ${bound} or p.product_id > ${id})`;
  return { keyed, unkeyed: mayLack ? sql`${column} is null` : null };
}

/** How many rows stand before the page: none that a cursor has not left behind. */
export const offsetOf = ({ page, after }: Pick<Lookup, "page" | "after">): number =>
  after === undefined ? (page - 1) * PAGE_SIZE : 0;

/**
 * The rows of one page and the one after it, from `source` (which yields placements called p), in order: those without a
 * sort key are looked at only when the others do not fill the page.
 */
export function rowsOf(source: (where: Fragment, most: number) => Fragment, lookup: Lookup): Fragment {
  const { keyed, unkeyed } = ranges(lookup);
  const most = offsetOf(lookup) + PAGE_SIZE + 1;
  const part = (where: Fragment) => sql`(${source(where, most)} order by ${orderBy(lookup)} limit ${most})`;
  const rows = unkeyed ? sql`${part(keyed)} union all ${part(unkeyed)}` : part(keyed);
  return sql`select * from (${rows}) as p limit ${PAGE_SIZE + 1} offset ${offsetOf(lookup)}`;
}

export const priceWithin = ({ min, max, currency }: Lookup) => {
  const price = priceColumns[currency];
  const from = min === undefined ? sql`` : sql` and ${price} >= ${min}`;
  return max === undefined ? from : sql`${from} and ${price} <= ${max}`;
};

export const hasPriceFilter = ({ min, max }: Pick<Lookup, "min" | "max">) => min !== undefined || max !== undefined;

/** A ListingRow of a listing, here called l. */
export const cardIn = (currency: Currency) =>
  sql`l.card || jsonb_build_object('currency', ${currency}::text, 'price', l.prices -> ${currency}::text)`;

/** Links from the root to the category whose ancestors are given. */
export const breadcrumbOf = (ancestorIds: Fragment) => sql`(
  select coalesce(json_agg(json_build_object('id', c.id, 'slug', c.slug, 'name', c.name) order by way.step), '[]')
  from unnest(${ancestorIds}) with ordinality as way (id, step) join catalog.category as c on c.id = way.id)`;
