import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table catalog.import
      add feed boolean not null default true,
      add headers jsonb not null default '[]' check (jsonb_typeof(headers) = 'array'),
      add samples jsonb not null default '[]' check (jsonb_typeof(samples) = 'array'),
      add lease uuid,
      add leased_until timestamptz;
    comment on column catalog.import.lease is 'Of the worker that is at it; whoever is killed loses it by the clock, and another one goes on.';
    create index import_waiting on catalog.import (updated_at) where state in ('checking', 'running', 'undoing');
    create index import_change_waiting on catalog.import_change (import_id, product_id) where undone is null;
  `.execute(db);
}
