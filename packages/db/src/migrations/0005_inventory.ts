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
  await reserving(db);
  await moving(db);
}

/** Every writer takes its holds first and then the levels in the order of their key, so that no two wait for each other. */
async function reserving(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function inventory.lock_levels(variants uuid[]) returns void language plpgsql as $$
    begin
      perform from inventory.level where variant_id = any (variants) order by variant_id, location_id for update;
    end $$;
    comment on function inventory.lock_levels is 'What the caller reads in its next statement stands still until it commits.';

    create function inventory.reserve(holder uuid, demands jsonb, until timestamptz) returns jsonb language plpgsql as $$
    declare
      shortages jsonb;
    begin
      perform from inventory.hold where holder_id = holder for update;
      perform inventory.lock_levels(array(
        select "variantId" from jsonb_to_recordset(demands) as line ("variantId" uuid)
        union select variant_id from inventory.hold where holder_id = holder
      ));

      with demand as materialized (
        select "variantId" as variant_id, sum(quantity)::integer as quantity
        from jsonb_to_recordset(demands) as line ("variantId" uuid, quantity integer) group by 1
      ), former as (
        delete from inventory.hold where holder_id = holder and (kind = 'held' or until is null)
        returning variant_id, location_id, quantity
      ), place as (
        select level.variant_id, level.location_id, location.priority, coalesce(former.quantity, 0) as former,
          level.on_hand - level.reserved + coalesce(former.quantity, 0) as free
        from inventory.level
        join inventory.location on location.id = level.location_id
        left join former on former.variant_id = level.variant_id and former.location_id = level.location_id
        where level.variant_id in (select variant_id from demand union all select variant_id from former)
      ), share as (
        select place.*, greatest(0, least(free, coalesce(demand.quantity, 0) - coalesce(sum(free) over (
          partition by variant_id order by priority, location_id rows between unbounded preceding and 1 preceding
        ), 0)))::integer as taken
        from place left join demand using (variant_id)
      ), changed as (
        update inventory.level set reserved = level.reserved + share.taken - share.former
        from share
        where level.variant_id = share.variant_id and level.location_id = share.location_id and share.taken <> share.former
      ), kept as (
        insert into inventory.hold (holder_id, variant_id, location_id, quantity, kind, expires_at)
        select holder, variant_id, location_id, taken, case when until is null then 'allocated' else 'held' end, until
        from share where taken > 0
      )
      select jsonb_agg(jsonb_build_object('variantId', variant_id, 'wanted', quantity, 'left', left_over) order by variant_id)
      into shortages
      from (
        select demand.variant_id, demand.quantity, coalesce(sum(share.free), 0) as left_over
        from demand left join share using (variant_id) group by 1, 2
      ) as offered
      where quantity > left_over;
      return shortages;
    end $$;
    comment on function inventory.reserve is
      'Replaces what the holder has set aside: held until then, or allocated to its order when until is null (INV-05, INV-06). '
      'Demand is summed per variant and taken by priority of location. Null, or every shortage: then the caller must roll back.';

    create function inventory.allocate(holder uuid, demands jsonb) returns jsonb language sql as $$
      select inventory.reserve(holder, demands, null);
    $$;

    create function inventory.release(holder uuid) returns void language sql as $$
      select inventory.reserve(holder, '[]', null);
    $$;

    create function inventory.release_expired(at timestamptz, most integer) returns integer language plpgsql as $$
    declare
      expired inventory.hold[];
    begin
      expired := array(
        select hold from inventory.hold where kind = 'held' and expires_at <= at
        order by expires_at limit most
        for update skip locked
      );
      perform inventory.lock_levels(array(select variant_id from unnest(expired)));

      delete from inventory.hold using unnest(expired) as gone
      where hold.holder_id = gone.holder_id and hold.variant_id = gone.variant_id and hold.location_id = gone.location_id;
      update inventory.level set reserved = reserved - gone.quantity
      from (select variant_id, location_id, sum(quantity)::integer as quantity from unnest(expired) group by 1, 2) as gone
      where level.variant_id = gone.variant_id and level.location_id = gone.location_id;
      return cardinality(expired);
    end $$;
    comment on function inventory.release_expired is 'Frees what was held too long, at most so many holds; answers how many. Passes over holders that are busy.';
  `.execute(db);
}

async function moving(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function inventory.ship(holder uuid, reference text, actor text) returns void language plpgsql as $$
    begin
      perform from inventory.hold where holder_id = holder for update;
      perform inventory.lock_levels(array(select variant_id from inventory.hold where holder_id = holder));

      with gone as (
        delete from inventory.hold where holder_id = holder and kind = 'allocated' returning variant_id, location_id, quantity
      ), changed as (
        update inventory.level set on_hand = on_hand - gone.quantity, reserved = reserved - gone.quantity
        from gone where level.variant_id = gone.variant_id and level.location_id = gone.location_id
      )
      insert into inventory.movement (variant_id, location_id, delta, reason, reference, actor)
      select variant_id, location_id, -quantity, 'shipped', ship.reference, ship.actor from gone;
    end $$;
    comment on function inventory.ship is 'The allocation leaves the house: on hand and reserved fall together, a movement remains. Twice is once.';

    create function inventory.move(moves jsonb, reason text, reference text, actor text) returns jsonb language plpgsql as $$
    declare
      shortages jsonb;
    begin
      insert into inventory.level (variant_id, location_id, on_hand)
      select distinct "variantId", "locationId", 0 from jsonb_to_recordset(moves) as line ("variantId" uuid, "locationId" uuid)
      order by 1, 2
      on conflict do nothing;
      perform inventory.lock_levels(array(select "variantId" from jsonb_to_recordset(moves) as line ("variantId" uuid)));

      with move as (
        select "variantId" as variant_id, "locationId" as location_id, sum(delta)::integer as delta, max("onHand") as target
        from jsonb_to_recordset(moves) as line ("variantId" uuid, "locationId" uuid, delta integer, "onHand" integer)
        group by 1, 2
      ), change as materialized (
        select level.variant_id, level.location_id, level.on_hand - level.reserved as free,
          coalesce(move.delta, greatest(move.target, level.reserved) - level.on_hand) as delta
        from inventory.level join move using (variant_id, location_id)
      ), possible as (
        select * from change where delta <> 0 and free + delta >= 0
      ), changed as (
        update inventory.level set on_hand = on_hand + possible.delta
        from possible where level.variant_id = possible.variant_id and level.location_id = possible.location_id
      ), written as (
        insert into inventory.movement (variant_id, location_id, delta, reason, reference, actor)
        select variant_id, location_id, delta, move.reason, move.reference, move.actor from possible
      )
      select jsonb_agg(jsonb_build_object('variantId', variant_id, 'wanted', -delta, 'left', free) order by variant_id)
      into shortages from change where free + delta < 0;
      return shortages;
    end $$;
    comment on function inventory.move is
      'Changes what is on hand, by a delta or to a count ("onHand"), and writes the movement. A count never goes below what is '
      'reserved. Null, or what is short: then the caller must roll back.';
  `.execute(db);
}
