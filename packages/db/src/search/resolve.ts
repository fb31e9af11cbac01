// oxlint-disable-next-line no-restricted-imports -- one statement with an answer in JSON, which the builder cannot say
import { sql, type Kysely } from "kysely";
import type { Lookup, TextLookup } from "@vitrina/domain/search";
import type { SearchTables } from "./search.tables.ts";
import { type Fragment, hereOf } from "./search-sql.ts";
import { meaningsOf, ruleOf } from "./synonyms.ts";

/** Beginnings of words that the shop knows stand for at most so many of them. */
const MOST_COMPLETIONS = sql`30`;
/** Sorts behind whatever a beginning may go on with. */
export const LAST_LETTER = sql`chr(1114111)`;

/** Where a list looks: a category, or the whole shop; `termId` is that of its posting. */
export interface Scope {
  id: string;
  ancestorIds: string[];
  termId: number;
}

/**
 * A typed word, or a word of a phrase that stands for it: its stems' postings, and as a text query (maybe none) the stems
 * too rare to have one. `way` is 0 for what was typed, else the number of the phrase, which has so many `parts`.
 */
export interface SoughtWord {
  number: number;
  way: number;
  part: number;
  parts: number;
  wordIds: number[];
  titleIds: number[];
  rare: string | null;
}

export interface Resolved {
  here: Scope | null;
  /** The chosen values that are known, of facets that staff allow. */
  chosen: { code: string; key: string; id: number }[];
  words: SoughtWord[];
  /** Phrases that stand for the typed words from number `first` to `last`. */
  meanings: { first: number; last: number; phrase: string }[];
  /** What staff put first and last for the whole query. */
  rule: { pinned: string[]; buried: string[] } | null;
}

/** `query`: the whole query, in folded words, whose rule is asked for. */
type Asked = Lookup & Partial<TextLookup> & { query?: string };

/** Of a stem, looked up by itself: the planner expects many stems, and would read all terms. */
const termOf = (kind: Fragment) =>
  sql`(select id from search.term where (term.kind, term.code, term.key) = (${kind}, '', stem))`;

/** Ids of all that a list is asked for; `here` is null when there is no such category. One statement. */
export async function resolve(db: Kysely<SearchTables>, lookup: Asked): Promise<Resolved> {
  const { filters = [], words = [], match = "every", query = "" } = lookup;
  const asked = filters.flatMap(({ code, keys }) => keys.map((key) => ({ code, key })));
  const { rows } = await sql<{ resolved: Resolved }>`
    with here as (
      ${hereOf(lookup)}
    ),
    typed as (
      select word, number, ${match === "prefix"} and number = ${words.length} as open
      from unnest(${words}::text[]) with ordinality as given (word, number)
    ),
    known as (
      select number, completed.word from typed cross join lateral (
        select word.word from search.word where word.word >= typed.word and word.word < typed.word || ${LAST_LETTER} order by word.products desc, length(word.word), word.word limit ${MOST_COMPLETIONS}
      ) as completed where open
    ),
    ${meaningsOf(lookup)},
    sought as (
      select distinct number, way, part, parts, stem, open from (
        select number, 0 as way, 1 as part, 1 as parts, word, open and not exists (select from known) as open from typed where not open or not exists (select from known)
        union all select number, 0, 1, 1, word, false from known
        union all
        select number, way, part, cardinality(said), word, false
        from meaning cross join string_to_array(phrase, ' ') as said
        cross join generate_series(first, last) as number cross join unnest(said) with ordinality as each (word, part)
      ) as meant cross join unnest(tsvector_to_array(to_tsvector('search.shop', word))) as stem
    ),
    placed as (
      select number, way, part, parts, word_id, case when word_id is not null then ${termOf(sql`'title'`)} end as title_id,
        case when word_id is null then '''' || stem || '''' || case when open then ':*' else '' end end as rare
      from (select *, case when not open then ${termOf(sql`'word'`)} end as word_id from sought offset 0) as sought
    )
    select json_build_object(
      'here', (select json_build_object('id', id, 'ancestorIds', ancestor_ids, 'termId', coalesce((
        select term.id from search.term where (kind, code, key) = ('category', '', here.id::text)), 0)) from here),
      'chosen', (select coalesce(json_agg(json_build_object('code', term.code, 'key', term.key, 'id', term.id)), '[]')
        from unnest(${asked.map(({ code }) => code)}::text[], ${asked.map(({ key }) => key)}::text[]) as asked (code, key)
        join search.term on term.kind in ('value', 'range') and (term.code, term.key) = (asked.code, asked.key)
        where term.code = 'brand' or not exists (select from catalog.attribute where code = term.code and not filterable)),
      'words', (select coalesce(json_agg(json_build_object('number', number, 'way', way, 'part', part, 'parts', parts, 'wordIds', word_ids, 'titleIds', title_ids, 'rare', rare) order by number), '[]')
        from (select number, way, part, parts, array_remove(array_agg(word_id), null) as word_ids, array_remove(array_agg(title_id), null) as title_ids,
          string_agg(rare, ' | ') as rare from placed group by 1, 2, 3, 4) as word),
      'meanings', (select coalesce(json_agg(json_build_object('first', first, 'last', last, 'phrase', phrase) order by way), '[]') from meaning),
      'rule', ${ruleOf(query, lookup.tried)}
    ) as resolved`.execute(db);
  return rows[0]?.resolved ?? { here: null, chosen: [], words: [], meanings: [], rule: null };
}
