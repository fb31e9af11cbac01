import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table auth.factor (
      user_id uuid constraint factor_pk primary key references users.user on delete cascade,
      secret_sealed text not null check (char_length(secret_sealed) <= 400),
      begun_at timestamptz not null,
      confirmed_at timestamptz,
      last_step integer,
      check ((confirmed_at is null) = (last_step is null))
    );
    comment on column auth.factor.last_step is
      'The time step whose code was accepted last (RFC 6238): neither it nor an earlier one counts again.';

    create table auth.recovery_code (
      user_id uuid not null references auth.factor on delete cascade,
      hash bytea not null check (octet_length(hash) = 32),
      used_at timestamptz,
      constraint recovery_code_pk primary key (user_id, hash)
    );

    create table auth.challenge (
      hash bytea constraint challenge_pk primary key check (octet_length(hash) = 32),
      user_id uuid not null references users.user on delete cascade,
      av integer not null check (av > 0),
      expires_at timestamptz not null
    );
    comment on table auth.challenge is 'The password was right, a code of the second factor has to follow.';
    create index challenge_by_user on auth.challenge (user_id);
    create index challenge_expires_at on auth.challenge (expires_at);
  `.execute(db);
}
