import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index variant_product on catalog.variant (product_id)`.execute(db);
}
