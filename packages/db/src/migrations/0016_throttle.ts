import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table core.bucket (
      key text constraint bucket_pk primary key check (char_length(key) <= 128),
      hits integer not null check (hits >= 0),
      free_at timestamptz not null,
      drained_at timestamptz not null
    ) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);
    comment on table core.bucket is
      'How often somebody came lately: the name of a limit and a keyed hash of whom it counts. No other index, so that a hit '
      'is written where its row is (HOT).';
  `.execute(db);
}
