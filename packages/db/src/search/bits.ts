// oxlint-disable-next-line no-restricted-imports -- sets of products are joined and cut as bit strings, which the builder cannot say
import { sql } from "kysely";
import type { Currency } from "@vitrina/domain/core";
import type { Loosening, Lookup } from "@vitrina/domain/search";
import type { Resolved, Scope, SoughtWord } from "./resolve.ts";
import { CHUNK, type Fragment, hasPriceFilter, isWholeShop, NO_BITS, WHOLE_SHOP } from "./search-sql.ts";

const IN_STOCK = -1;
/** Where the fixed terms of a currency's prices begin: slice b is this less b, "priced at all" is 49 below. */
const PRICES = { RUB: sql`-100`, EUR: sql`-150`, USD: sql`-200` } satisfies Record<Currency, Fragment>;
const PRICED = sql`49`;
const SLICES = sql`39`;

/**
 * Up to so many products are listed one by one and sorted; of more, the index of the order is walked until the page is
 * full, which takes the fewer steps the more of the category fits.
 */
const MOST_LISTED = sql`5000`;
const FEWEST_LISTED = sql`200`;
const SHARE_LISTED = sql`50`;

/** A filter that somebody set; products must have one of the terms (of a price: be in its range, and have none of them). */
export interface Narrowing extends Pick<Loosening, "filter" | "code"> {
  termIds: number[];
}

/** Every filter of the lookup; a facet none of whose values is known narrows nothing. */
export function narrowingsOf(lookup: Lookup, { chosen }: Resolved): Narrowing[] {
  const facets = Map.groupBy(chosen, ({ code }) => code);
  return [
    ...[...facets].map(([code, values]) => ({ filter: "facet" as const, code, termIds: values.map(({ id }) => id) })),
    ...(lookup.inStock ? [{ filter: "stock" as const, code: null, termIds: [IN_STOCK] }] : []),
    ...(lookup.stars ? [{ filter: "stars" as const, code: null, termIds: [IN_STOCK - lookup.stars] }] : []),
    ...(hasPriceFilter(lookup) ? [{ filter: "price" as const, code: null, termIds: [] }] : []),
  ];
}

/** Which of the narrowings is of this kind, or -1, under which `cut` holds what fits them all. */
export const numberOf = (narrowings: readonly Narrowing[], filter: Narrowing["filter"]): number =>
  narrowings.findIndex((each) => each.filter === filter);

/** How many words were typed, of those that are looked for. */
export const typedWords = (words: readonly SoughtWord[]): number => new Set(words.map(({ number }) => number)).size;

/**
 * CTE `said` (number, chunk, bits): where each word, or one that stands for it, occurs; and `told`: where in a name or a
 * kind. A phrase that stands for a word counts where all its parts do.
 */
export function wordBits(words: readonly SoughtWord[]): Fragment {
  const bits = (ids: (word: SoughtWord) => number[], fields: string) => {
    const parts = partBits(words, ids, fields);
    return words.some(({ way }) => way > 0) ? anyWay(words, parts) : asTyped(words, parts);
  };
  return sql`
    said as materialized (${bits(({ wordIds }) => wordIds, "")}),
    told as materialized (${bits(({ titleIds }) => titleIds, "AB")})`;
}

/** Rows (place, chunk, bits), several of a chunk: where each of the words occurs; `place` is its index. */
function partBits(words: readonly SoughtWord[], ids: (word: SoughtWord) => number[], fields: string): Fragment {
  const frequent = words.flatMap((word, place) => ids(word).map((id) => ({ place, id })));
  const rare = words.flatMap(({ rare: query }, place) =>
    query === null ? [] : { place, query: fielded(query, fields) },
  );
  return sql`
    select word.place, posting.chunk, posting.bits
    from unnest(${frequent.map(({ place }) => place)}::int[], ${frequent.map(({ id }) => id)}::int[]) as word (place, id)
    join search.posting on posting.term_id = word.id
    union all
    select word.place, l.ordinal / ${CHUNK}, search.bits_of(l.ordinal % ${CHUNK}, 1)::bit(32000)
    from unnest(${rare.map(({ place }) => place)}::int[], ${rare.map(({ query }) => query)}::text[]) as word (place, query)
    join search.listing as l on l.document @@ word.query::tsquery
    group by 1, 2`;
}

/** Nothing stands for anything else. */
const asTyped = (words: readonly SoughtWord[], parts: Fragment): Fragment =>
  sql`select (${words.map(({ number }) => number)}::int[])[place + 1] as number, chunk, bit_or(bits) as bits from (${parts}) as found group by 1, 2`;

const anyWay = (words: readonly SoughtWord[], parts: Fragment): Fragment => sql`
  select number, chunk, bit_or(bits) as bits from (
    select word.number, word.way, part.chunk, bit_and(part.bits) as bits
    from (select place, chunk, bit_or(bits) as bits from (${parts}) as found group by 1, 2) as part
    join unnest(${words.map((_, place) => place)}::int[], ${words.map(({ number }) => number)}::int[], ${words.map(({ way }) => way)}::int[], ${words.map((word) => word.parts)}::int[])
      as word (place, number, way, parts) using (place)
    group by 1, 2, 3 having count(*) = max(word.parts)
  ) as way group by 1, 2`;

