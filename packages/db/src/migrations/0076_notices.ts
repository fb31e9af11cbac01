import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table inventory.notice (
      id uuid constraint notice_pk primary key,
      variant_id uuid not null references catalog.variant on delete cascade,
      user_id uuid,
      email text not null check (char_length(email) <= 254),
      email_canonical text not null,
      stop_hash bytea not null,
      locale text not null check (locale in ('ru', 'en')),
      text_version text not null check (char_length(text_version) between 1 and 50),
      asked_at timestamptz not null,
      confirmed_at timestamptz,
      confirm_hash bytea constraint notice_confirm_hash_unique unique,
      expires_at timestamptz not null,
      constraint notice_once unique (variant_id, email_canonical),
      constraint notice_confirmable check (confirmed_at is not null or confirm_hash is not null)
    );
    comment on table inventory.notice is
      'Who is to be told once that something is back (INV-11). It goes with its letter, so that nothing is kept of whoever was told.';
    comment on column inventory.notice.user_id is 'Who asked while signed in; without a reference, for an erased person''s notices are deleted by their room.';
    comment on column inventory.notice.stop_hash is 'Digest of the token that ends all notices of the address; the token stands in letters only.';
    comment on column inventory.notice.confirm_hash is 'Digest of the token that confirms the address of a guest.';
    create index notice_waiting on inventory.notice (variant_id, asked_at, id) where confirmed_at is not null;
    create index notice_of_address on inventory.notice (email_canonical);
    create index notice_of_user on inventory.notice (user_id) where user_id is not null;
    create index notice_stopped on inventory.notice (stop_hash);
    create index notice_expires_at on inventory.notice (expires_at);

    -- So that what sold lately is found without reading every movement there ever was.
    create index movement_shipped on inventory.movement (created_at) include (variant_id, location_id, delta) where reason = 'shipped';
  `.execute(db);
}
