// oxlint-disable-next-line no-restricted-imports -- one set-based statement over a text search statistic, which the builder cannot say
import { sql, type Kysely } from "kysely";
import type { SearchTables } from "./search.tables.ts";

/** Texts that are read. */
const SAMPLE = 20_000;

/**
 * Learns how many products say each known word, in any form, from a sample of the texts. A count is rounded to two digits,
 * so that a catalogue which hardly changes writes hardly anything. Inside a transaction. Returns how many counts changed.
 */
export async function countWords(db: Kysely<SearchTables>): Promise<number> {
  const { numAffectedRows } = await sql`
    with sample as materialized (
      select least(100, 100.0 * ${SAMPLE} / greatest(1, (select count(*) from search.listing)))::real as percent
    ),
    said as materialized (
      select word as stem, ndoc * 100 / percent as total from sample cross join lateral ts_stat(format(
        'select document from search.listing tablesample system (%s) repeatable (0)', percent)) as stat
    ),
    counted as materialized (
      select known.word, round(coalesce(said.total, 0)::numeric, 1 - floor(log(greatest(1, coalesce(said.total, 1)))::numeric)::int)::int as total
      from search.word as known
      left join said on said.stem = (tsvector_to_array(to_tsvector('search.shop', known.word)))[1]
    )
    update search.word as known set products = counted.total
    from counted where counted.word = known.word and counted.total <> known.products`.execute(db);
  return Number(numAffectedRows ?? 0n);
}
