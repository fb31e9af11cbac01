import { type Kysely, sql } from "kysely";

/** Unpacking bits was a sixth of a search. Rows become plain as their bits turn, and all at once by the next rebuild. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table search.posting alter column bits set storage plain`.execute(db);
}
