// oxlint-disable-next-line no-restricted-imports -- products are told from the bits of a value, which the builder cannot say
import { sql, type Kysely } from "kysely";
import type { SearchTables } from "./search.tables.ts";

/**
 * Marks all products that say a choice which is called otherwise now, by one statement for any number of them; they wait for
 * what changed by itself. Call it under the lock of the refresh.
 */
export async function markRenamed(db: Kysely<SearchTables>): Promise<void> {
  const { rows } = await sql<{ code: string; choice: string }>`
    delete from search.renamed returning attribute_code as code, choice_code as choice`.execute(db);
  if (rows.length === 0) return;
  await sql`
    insert into search.dirty (product_id, patient)
    select distinct product_id, true
    from unnest(${rows.map(({ code }) => code)}::text[], ${rows.map(({ choice }) => choice)}::text[]) as renamed (code, choice)
    join search.term on (term.kind, term.code, term.key) = ('value', renamed.code, search.facet_key(renamed.choice))
    join search.posting on posting.term_id = term.id
    cross join lateral search.members(posting.chunk, posting.bits) as ordinal
    join search.listing using (ordinal)`.execute(db);
}
