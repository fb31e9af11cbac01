// oxlint-disable-next-line no-restricted-imports -- one statement with an answer in JSON, which the builder cannot say
import { sql, type Kysely } from "kysely";
import { MOST_SUGGESTED, type Suggestions, type TextLookup } from "@vitrina/domain/search";
import { lineOf, listed, matching, typedWords, wordBits } from "./bits.ts";
import { LAST_LETTER, resolve } from "./resolve.ts";
import type { SearchTables } from "./search.tables.ts";
import { cardIn, type Fragment, WHOLE_SHOP } from "./search-sql.ts";

/** So many hits are listed one by one; of more, the most prominent are most often met within so many entries of a walk along the index. */
const [FEW, MOST_WALKED] = [sql`300`, sql`30000`];
/** More hits than these are never listed, but walked to wherever they are. */
const MOST_LISTED = sql`10000`;

/** Of brands that begin so: the shortest names are the nearest to what was typed. */
const MOST_BRANDS_COUNTED = sql`8`;

type Typed = Pick<TextLookup, "words" | "code" | "currency" | "locale">;

/** Products whose names, else whose texts, have the words, the last one as a beginning; categories and brands that begin so. */
export async function suggest(db: Kysely<SearchTables>, typed: Typed): Promise<Suggestions> {
  const { words: sought } = await resolve(db, { ...typed, match: "prefix", sort: "relevance", page: 1 });
  // To look for words in all texts takes too long for a suggestion: beginnings that stand in no name, and rare completions beside frequent ones.
  const words = sought.map((word) =>
    word.rare?.includes(":*") || word.wordIds.length > 0 ? { ...word, rare: null } : word,
  );
  const { rows } = await sql<{ suggested: Suggestions }>`
    with ${wordBits(words)},
    named as materialized (${matching(sql`told`, typedWords(words), true)}),
    hit as materialized (${matching(sql`said`, typedWords(words), true)}),
    enough as materialized (select coalesce(sum(bit_count(bits)), 0) >= ${MOST_SUGGESTED.products} as named from named),
    chosen as materialized (
      select chunk, bits from named where (select named from enough)
      union all
      select chunk, bits from hit where not (select named from enough)
    ),
    amount as materialized (select coalesce(sum(bit_count(bits)), 0) as total from chosen),
    line as materialized (${lineOf(sql`select chunk, bits from chosen where (select total from amount) > ${FEW}`)}),
    name_line as materialized (${lineOf(sql`select chunk, bits from named`)}),
    walked as materialized (${WALKED}),
    shown as materialized (${prominent(typed)})
    select json_build_object(
      'products', (select coalesce(json_agg(${cardIn(typed.currency)} order by shown.place), '[]')
        from shown join search.listing as l using (product_id)),
      'queries', ${queriesOf(typed)},
      'categories', ${categoriesOf(typed)},
      'brands', ${brandsOf(typed)}
    ) as suggested`.execute(db);
  return rows[0]?.suggested ?? { queries: [], products: [], categories: [], brands: [] };
}

/** The most prominent of many hits; fewer than are asked for, if most are far back and not too many to be listed. */
const WALKED = sql`
  select * from (
    select p.product_id, p.ordinal, p.prominence from search.placement as p
    where p.category_id = ${WHOLE_SHOP} and (select total from amount) > ${FEW}
    order by p.prominence desc, p.product_id
    limit (select case when total <= ${MOST_LISTED} then ${MOST_WALKED} end from amount)
  ) as entry
  where get_bit((select bits from line), ordinal) = 1
  order by prominence desc, product_id limit ${MOST_SUGGESTED.products}`;

const prominent = ({ code }: Typed): Fragment => sql`
  select product_id, row_number() over (order by coded desc, in_name desc, prominence desc, product_id) as place from (
    select distinct on (product_id) p.product_id, p.prominence, p.coded, get_bit((select bits from name_line), p.ordinal) as in_name
    from (
      select p.product_id, p.ordinal, p.prominence, true as coded from search.listing as p where codes @> array[${code}::text]
      union all
      select product_id, ordinal, prominence, false from walked
      union all
      select p.product_id, p.ordinal, p.prominence, false from (
        ${listed(sql`
          select chunk, bits from chosen where (select count(*) from walked) < ${MOST_SUGGESTED.products}
          union all
          select chunk, bits from named where not (select named from enough)`)}
      ) as p
    ) as p
    order by product_id, coded desc
  ) as candidate
  order by coded desc, in_name desc, prominence desc, product_id limit ${MOST_SUGGESTED.products}`;

const queriesOf = ({ words }: Typed): Fragment => sql`(
  select coalesce(json_agg(query order by asked desc, query), '[]') from (
    select query, asked from search.popular_query
    where query > ${words.join(" ")} and query < ${words.join(" ")} || ${LAST_LETTER}
    order by asked desc, query limit ${MOST_SUGGESTED.queries}
  ) as best)`;

/** Categories with products whose names have every word, in any form, the last one as a beginning; the fullest first. */
const categoriesOf = ({ words }: Typed): Fragment => sql`(
  select coalesce(json_agg(json_build_object('id', id, 'slug', slug, 'name', name) order by total desc, slug), '[]') from (
    select c.id, c.slug, c.name, counted.total
    from (
      select category_id from (
        select word, number, coalesce((tsvector_to_array(to_tsvector('search.shop', word)))[1], word) as stem
        from unnest(${words}::text[]) with ordinality as given (word, number)
      ) as typed
      cross join lateral (
        select category_id from search.category_word as formed where formed.stem = typed.stem
        union all
        select category_id from search.category_word as begun
        where number = ${words.length} and begun.word >= typed.word and begun.word < typed.word || ${LAST_LETTER}
      ) as found
      group by category_id having count(distinct number) = ${words.length}
    ) as fitting
    join catalog.category as c on c.id = fitting.category_id
    join search.category_count as counted on counted.category_id = c.id and counted.total > 0
    order by counted.total desc, c.slug limit ${MOST_SUGGESTED.categories}
  ) as best)`;

const brandsOf = ({ words }: Typed): Fragment => sql`(
  select coalesce(json_agg(json_build_object('key', key, 'name', name) order by count desc, key), '[]') from (
    select term.key, coalesce(term.label ->> 'en', term.label ->> 'ru') as name, counted.count
    from (
      select id, key, label from search.term
      where kind = 'value' and code = 'brand' and key >= ${words.join(" ")} and key < ${words.join(" ")} || ${LAST_LETTER}
      order by length(key), key limit ${MOST_BRANDS_COUNTED}
    ) as term
    cross join lateral (select sum(bit_count(bits)) as count from search.posting where posting.term_id = term.id) as counted
    where counted.count > 0
    order by counted.count desc, term.key limit ${MOST_SUGGESTED.brands}
  ) as best)`;
