import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create schema core;

    create table core.idempotency (
      principal text not null,
      operation text not null,
      key_hash text not null,
      request_hash text not null,
      answer bytea,
      created_at timestamptz not null default now(),
      constraint idempotency_pk primary key (principal, operation, key_hash)
    );
    create index idempotency_created_at on core.idempotency (created_at);

    create table core.outbox (
      id bigint generated always as identity constraint outbox_pk primary key,
      dedup_key text not null constraint outbox_dedup_key_unique unique,
      topic text not null,
      payload jsonb not null,
      created_at timestamptz not null default now(),
      dispatched_at timestamptz
    );
    create index outbox_waiting on core.outbox (id) where dispatched_at is null;

    create table core.mail (
      id bigint generated always as identity constraint mail_pk primary key,
      message_id text not null constraint mail_message_id_unique unique,
      recipient text not null,
      subject text not null,
      body_text text not null,
      body_html text not null,
      sent_at timestamptz not null default now()
    );
  `.execute(db);
}
