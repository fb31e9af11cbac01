// oxlint-disable-next-line no-restricted-imports -- pages are built as JSON by one statement each, which the builder cannot say
import { sql, type Kysely } from "kysely";
import { PAGE_SIZE, type FoundText, type TextLookup } from "@vitrina/domain/search";
import { areFew, cutBits, lineOf, listed, matching, narrowingsOf, scopeBits, typedWords, wordBits } from "./bits.ts";
import { cardsOf, fitting, next, numbered, type PageAnswer, pageOf, priceBounds } from "./browse.ts";
import { facetsOf } from "./facets.ts";
import { meantBy } from "./meant.ts";
import { pinnedFirst, pinnedToo, ruledRank, withPins } from "./query-rule.ts";
import { resolve, type Resolved, type Scope } from "./resolve.ts";
import type { SearchTables } from "./search.tables.ts";
import { breadcrumbOf, CHUNK, type Fragment, offsetOf, rowsOf, WHOLE_SHOP } from "./search-sql.ts";

const BEST_CATEGORIES = 12;
/** Of so many hits the texts are compared: those whose names say the words, then by the default order. No page lies beyond. */
const MOST_RANKED = 500;
const PRODUCTS = sql`(select total::float8 from search.category_count where category_id = ${WHOLE_SHOP})`;
/** Of more candidates, the most prominent are found by a walk along their order. */
const MOST_COMPARED = sql`5000`;
const EXACT_CODE = sql`1000`;
const ALL_WORDS = sql`100`;
/** From so many hits in names on, hits in other texts are no candidates for the first places. */
const ENOUGH_NAMED = sql`200`;
/** Of details (D), descriptions (C), kinds (B) and names (A). */
const WEIGHTS = sql`'{0.1, 0.3, 0.8, 1}'`;
/** A flag of ts_rank_cd: divides by 1 + the logarithm of the length. */
const LONG_TEXTS_COUNT_LESS = sql`1`;

/** A page of hits: what staff pinned to the query, exact codes, then by weighted rank; what they buried comes last. */
export async function searchText(db: Kysely<SearchTables>, lookup: TextLookup): Promise<FoundText | null> {
  const near = lookup.match === "some" ? telling(lookup.words) : lookup.words;
  const resolved = await resolve(db, { ...lookup, words: near, query: lookup.words.join(" ") });
  const { here, words } = resolved;
  if (!here) return null;
  const narrowings = narrowingsOf(lookup, resolved);
  const every = lookup.match !== "some";
  const rows =
    lookup.sort === "relevance"
      ? ranked(lookup, near, resolved)
      : numbered(
          rowsOf((where, most) => fitting(here, lookup, { where, most }), lookup),
          lookup,
        );
  const hits = sql`${matching(sql`said`, typedWords(words), every)} union all select chunk, bits from coded`;
  const { rows: answers } = await sql<{ page: PageAnswer & Pick<FoundText, "matched" | "pinned"> }>`
    with ${wordBits(words)},
    coded as materialized (
      select ordinal / ${CHUNK} as chunk, search.bits_of(ordinal % ${CHUNK}, 1)::bit(32000) as bits
      from search.listing where codes @> array[${lookup.code}::text] group by 1
    ),
    named as materialized (${matching(sql`told`, typedWords(words), every)}),
    hit as materialized (
      select chunk, bit_or(hit.bits) & bit_or(scope.bits) as bits
      from (${hits}) as hit join (${scopeBits(here)}) as scope using (chunk) group by chunk
    ),
    matched as materialized (${withPins(resolved.rule, here)}),
    ${cutBits(narrowings, lookup, here.id)},
    line as materialized (${lineOf(sql`select chunk, bits from cut where number = -1`)}),
    ${categoriesOfHits(here, lookup)},
    shown as materialized (${rows})
    select json_build_object(
      'rows', ${cardsOf(lookup)},
      'next', ${next},
      'matched', (select coalesce(sum(bit_count(bits)), 0) from hit),
      'pinned', (select coalesce(sum(bit_count(bits)), 0) from matched) - (select coalesce(sum(bit_count(bits)), 0) from hit),
      'total', coalesce((select total from size where number = -1), 0),
      'without', (select coalesce(json_agg(json_build_object('number', number, 'total', total)), '[]') from size where number >= 0),
      'priceBounds', ${priceBounds(here, narrowings, lookup)},
      'categories', (select coalesce(json_agg(json_build_object('id', id, 'slug', slug, 'name', name, 'count', count) order by count desc, slug), '[]')
        from (select * from kind where offered order by count desc, slug limit ${BEST_CATEGORIES}) as best),
      'breadcrumb', ${breadcrumbOf(sql`${here.ancestorIds}::uuid[]`)},
      'facets', ${lookup.withFacets ? facetsOf(sql`(select id from home)`, narrowings, resolved) : sql`'[]'::json`}
    ) as page`.execute(db);
  const { matched = 0, pinned = 0, ...answer } = answers[0]?.page ?? {};
  const page = pageOf(answers[0] && (answer as PageAnswer), lookup, { resolved, narrowings });
  if (!page) return null;
  return {
    ...page,
    matched,
    pinned,
    pages: lookup.sort === "relevance" ? Math.min(page.pages, Math.floor(MOST_RANKED / PAGE_SIZE)) : page.pages,
  };
}

/**
 * The hits in the order of their texts. Candidates are all hits, or of very many those whose names say the words; the
 * texts of the most prominent of them are compared.
 */
