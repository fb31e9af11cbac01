// oxlint-disable-next-line no-restricted-imports -- pages are built as JSON by one statement each, which the builder cannot say
import { sql, type Kysely } from "kysely";
import { PAGE_SIZE, type FoundText, type TextLookup } from "@vitrina/domain/search";
import { cutBits, lineOf, matching, narrowingsOf, scopeBits, typedWords, wordBits } from "./bits.ts";
import { cardsOf, fitting, next, numbered, type PageAnswer, pageOf, priceBounds } from "./browse.ts";
import { facetsOf } from "./facets.ts";
import { meantBy } from "./meant.ts";
import { pinnedFirst, pinnedToo, ruledRank, withPins } from "./query-rule.ts";
import { resolve, type Resolved, type Scope } from "./resolve.ts";
import type { SearchTables } from "./search.tables.ts";
import { breadcrumbOf, CHUNK, LOOKED_UP, NO_BITS, type Fragment, offsetOf, rowsOf, WHOLE_SHOP } from "./search-sql.ts";

const BEST_CATEGORIES = sql`12`;
/** Of so many hits the texts are compared: those whose names say the words, then by the default order. No page lies beyond. */
const MOST_RANKED = 300;
const RANKED = sql.lit(MOST_RANKED);
const PRODUCTS = sql`(select total::float8 from search.category_count where category_id = ${WHOLE_SHOP})`;
/** Of the root of so many times a category's products, it costs the same to look each hit up (3 µs) and to walk to the first that are ranked (0.2 µs an entry). */
const LISTED_OR_WALKED = sql`20`;
const EXACT_CODE = sql`1000`;
const ALL_WORDS = sql`100`;
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
      ? ranked(lookup, near, { ...resolved, here })
      : numbered(
          rowsOf((where, most) => fitting(here, lookup, { where, most }), lookup),
          lookup,
        );
  const hits = sql`${matching(sql`said`, typedWords(words), every)} union all select chunk, bits from coded`;
  const enough = lookup.match === "every" ? sql`hit` : sql`matched`;
  const { rows: answers } = await sql<{ matched: number; page: PageAnswer | null }>`
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
    select (select coalesce(sum(bit_count(bits)), 0)::float8 from hit) as matched,
      case when (select coalesce(sum(bit_count(bits)), 0) from ${enough}) >= ${lookup.least} then json_build_object(
      'rows', ${cardsOf(lookup)},
      'next', ${next},
      'total', coalesce((select total from size where number = -1), 0),
      'without', (select coalesce(json_agg(json_build_object('number', number, 'total', total)), '[]') from size where number >= 0),
      'priceBounds', ${priceBounds(here, narrowings, lookup)},
      'categories', (select coalesce(json_agg(json_build_object('id', id, 'slug', slug, 'name', name, 'count', count) order by count desc, slug), '[]')
        from (select * from kind order by count desc, slug limit ${BEST_CATEGORIES}) as best),
      'breadcrumb', ${breadcrumbOf(sql`${here.ancestorIds}::uuid[]`)},
      'facets', ${lookup.withFacets ? facetsOf(sql`(select id from home)`, narrowings, resolved) : sql`'[]'::json`}
    ) end as page`.execute(db);
  const { matched = 0, page: answer } = answers[0] ?? {};
  const page = pageOf(answer ?? undefined, lookup, { resolved, narrowings });
  return {
    matched,
    page: page && {
      ...page,
      pages: lookup.sort === "relevance" ? Math.min(page.pages, Math.floor(MOST_RANKED / PAGE_SIZE)) : page.pages,
    },
  };
}

type Found = Resolved & { here: Scope };

/**
 * The hits in the order of their texts. Candidates are all hits, or of very many those whose names say the words; the
 * texts of the most prominent of them are compared.
 */
function ranked(lookup: TextLookup, near: string[], { here, meanings, rule }: Found): Fragment {
  const meant = meantBy(near, meanings);
  const query = meant(near, lookup.match === "prefix").join(lookup.match === "some" ? " | " : " & ");
  const complete = meant(lookup.words).join(" & ");
  const [rank, prominence, id] = lookup.after?.split("~") ?? [];
  const onwards =
    id === undefined
      ? sql`true`
      : sql`(rank < ${rank}::float8 or (rank = ${rank}::float8 and (prominence < ${prominence}::bigint or (prominence = ${prominence}::bigint and product_id > ${id}))))`;
  return sql`
    with worth as materialized (${worth(meant(near))}),
    candidate as materialized (${candidates(lookup.match === "some" ? near : null, near.length < lookup.words.length ? complete : null, { here, rule })}),
    compared as materialized (
      select candidate.product_id, candidate.prominence,
        ${ruledRank(
          rule,
          sql`case when l.codes @> array[${lookup.code}::text] then ${EXACT_CODE} else 0 end
          + case when l.document @@ complete then ${ALL_WORDS} else 0 end
          + ${lookup.match === "some" ? weighed(near, (number) => sql`l.document @@ (select query from worth where number = ${number})`) : sql`0`}
          + ts_rank_cd(${WEIGHTS}, l.document, query, ${LONG_TEXTS_COUNT_LESS})`,
        )} as rank
      from candidate join search.listing as l using (product_id),
        to_tsquery('search.shop', ${query}) as query, to_tsquery('search.shop', ${complete}) as complete
    ),
    page as (
      select * from compared where ${onwards}
      order by rank desc, prominence desc, product_id limit ${PAGE_SIZE + 1} offset ${offsetOf(lookup)}
    )
    select product_id, rank || '~' || prominence || '~' || product_id as cursor,
      row_number() over (order by rank desc, prominence desc, product_id) as place
    from page`;
}

