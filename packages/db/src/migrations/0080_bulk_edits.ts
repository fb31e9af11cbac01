import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table catalog.bulk_edit (
      id uuid constraint bulk_edit_pk primary key,
      change jsonb not null check (jsonb_typeof(change) = 'object'),
      state text not null check (state in ('checking', 'checked', 'running', 'done', 'failed', 'undoing', 'undone')),
      products integer not null check (products between 0 and 100000),
      actor_id uuid not null,
      lease uuid,
      leased_until timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      version integer not null default 1
    );
    comment on table catalog.bulk_edit is 'One change of many products: tried, done and undone in slices.';
    comment on column catalog.bulk_edit.actor_id is 'Who asked last, for the trail of what the worker does.';
    create index bulk_edit_newest on catalog.bulk_edit (created_at desc, id desc);
    create index bulk_edit_waiting on catalog.bulk_edit (updated_at) where state in ('checking', 'running', 'undoing');

    create table catalog.bulk_edit_row (
      edit_id uuid not null references catalog.bulk_edit on delete cascade,
      product_id uuid not null,
      outcome text not null default 'waiting' check (outcome in ('waiting', 'ready', 'unchanged', 'refused', 'changed', 'restored', 'kept')),
      reason text,
      blockers jsonb not null default '[]' check (jsonb_typeof(blockers) = 'array'),
      before jsonb not null default '{}' check (jsonb_typeof(before) = 'object'),
      after jsonb not null default '{}' check (jsonb_typeof(after) = 'object'),
      constraint bulk_edit_row_pk primary key (edit_id, product_id)
    );
    create index bulk_edit_row_outcome on catalog.bulk_edit_row (edit_id, outcome, product_id);
    comment on table catalog.bulk_edit_row is 'What becomes of each product; a product that is deleted keeps its row.';
    comment on column catalog.bulk_edit_row.outcome is 'waiting: not tried yet; ready: would change; restored, kept: by undoing.';
    comment on column catalog.bulk_edit_row.before is 'Only the fields that change, as they were seen: who finds them otherwise leaves the product alone.';
  `.execute(db);
}
