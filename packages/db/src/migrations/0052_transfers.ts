import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table inventory.transfer (
      id uuid constraint transfer_pk primary key,
      from_id uuid not null references inventory.location,
      to_id uuid not null references inventory.location,
      state text not null default 'sent' check (state in ('sent', 'received')),
      note text,
      sent_at timestamptz not null,
      received_at timestamptz,
      version integer not null default 1,
      constraint transfer_between check (from_id <> to_id),
      constraint transfer_received check ((state = 'received') = (received_at is not null))
    );
    create index transfer_latest on inventory.transfer (sent_at desc, id desc);
    create index transfer_on_its_way on inventory.transfer (to_id) where state = 'sent';

    create table inventory.transfer_line (
      transfer_id uuid not null references inventory.transfer on delete cascade,
      variant_id uuid not null references catalog.variant on delete cascade,
      sent integer not null check (sent > 0),
      received integer check (received between 0 and sent),
      constraint transfer_line_pk primary key (transfer_id, variant_id)
    );
    comment on table inventory.transfer is 'Goods on their way from one place to another: on hand in the place :transit meanwhile, and not for sale.';

    create table inventory.drift (
      variant_id uuid not null references catalog.variant on delete cascade,
      location_id uuid not null references inventory.location,
      on_hand integer not null,
      moved integer not null,
      reserved integer not null,
      held integer not null,
      found_at timestamptz not null,
      constraint drift_pk primary key (variant_id, location_id)
    );
    comment on table inventory.drift is 'Levels that the last check found to differ from their movements or holds (INV-10); empty in a sound shop.';
  `.execute(db);
}
