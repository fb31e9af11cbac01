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

    insert into inventory.location (id, code, name)
    values ('00000000-0000-7000-8000-000000000001', 'main', '{"ru": "Основной склад", "en": "Main warehouse"}');

    create view inventory.availability as
      select variant_id, sum(on_hand - reserved)::integer as available from inventory.level group by variant_id;
    comment on view inventory.availability is 'Published to the rooms above: what can be sold now (INV-04).';

    create view inventory.held as
      select holder_id, variant_id, sum(quantity)::integer as quantity from inventory.hold group by holder_id, variant_id;
    comment on view inventory.held is 'Published to the rooms above: goods a holder has set aside, which only look sold to others.';

    create view inventory.imbalance as
      select level.variant_id, level.location_id, level.on_hand, moved.quantity as moved, level.reserved, held.quantity as held
      from inventory.level
      cross join lateral (
        select coalesce(sum(delta), 0)::integer as quantity from inventory.movement
        where movement.variant_id = level.variant_id and movement.location_id = level.location_id
      ) as moved
      cross join lateral (
        select coalesce(sum(quantity), 0)::integer as quantity from inventory.hold
        where hold.variant_id = level.variant_id and hold.location_id = level.location_id
      ) as held
      where level.on_hand <> moved.quantity or level.reserved <> held.quantity;
    comment on view inventory.imbalance is 'The auditor: empty unless the books are wrong (sum of movements = on hand, sum of holds = reserved).';
  `.execute(db);
}
