import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function search.phrase_key(phrase text) returns text language sql immutable parallel safe
      return (
        select string_agg(coalesce((tsvector_to_array(to_tsvector('search.shop', word)))[1], word), ' ' order by place)
        from unnest(string_to_array(phrase, ' ')) with ordinality as said (word, place)
      );
    comment on function search.phrase_key is 'Of folded words, their stems in order: the form in which queries and synonyms are compared.';

    create table search.synonym (
      id uuid constraint synonym_pk primary key,
      kind text not null check (kind in ('group', 'one-way')),
      language text check (language in ('ru', 'en')),
      phrases text[] not null check (cardinality(phrases) between 2 and 20),
      version integer not null default 1
    );
    comment on table search.synonym is 'What staff call the same (SRCH-06).';
    comment on column search.synonym.language is 'Of the shoppers it is for; null for all.';
    comment on column search.synonym.phrases is 'As staff wrote them. One-way: who types the first finds the others too.';

    create table search.synonym_term (
      synonym_id uuid not null constraint synonym_term_synonym references search.synonym on delete cascade,
      role text not null check (role in ('member', 'source', 'target')),
      language text not null check (language in ('ru', 'en')),
      phrase text not null,
      key text not null generated always as (search.phrase_key(phrase)) stored,
      constraint synonym_term_pk primary key (synonym_id, role, language, key)
    );
    create unique index synonym_term_said on search.synonym_term (key, role, language) where role <> 'target';
    comment on table search.synonym_term is
      'The phrases of synonyms, folded, once for each language: no phrase is in two groups, nor the source of two.';

    create table search.query_rule (
      id uuid constraint query_rule_pk primary key,
      query text not null,
      words text not null,
      key text not null generated always as (search.phrase_key(words)) stored,
      pinned uuid[] not null,
      buried uuid[] not null,
      version integer not null default 1,
      constraint query_rule_key unique (key),
      constraint query_rule_apart check (not pinned && buried),
      check (cardinality(pinned) <= 20 and cardinality(buried) <= 50)
    );
    comment on table search.query_rule is 'Products that staff put first or last for a query (SRCH-06).';
    comment on column search.query_rule.query is 'As staff wrote it; words is its folded form.';
    comment on column search.query_rule.pinned is 'In the order in which they stand.';
  `.execute(db);
}
