// oxlint-disable-next-line no-restricted-imports -- one set-based statement over a text search statistic, which the builder cannot say
import { sql, type Kysely } from "kysely";
import { REFRESH_LOCK } from "./refresh.ts";
import type { SearchTables } from "./search.tables.ts";
import { CHUNK } from "./search-sql.ts";

/** A word of fewer products is looked up in the text index as fast as its bits would be. */
const FREQUENT = 300;
/** Texts that are read to find which words are frequent. */
const SAMPLE = 20_000;
const EVERY_WORD = 1_000_000;

/**
 * Gives up to `most` words that became frequent their postings, those of most products first. Searches are right before
 * and after: a word without postings is looked up in the text index. Inside a transaction; while another writes listings it does nothing. Returns how many.
 */
export async function learnWords(db: Kysely<SearchTables>, most: number): Promise<number> {
  const { rows } = await sql<{ ours: boolean }>`select pg_try_advisory_xact_lock(${REFRESH_LOCK}) as ours`.execute(db);
  if (!rows[0]?.ours) return 0;
  const terms = await inventTerms(db, most);
  if (terms.length > 0) await fillPostings(db, terms);
  return terms.length / 2;
}

interface WordTerm {
  id: number;
  kind: "word" | "title";
  key: string;
}

async function inventTerms(db: Kysely<SearchTables>, most: number): Promise<WordTerm[]> {
  const { rows } = await sql<WordTerm>`
    with sample as materialized (
      select least(100, 100.0 * ${SAMPLE} / greatest(1, (select count(*) from search.listing)))::real as percent
    ),
    frequent as (
      select word as stem from sample cross join lateral ts_stat(format(
        'select document from search.listing tablesample system (%s) repeatable (0)', percent)) as stat
      where ndoc * 100 / percent >= ${FREQUENT} and ndoc > 4
        and not exists (select from search.term where (kind, code, key) = ('word', '', word))
      order by ndoc desc, word limit ${most}
    )
    insert into search.term (kind, code, key, label)
    select kind, '', stem, '{}' from frequent cross join unnest(array['word', 'title']) as kind
    on conflict do nothing
    returning id, kind, key`.execute(db);
  return rows;
}

async function fillPostings(db: Kysely<SearchTables>, terms: WordTerm[]) {
  await sql`
    insert into search.posting (term_id, chunk, bits)
    select said.id, l.ordinal / ${CHUNK}, search.bits_of(l.ordinal % ${CHUNK}, 1)
    from unnest(${terms.map(({ id }) => id)}::int[], ${terms.map(queryOf)}::text[]) as said (id, query)
    join search.listing as l on l.document @@ said.query::tsquery
    group by 1, 2`.execute(db);
}

const queryOf = ({ kind, key }: WordTerm) => `'${key.replaceAll("'", "''")}'${kind === "title" ? ":AB" : ""}`;

/** Of the whole read model at once, chunk by chunk: each text is read once for all words. */
export async function learnAllWords(db: Kysely<SearchTables>): Promise<void> {
  if ((await inventTerms(db, EVERY_WORD)).length === 0) return;
  const { rows } = await sql<{
    last: number | null;
  }>`select max(ordinal) / ${CHUNK} as last from search.listing`.execute(db);
  for (let chunk = 0; chunk <= (rows[0]?.last ?? -1); chunk++) {
    await sql`
      insert into search.posting (term_id, chunk, bits)
      select term.id, ${chunk}::int, search.bits_of(said.ordinal % ${CHUNK}, 1)
      from (
        select ordinal, 'word' as kind, unnest(tsvector_to_array(document)) as stem from search.listing
        where ordinal >= ${chunk}::int * ${CHUNK} and ordinal < (${chunk}::int + 1) * ${CHUNK}
        union all
        select ordinal, 'title', unnest(tsvector_to_array(ts_filter(document, '{a,b}'))) from search.listing
        where ordinal >= ${chunk}::int * ${CHUNK} and ordinal < (${chunk}::int + 1) * ${CHUNK}
      ) as said
      join search.term on (term.kind, term.code, term.key) = (said.kind, '', said.stem)
      group by 1`.execute(db);
  }
}
