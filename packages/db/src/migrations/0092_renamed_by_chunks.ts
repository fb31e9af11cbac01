import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table search.renamed
      add column id bigint generated always as identity constraint renamed_pk primary key,
      add column next_chunk integer not null default 0;
    comment on table search.renamed is 'Choices that are called otherwise now: each refresh marks the products of one chunk that say one of them.';
    comment on column search.renamed.next_chunk is 'Of the postings: those before it are marked.';
  `.execute(db);
}
