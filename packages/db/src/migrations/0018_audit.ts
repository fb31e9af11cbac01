import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table core.audit (
      id bigint generated always as identity constraint audit_pk primary key,
      at timestamptz not null default date_trunc('milliseconds', now()),
      actor_kind text not null check (actor_kind in ('user', 'system', 'operator')),
      actor_id uuid check ((actor_id is not null) = (actor_kind = 'user')),
      action text not null check (action ~ '^[a-z-]+[.][a-z-]+$' and char_length(action) <= 60),
      subject_kind text not null check (subject_kind ~ '^[a-z-]+$' and char_length(subject_kind) <= 30),
      subject_id text not null check (char_length(subject_id) between 1 and 100),
      before jsonb check (pg_column_size(before) <= 32768),
      after jsonb check (pg_column_size(after) <= 32768),
      reason text check (char_length(reason) <= 500),
      request_id uuid,
      network text check (char_length(network) <= 64)
    );
    comment on table core.audit is
      'Who did what to what, before and after, and why; append-only. Without references, for it outlasts what it speaks of.';
    create index audit_by_time on core.audit (at, id);
    create index audit_by_actor on core.audit (actor_id, at, id) where actor_id is not null;
    create index audit_by_action on core.audit (action, at, id);
    create index audit_by_subject on core.audit (subject_kind, subject_id, at, id);

    create function core.refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception using errcode = 'insufficient_privilege', message = tg_table_schema || '.' || tg_table_name || ' is append-only';
    end $$;
    create trigger audit_append_only before update or delete or truncate on core.audit
      for each statement execute function core.refuse_change();
    alter table core.audit enable always trigger audit_append_only;
    revoke update, delete, truncate on core.audit from public;
  `.execute(db);
}
