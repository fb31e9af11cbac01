import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table users.data_export (
      user_id uuid constraint data_export_pk primary key references users.user on delete cascade,
      id uuid not null constraint data_export_id_unique unique,
      asked_at timestamptz not null,
      archive bytea check (octet_length(archive) <= 33554432),
      expires_at timestamptz check ((expires_at is not null) = (archive is not null) and expires_at > asked_at)
    );
    comment on table users.data_export is
      'The file of a person''s data, one at a time: in the database, so that any process can hand out what another made, and '
      'so that backups, roles and deletion hold for it as for the data it is a copy of. It goes after seven days.';
    alter table users.data_export alter column archive set storage external;
    create index data_export_expires_at on users.data_export (expires_at);

    alter table users.user add column erase_at timestamptz;
    comment on column users.user.erase_at is 'When the person is erased, as they asked; they have no session until then.';
    create index user_erase_at on users.user (erase_at) where erase_at is not null;

    alter table reviews.review alter column author drop not null;
    comment on column reviews.review.author is 'Null for a buyer who was erased: shown as a former customer.';

    create index order_of_guest on orders.order (lower(email)) where user_id is null;
  `.execute(db);
}
