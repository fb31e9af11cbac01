import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create schema auth;

    create table auth.credential (
      user_id uuid constraint credential_pk primary key references users.user on delete cascade,
      password_hash text not null,
      changed_at timestamptz not null
    );

    create table auth.session (
      id uuid constraint session_pk primary key,
      user_id uuid not null references users.user on delete cascade,
      realm text not null check (realm in ('browser', 'api')),
      created_at timestamptz not null,
      last_used_at timestamptz not null,
      idle_expires_at timestamptz not null,
      absolute_expires_at timestamptz not null,
      auth_time timestamptz not null,
      amr text[] not null,
      ua_label text not null check (char_length(ua_label) <= 200),
      ip_prefix text not null check (char_length(ip_prefix) <= 64),
      revoked_at timestamptz,
      reason text
    );
    create index session_by_user on auth.session (user_id) where revoked_at is null;
    create index session_revoked_at on auth.session (revoked_at) where revoked_at is not null;
    create index session_absolute_expires_at on auth.session (absolute_expires_at);

    create table auth.refresh_token (
      id uuid constraint refresh_token_pk primary key,
      session_id uuid not null references auth.session on delete cascade,
      hash bytea not null constraint refresh_token_hash_unique unique,
      parent_id uuid constraint refresh_token_parent_unique unique references auth.refresh_token on delete cascade,
      created_at timestamptz not null,
      used_at timestamptz,
      succ_sealed bytea,
      seal_until timestamptz,
      replays integer not null default 0
    );
    create index refresh_token_session on auth.refresh_token (session_id);
    create index refresh_token_sealed on auth.refresh_token (seal_until) where succ_sealed is not null;
  `.execute(db);
}
