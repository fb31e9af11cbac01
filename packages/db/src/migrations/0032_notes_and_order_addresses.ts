import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table users.customer_note (
      id uuid constraint customer_note_pk primary key,
      user_id uuid not null references users.user on delete cascade,
      author_id uuid not null,
      text text not null check (char_length(text) between 1 and 2000),
      created_at timestamptz not null
    );
    create index customer_note_latest on users.customer_note (user_id, created_at desc, id desc);
    comment on table users.customer_note is 'What the shop''s people wrote down about customers: never edited. The author is no reference, for a note outlasts them.';
    create trigger note_append_only before update on users.customer_note
      for each statement execute function core.refuse_change();

    -- Whoever saw orders saw their addresses too; from now on that is a right of its own, and nobody loses what they had.
    update users.role set permissions = permissions || '{orders:address}'
      where 'orders:manage' = any (permissions) and not 'orders:address' = any (permissions);
    update auth.api_key set scopes = scopes || '{orders:address}'
      where 'orders:manage' = any (scopes) and not 'orders:address' = any (scopes);
  `.execute(db);
}
