import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table auth.link (
      id uuid constraint link_pk primary key,
      purpose text not null check (
        purpose in ('verify', 'reset', 'change-email', 'undo-email', 'invite', 'undo-erasure', 'export')
      ),
      user_id uuid references users.user on delete cascade,
      hash bytea not null constraint link_hash_unique unique check (octet_length(hash) = 32),
      email text not null check (char_length(email) <= 254),
      email_canonical text not null,
      av integer check (av > 0),
      subject text not null check (char_length(subject) <= 200),
      created_at timestamptz not null,
      expires_at timestamptz not null check (expires_at > created_at),
      consumed_at timestamptz
    );
    create index link_by_user on auth.link (user_id, purpose, created_at);
    create index link_by_email on auth.link (email_canonical, purpose) where consumed_at is null;
    create index link_expires_at on auth.link (expires_at);
  `.execute(db);
}
