import { type Kysely, sql } from "kysely";

/** Listings of before know neither the names of choices nor what variants say for themselves. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into search.dirty (product_id, patient)
    select id, true from catalog.product
    where attributes ?| array(select code from catalog.attribute where choices <> '[]')
    union
    select product_id, true from catalog.variant where attributes <> '{}'
  `.execute(db);
}
