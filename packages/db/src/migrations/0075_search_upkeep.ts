import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table search.dirty add column marked_at timestamptz not null default clock_timestamp();
    comment on column search.dirty.marked_at is 'Since when the listing waits to be made true, for the alarm.';
    alter table search.word add column products integer not null default 0;
    comment on column search.word.products is
      'How many products say it in any form, as learnt from a sample: of the words that begin alike, the more frequent are meant.';
  `.execute(db);
}
