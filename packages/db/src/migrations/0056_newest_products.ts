import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index product_newest on catalog.product (created_at desc, id desc) where status = 'published'`.execute(
    db,
  );
}
