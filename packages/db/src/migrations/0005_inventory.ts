import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create schema inventory;

    create table inventory.location (
      id uuid constraint location_pk primary key,
      code text not null constraint location_code_unique unique,
      name jsonb not null,
      priority integer not null default 0
    );

    create table inventory.level (
      variant_id uuid not null references catalog.variant on delete cascade,
      location_id uuid not null references inventory.location,
      on_hand integer not null check (on_hand >= 0),
      reserved integer not null default 0,
      constraint level_pk primary key (variant_id, location_id),
      constraint level_reserved_within_on_hand check (reserved >= 0 and reserved <= on_hand)
    ) with (fillfactor = 50);

    create table inventory.movement (
      id bigint generated always as identity constraint movement_pk primary key,
      variant_id uuid not null references catalog.variant on delete cascade,
      location_id uuid not null references inventory.location,
      delta integer not null check (delta <> 0),
      reason text not null check (reason in ('received', 'adjusted', 'imported', 'shipped', 'returned')),
      reference text,
      actor text not null,
      created_at timestamptz not null default now()
    );
    create index movement_variant on inventory.movement (variant_id, location_id);

    create table inventory.hold (
      holder_id uuid not null,
      variant_id uuid not null references catalog.variant on delete cascade,
      location_id uuid not null references inventory.location,
      quantity integer not null check (quantity > 0),
      kind text not null check (kind in ('held', 'allocated')),
      expires_at timestamptz,
      constraint hold_pk primary key (holder_id, variant_id, location_id),
      constraint hold_expiry check ((kind = 'held') = (expires_at is not null))
    );
    comment on column inventory.hold.holder_id is 'The cart while kind is held (the checkout), the same cart''s id still while allocated to its order; sum of quantities = level.reserved.';
    create index hold_expiring on inventory.hold (expires_at) where kind = 'held';
    create index hold_variant on inventory.hold (variant_id, location_id);
  `.execute(db);
}
