// oxlint-disable-next-line no-restricted-imports -- products are told from the bits of a value, which the builder cannot say
import { sql, type Kysely } from "kysely";
import { facetCode } from "./search-sql.ts";
import type { SearchTables } from "./search.tables.ts";

/** Renamed choices that are looked at together: those that nothing says are done with at once. */
const LOOKED_AT = 200;

/**
 * Marks the products of one chunk that say a choice which is called otherwise now, and remembers where it stands: so no
 * refresh takes long, however many say it. They wait for what changed by itself. Answers whether there was such a chunk.
 * Call it under the lock of the refresh.
 */
export async function markRenamed(db: Kysely<SearchTables>): Promise<boolean> {
  const { rows } = await sql`
    with waiting as materialized (
      select renamed.id, said.chunk, said.bits
      from (select * from search.renamed order by id limit ${LOOKED_AT}) as renamed
      left join lateral (
        select posting.chunk, posting.bits
        from search.term join search.posting on posting.term_id = term.id
        where (term.kind, term.code, term.key) = ('value', ${facetCode(sql`renamed.attribute_code`)}, search.facet_key(renamed.choice_code))
          and posting.chunk >= renamed.next_chunk and bit_count(posting.bits) > 0
        order by posting.chunk limit 1
      ) as said on true
    ),
    step as materialized (select * from waiting where chunk is not null order by id limit 1),
    marked as (
      insert into search.dirty (product_id, patient)
      select product_id, true
      from step cross join lateral search.members(step.chunk, step.bits) as ordinal join search.listing using (ordinal)
    ),
    advanced as (
      update search.renamed set next_chunk = step.chunk + 1 from step where renamed.id = step.id
    ),
    finished as (
      delete from search.renamed using waiting where renamed.id = waiting.id and waiting.chunk is null
    )
    select from step`.execute(db);
  return rows.length > 0;
}