function ranked(lookup: TextLookup, near: string[], { meanings, rule }: Resolved): Fragment {
  const meant = meantBy(near, meanings);
  const query = meant(near, lookup.match === "prefix").join(lookup.match === "some" ? " | " : " & ");
  const [rank, prominence, id] = lookup.after?.split("~") ?? [];
  const onwards =
    id === undefined
      ? sql`true`
      : sql`(rank < ${rank}::float8 or (rank = ${rank}::float8 and (prominence < ${prominence}::bigint or (prominence = ${prominence}::bigint and product_id > ${id}))))`;
  return sql`
    with worth as materialized (${worth(meant(near))}),
    candidate as materialized (${candidates(lookup.match === "some", rule)}),
    compared as materialized (
      select candidate.product_id, candidate.prominence,
        ${ruledRank(
          rule,
          sql`case when l.codes @> array[${lookup.code}::text] then ${EXACT_CODE} else 0 end
          + case when l.document @@ complete then ${ALL_WORDS} else 0 end
          + ${lookup.match === "some" ? sql`(select coalesce(sum(weight), 0) from worth where l.document @@ worth.query)` : sql`0`}
          + ts_rank_cd(${WEIGHTS}, l.document, query, ${LONG_TEXTS_COUNT_LESS})`,
        )} as rank
      from candidate join search.listing as l using (product_id),
        to_tsquery('search.shop', ${query}) as query, to_tsquery('search.shop', ${meant(lookup.words).join(" & ")}) as complete
    ),
    page as (
      select * from compared where ${onwards}
      order by rank desc, prominence desc, product_id limit ${PAGE_SIZE + 1} offset ${offsetOf(lookup)}
    )
    select product_id, rank || '~' || prominence || '~' || product_id as cursor,
      row_number() over (order by rank desc, prominence desc, product_id) as place
    from page`;
}

/** Pinned products are candidates however many others there are, buried ones when there is room. */
function candidates(some: boolean, rule: Resolved["rule"]): Fragment {
  const telling = some
    ? sql`(select coalesce(sum(weight), 0) from worth where get_bit(worth.line, p.ordinal) = 1) desc,`
    : sql``;
  return sql`
    with in_name as materialized (
      select chunk, cut.bits & named.bits as bits from cut join named using (chunk) where number = -1
    ),
    name as materialized (select coalesce(sum(bit_count(bits)), 0) as total from in_name),
    chosen as materialized (${some ? rarestHits : namedHits}),
    amount as materialized (select coalesce(sum(bit_count(bits)), 0) as total from chosen),
    chosen_line as materialized (${lineOf(sql`select chunk, bits from chosen`)}),
    name_line as materialized (${lineOf(sql`select chunk, bits from in_name`)})
    select p.product_id, p.prominence from (${pinnedToo(
      rule,
      sql`
      select p.* from listed as p
      union all
      (${listed(sql`select chunk, bits from chosen where (select total from amount) <= ${MOST_COMPARED}`)})
      union all
      (select p.* from search.placement as p
        where p.category_id = ${WHOLE_SHOP} and (select total from amount) > ${MOST_COMPARED} and get_bit((select bits from chosen_line), p.ordinal) = 1
        order by p.prominence desc, p.product_id limit ${MOST_RANKED})`,
    )}
    ) as p
    order by ${pinnedFirst(rule)} ${telling} get_bit((select bits from name_line), p.ordinal) desc, p.prominence desc, p.product_id limit ${MOST_RANKED}`;
}

/** Of hits in any word: those of the rarest. */
const rarestHits = sql`
  select chunk, cut.bits & rarest.bits as bits from cut join said as rarest using (chunk)
  where cut.number = -1 and not ${areFew(-1)} and rarest.number = (select number from worth order by weight desc limit 1)`;

/** Of hits in every word: those in names, if there are enough. */
const namedHits = sql`
  select chunk, bits from in_name where not ${areFew(-1)} and (select total from name) >= ${ENOUGH_NAMED}
  union all
  select chunk, bits from cut where number = -1 and not ${areFew(-1)} and (select total from name) < ${ENOUGH_NAMED}`;

/** Inverse document frequency: of two words, the one that fewer products have says more. */
const worth = (words: string[]): Fragment => sql`
  select word.number, to_tsquery('search.shop', word.text) as query, ln(1 + ${PRODUCTS} / (1 + df.total)) as weight,
    (${lineOf(sql`select chunk, bits from said where said.number = word.number`)}) as line
  from unnest(${words}::text[]) with ordinality as word (text, number)
  join (select number, sum(bit_count(bits))::float8 as total from said group by number) as df using (number)`;

/** Single letters and numbers say too little to stand for the rest. */
function telling(words: string[]): string[] {
  const long = words.filter((word) => word.length > 1 && !/^\d+$/.test(word));
  return long.length > 0 ? long : words;
}

/** CTE `kind`: categories with hits below the chosen one, else the deepest; CTE `home`: the one that holds most of the hits. */
function categoriesOfHits(here: Scope, { category }: TextLookup): Fragment {
  const offered = category
    ? sql`c.parent_id = ${here.id}`
    : sql`not exists (select from catalog.category as deeper where deeper.parent_id = c.id)`;
  return sql`
    kind as materialized (
      select c.id, c.slug, c.name, c.ancestor_ids, ${offered} as offered, sum(bit_count(posting.bits & cut.bits)) as count
      from catalog.category as c
      join search.term on (term.kind, term.code, term.key) = ('category', '', c.id::text)
      join search.posting on posting.term_id = term.id
      join cut on cut.chunk = posting.chunk and cut.number = -1
      group by c.id having sum(bit_count(posting.bits & cut.bits)) > 0
    ),
    home as materialized (
      select id from (
        select id, cardinality(ancestor_ids) as depth, count from kind
        where 2 * count > (select total from size where number = -1) and ancestor_ids @> ${here.ancestorIds}::uuid[]
        union all select ${here.id}::uuid, 0, 0
      ) as holding order by depth desc, count desc limit 1
    )`;
}
