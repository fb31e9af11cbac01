import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table core.saved_view (
      id uuid constraint saved_view_pk primary key,
      owner_id uuid not null,
      list text not null check (list in ('products', 'orders', 'customers', 'stock')),
      name text not null check (char_length(name) between 1 and 60),
      search jsonb not null check (jsonb_typeof(search) = 'object' and octet_length(search::text) <= 4096),
      shared boolean not null,
      created_at timestamptz not null,
      version integer not null default 1
    );
    comment on table core.saved_view is 'Filters and orders of lists in the back office under names, of their owner alone or shared with all who see the list.';
    create index saved_view_of on core.saved_view (owner_id, list);
    create index saved_view_shared on core.saved_view (list) where shared;
  `.execute(db);
}