/**
 * What has the query for its code or, if some words say too little to be looked for, says all of them; of hits in every word
 * those in names, of hits in any word those in all, then those of the rarest, and others unless these fill the ranks. Pinned
 * products are candidates however many others there are.
 */
function candidates(
  some: readonly string[] | null,
  complete: string | null,
  { here, rule }: Pick<Found, "here" | "rule">,
): Fragment {
  const most = (set: Fragment) => mostProminent(set, here);
  const telling = some
    ? sql`${weighed(some, (number) => sql`get_bit((select line from worth where number = ${number}), p.ordinal) = 1`)} desc,`
    : sql``;
  const saying =
    complete === null
      ? sql``
      : sql`union all select ordinal / ${CHUNK}, search.bits_of(ordinal % ${CHUNK}, 1)::bit(32000)
          from search.listing where document @@ to_tsquery('search.shop', ${complete}) group by 1`;
  const inAll = some
    ? sql`select chunk, bit_and(bits) as bits from said group by chunk having count(*) = (select count(distinct number) from said)`
    : sql`select chunk, bits from cut where false`;
  return sql`
    with exact as materialized (
      select chunk, cut.bits & sure.bits as bits
      from cut join (select chunk, bit_or(bits) as bits from (select chunk, bits from coded ${saying}) as each group by chunk) as sure using (chunk)
      where number = -1),
    whole as materialized (
      select chunk, cut.bits & every.bits & ~coalesce(exact.bits, ${NO_BITS}) as bits
      from cut join (${inAll}) as every using (chunk) left join exact using (chunk) where number = -1),
    hits as materialized (
      select chunk, cut.bits & ~coalesce(exact.bits, ${NO_BITS}) & ~coalesce(whole.bits, ${NO_BITS}) as bits
      from cut left join exact using (chunk) left join whole using (chunk) where number = -1),
    in_name as materialized (
      select chunk, cut.bits & named.bits & ~coalesce(exact.bits, ${NO_BITS}) as bits
      from cut join named using (chunk) left join exact using (chunk) where number = -1),
    name_line as materialized (${lineOf(sql`select chunk, bits from in_name`)}),
    home_bits as materialized (
      select chunk, bits from search.posting where term_id = (
        select id from search.term where (kind, code, key) = ('category', '', (select id::text from home)))),
    chosen as materialized (${some ? rarestHits : sql`select chunk, bits from in_name`}),
    other as materialized (
      select chunk, hits.bits & ~coalesce(chosen.bits, ${NO_BITS}) as bits from hits left join chosen using (chunk)
      where ${(some?.length ?? 0) > 2} or (select coalesce(sum(bit_count(bits)), 0) from chosen) < ${RANKED})
    select p.product_id, p.prominence from (${pinnedToo(
      rule,
      sql`${each(sql`exact`)} ${some ? sql`union all ${most(sql`whole`)}` : sql``} union all ${most(sql`chosen`)} union all ${most(sql`other`)}`,
    )}) as p
    order by ${pinnedFirst(rule)} p.ordinal in (select search.members(chunk, bits) from exact) desc, ${telling} get_bit((select bits from name_line), p.ordinal) desc, p.prominence desc, p.product_id limit ${RANKED}`;
}

/**
 * Rows (product_id, ordinal, prominence) with the most prominent of a CTE (chunk, bits): met soon on a walk wherever the list
 * looks if many lie outside of the category that holds most hits. Else these few are looked up, and what lies in that
 * category is met soon on a walk there.
 */
