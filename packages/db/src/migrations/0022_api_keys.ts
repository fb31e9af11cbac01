import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table auth.api_key (
      id uuid constraint api_key_pk primary key,
      owner_id uuid not null references users.user on delete cascade,
      name text not null check (char_length(name) between 1 and 60),
      hint text not null check (char_length(hint) <= 16),
      hash bytea not null constraint api_key_hash_unique unique,
      scopes text[] not null check (cardinality(scopes) between 1 and 200),
      created_at timestamptz not null,
      expires_at timestamptz not null check (expires_at <= created_at + interval '366 days'),
      last_used_at timestamptz,
      revoked_at timestamptz
    );
    create index api_key_owner on auth.api_key (owner_id, created_at desc);
    create index api_key_created_at on auth.api_key (created_at desc);
  `.execute(db);
}
