import { type Kysely, sql } from "kysely";

/** Of the time of a search a sixth went into unpacking bits; packed, all of them are a few hundredths of the shop's data. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table search.posting alter column bits set storage plain;
    update search.posting set bits = bits | bits;
  `.execute(db);
}