const mostProminent = (set: Fragment, { id }: Scope): Fragment => {
  const home = sql`(select id from home)`;
  return sql`(
  with inside as materialized (${nonEmpty(sql`select chunk, ${set}.bits & home_bits.bits as bits from ${set} join home_bits using (chunk)`)}),
  outside as materialized (${nonEmpty(sql`select chunk, ${set}.bits & ~coalesce(home_bits.bits, ${NO_BITS}) as bits from ${set} left join home_bits using (chunk)`)}),
  amount as materialized (
    select ${sizeOf(sql`outside`)} ^ 2 > ${LISTED_OR_WALKED} * ${totalOf(sql`${id}::uuid`)} as everywhere,
      ${sizeOf(sql`inside`)} ^ 2 > ${LISTED_OR_WALKED} * ${totalOf(home)} as often
  )
  ${each(sql`(select chunk, bits from outside where not (select everywhere from amount)) as few`)}
  union all
  ${each(sql`(select chunk, bits from inside where not (select everywhere or often from amount)) as few`)}
  union all
  ${walk(set, sql`${id}::uuid`, sql`(select everywhere from amount)`)}
  union all
  ${walk(sql`inside`, home, sql`(select often and not everywhere from amount)`)})`;
};

const nonEmpty = (bits: Fragment): Fragment => sql`select * from (${bits}) as part where bit_count(bits) > 0`;

const sizeOf = (set: Fragment): Fragment => sql`(select coalesce(sum(bit_count(bits)), 0) from ${set})`;

const totalOf = (category: Fragment): Fragment =>
  sql`coalesce((select total from search.category_count where category_id = ${category}), 0)`;

/** Rows (product_id, ordinal, prominence) of all in a set (chunk, bits). */
const each = (set: Fragment): Fragment => sql`
  select p.product_id, p.ordinal, p.prominence from (select search.members(chunk, bits) as ordinal from ${set}) as member
  join search.placement as p on p.category_id = ${WHOLE_SHOP} and p.ordinal = member.ordinal`;

/** The same of those that are met first on a walk through a category in the order of prominence, on a condition. */
const walk = (set: Fragment, category: Fragment, condition: Fragment): Fragment => sql`(
  select p.product_id, p.ordinal, p.prominence from search.placement as p
  where p.category_id = ${category} and ${condition} and get_bit((${lineOf(sql`select chunk, bits from ${set}`)}), p.ordinal) = 1
  order by p.prominence desc, p.product_id limit ${RANKED})`;

const rarestHits = sql`
  select chunk, hits.bits & rarest.bits as bits from hits join said as rarest using (chunk)
  where rarest.number = (select number from worth order by weight desc limit 1)`;

/** Inverse document frequency: of two words, the one that fewer products have says more. */
const worth = (words: string[]): Fragment => sql`
  select word.number, to_tsquery('search.shop', word.text) as query, ln(1 + ${PRODUCTS} / (1 + df.total)) as weight,
    (${lineOf(sql`select chunk, bits from said where said.number = word.number`)}) as line
  from unnest(${words}::text[]) with ordinality as word (text, number)
  join (select number, sum(bit_count(bits))::float8 as total from said group by number) as df using (number)`;

/** The sum of the weights of those words that a condition holds for. */
const weighed = (words: readonly string[], holds: (number: Fragment) => Fragment): Fragment =>
  sql.join(
    words.map((_, index) => {
      const number = sql`${index + 1}::int`;
      return sql`case when ${holds(number)} then (select weight from worth where number = ${number}) else 0 end`;
    }),
    sql` + `,
  );

/** Single letters and numbers say too little to stand for the rest. */
function telling(words: string[]): string[] {
  const long = words.filter((word) => word.length > 1 && !/^\d+$/.test(word));
  return long.length > 0 ? long : words;
}

/**
 * CTE `kind`: categories with hits below the chosen one, else the deepest; CTE `home`: the one that holds most of the hits
 * with what lies below it.
 */
function categoriesOfHits(here: Scope, { category }: TextLookup): Fragment {
  const offered = category
    ? sql`c.parent_id = ${here.id}`
    : sql`not exists (select from catalog.category as deeper where deeper.parent_id = c.id)`;
  return sql`
    lying as materialized (
      select c.id, posting.chunk, posting.bits
      from catalog.category as c
      join search.term on (term.kind, term.code, term.key) = ('category', '', c.id::text)
      join search.posting on posting.term_id = term.id
      where ${offered}
    ),
    kind as materialized (
      select c.id, c.slug, c.name, c.ancestor_ids, counted.count
      from (
        select id, sum(count) as count from (
          select lying.id, bit_count(lying.bits & cut.bits) as count from lying join cut on cut.chunk = lying.chunk and cut.number = -1 ${LOOKED_UP}
        ) as part group by id having sum(count) > 0
      ) as counted join catalog.category as c using (id)
    ),
    home as materialized (
      select id from (
        select step.id, step.depth, sum(kind.count) as count
        from kind cross join unnest(kind.ancestor_ids) with ordinality as step (id, depth)
        where step.depth > ${here.ancestorIds.length}::int
        group by 1, 2 having 2 * sum(kind.count) > (select total from size where number = -1)
        union all select ${here.id}::uuid, 0, 0
      ) as holding order by depth desc, count desc limit 1
    )`;
}
