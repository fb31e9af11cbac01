import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index user_phone on users.user (phone) where phone is not null`.execute(db);
}