const fielded = (query: string, fields: string) =>
  fields === "" ? query : query.replaceAll(":*", `:*${fields}`).replaceAll(/'(?= \||$)/g, `':${fields}`);

/** What has every one, or any, of the `words` of a CTE such as `said`: rows (chunk, bits). */
export const matching = (said: Fragment, words: number, every: boolean): Fragment =>
  every
    ? sql`select chunk, bit_and(bits) as bits from ${said} group by chunk having count(*) = ${words}`
    : sql`select chunk, bit_or(bits) as bits from ${said} group by chunk`;

export const scopeBits = ({ termId, id }: Scope): Fragment =>
  isWholeShop(id)
    ? sql`select posting.chunk, posting.bits from search.posting join search.term on term.id = posting.term_id
        where (term.kind, term.code, term.key) = ('category', '', ${WHOLE_SHOP})`
    : sql`select chunk, bits from search.posting where term_id = ${termId}`;

/**
 * CTEs over `matched` (chunk, bits). `cut` (number, chunk, bits): number -1 holds what fits every filter, number i what fits
 * all but filter i, so that a facet's own choice can be left out of its counts. `size`: how many fit.
 * `listed`: the placements of what fits, if they are few for the category `here`.
 */
export function cutBits(narrowings: readonly Narrowing[], lookup: Lookup, here: string): Fragment {
  const pairs = narrowings.flatMap(({ termIds }, number) => termIds.map((id) => ({ number, id })));
  const price = numberOf(narrowings, "price");
  return sql`
    narrowed as materialized (
      select number, chunk, bit_or(bits) as bits
      from unnest(${pairs.map(({ number }) => number)}::int[], ${pairs.map(({ id }) => id)}::int[]) as chosen (number, id)
      join search.posting on posting.term_id = chosen.id
      group by 1, 2
      ${price < 0 ? sql`` : sql`union all select ${price}::int, chunk, bits from (${priceBits(lookup)}) as priced`}
    ),
    cut as materialized (
      select leaving.number, matched.chunk, bit_and(matched.bits & coalesce(narrowed.bits, matched.bits)) as bits
      from generate_series(-1, ${narrowings.length}::int - 1) as leaving (number)
      cross join matched
      left join narrowed on narrowed.chunk = matched.chunk and narrowed.number <> leaving.number
      group by 1, 2
      having count(narrowed.number) = ${narrowings.length}::int - (leaving.number >= 0)::int
    ),
    size as materialized (select number, sum(bit_count(bits))::int as total from cut group by number),
    few as materialized (
      select total <= (
        select least(${MOST_LISTED}, greatest(${FEWEST_LISTED}, total / ${SHARE_LISTED})) from search.category_count where category_id = ${here}
      ) as are_few from size where number = -1
    ),
    listed as materialized (${listed(sql`select chunk, bits from cut where number = -1 and ${ARE_FEW}`)})`;
}

/** Whether what fits all filters is listed one by one. */
export const ARE_FEW = sql`coalesce((select are_few from few), true)`;

/** The bits of a row called slice of a price, in the chunk of a row called whole. */
const sliceOf = (first: Fragment) =>
  sql`coalesce((select bits from search.posting where term_id = ${first} - slice and chunk = whole.chunk), ${NO_BITS})`;

/** Prices no lower than `min` and no higher than `max`, from the bit slices of all prices in the currency. */
function priceBits({ min, max, currency }: Lookup): Fragment {
  const first = PRICES[currency];
  const atLeast = (bound: number) => sql`(
    select search.at_least(
      ${sliceOf(first)},
      (${bound}::bigint >> slice) & 1 = 1 order by slice)
    from generate_series(0, ${SLICES}) as slice)`;
  return sql`
    select whole.chunk, whole.bits
      ${min === undefined ? sql`` : sql`& ${atLeast(min)}`} ${max === undefined ? sql`` : sql`& ~${atLeast(max + 1)}`} as bits
    from search.posting as whole where whole.term_id = ${first} - ${PRICED}`;
}

/** `low` and `high`: the extreme prices of a row (chunk, bits) called whole; nulls when none of its products has a price. */
export function priceExtremes(currency: Currency): Fragment {
  const first = PRICES[currency];
  return sql`
    select extreme.low, extreme.high
    from search.posting as priced
    cross join lateral search.extremes(whole.bits & priced.bits, array(
      select ${sliceOf(first)}
      from generate_series(0, (
        select max(${first} - term_id) from search.posting where chunk = whole.chunk and term_id between ${first} - ${SLICES} and ${first}
      )) as slice
      order by slice desc)) as extreme
    where priced.term_id = ${first} - ${PRICED} and priced.chunk = whole.chunk`;
}

/** The placements of these products in the whole shop, looked up one by one. */
export const listed = (bits: Fragment): Fragment => sql`
  select p.* from (select search.members(chunk, bits) as ordinal from (${bits}) as few) as member
  cross join lateral (
    select * from search.placement where category_id = ${WHOLE_SHOP} and placement.ordinal = member.ordinal offset 0
  ) as p`;

/** All chunks as one string, in which a walk looks each product up. */
export const lineOf = (bits: Fragment): Fragment => sql`
  select search.strung(coalesce(part.bits, ${NO_BITS}) order by number) as bits
  from generate_series(0, (select max(ordinal) / ${CHUNK} from search.listing)) as number
  left join (${bits}) as part on part.chunk = number`;
