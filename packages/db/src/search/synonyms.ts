// oxlint-disable-next-line no-restricted-imports -- parts of one statement, which the builder cannot say
import { sql } from "kysely";
import { foldedPhrase, type SynonymDraft, type TextLookup } from "@vitrina/domain/search";
import { type Fragment, WHOLE_SHOP } from "./search-sql.ts";

/** Of phrases that staff say mean the same as the typed ones, for one query; and of words of a phrase. */
const MOST_MEANINGS = sql`60`;
const LONGEST_PHRASE = sql`3`;

/** Rows (role, phrase, language) of a synonym: a phrase for all languages is one of each. */
export const termsOf = ({ kind, language, phrases }: SynonymDraft): Fragment => sql`
  select case when ${kind}::text = 'group' then 'member' when place = 1 then 'source' else 'target' end as role, phrase, language
  from unnest(${phrases.map(foldedPhrase)}::text[]) with ordinality as said (phrase, place)
  cross join unnest(${language ? [language] : ["ru", "en"]}::text[]) as language`;

/** The saved terms, or with one synonym as if it were saved, in the place of that with its id. */
const termsWith = ({ synonym }: NonNullable<TextLookup["tried"]>): Fragment =>
  synonym
    ? sql`(
      select synonym_id, role, language, phrase, key from search.synonym_term where synonym_id is distinct from ${synonym.id ?? null}::uuid
      union all
      select ${WHOLE_SHOP}::uuid, role, language, phrase, search.phrase_key(phrase) from (${termsOf(synonym)}) as tried
    )`
    : sql`search.synonym_term`;

/** CTE `meaning` (way, first, last, phrase): what stands for the words of `typed` from number `first` to `last`. */
export function meaningsOf({ locale, tried = {} }: Pick<Partial<TextLookup>, "locale" | "tried">): Fragment {
  const terms = termsWith(tried);
  return sql`
    stemmed as (
      select number, search.phrase_key(word) as stem from typed where exists (select from ${terms} as any_term)
    ),
    span as (
      select first.number as first, last.number as last, string_agg(inside.stem, ' ' order by inside.number) as key
      from stemmed as first
      join stemmed as last on last.number >= first.number and last.number < first.number + ${LONGEST_PHRASE}
      join stemmed as inside on inside.number between first.number and last.number
      group by 1, 2
    ),
    meaning as materialized (
      select row_number() over (order by first, last, phrase) as way, first, last, phrase from (
        select distinct span.first, span.last, other.phrase
        from span
        join ${terms} as said on said.key = span.key and said.role <> 'target'
        join ${terms} as other on other.synonym_id = said.synonym_id and other.language = said.language
          and other.role = case said.role when 'source' then 'target' else 'member' end and other.key <> span.key
        where said.language = coalesce(${locale ?? null}::text, said.language)
        order by 1, 2, 3 limit ${MOST_MEANINGS}
      ) as found
    )`;
}

/** What staff put first and last for a query, in folded words: as JSON, or null. */
export function ruleOf(query: string, { rule }: NonNullable<TextLookup["tried"]> = {}): Fragment {
  const key = sql`search.phrase_key(${query})`;
  const saved = sql`select pinned, buried from search.query_rule where key = ${key}`;
  const rows = rule
    ? sql`
      select ${rule.pinned}::uuid[] as pinned, ${rule.buried}::uuid[] as buried where search.phrase_key(${foldedPhrase(rule.query)}) = ${key}
      union all ${saved} and id is distinct from ${rule.id ?? null}::uuid`
    : saved;
  return sql`(select json_build_object('pinned', pinned, 'buried', buried) from (${rows}) as rule)`;
}
