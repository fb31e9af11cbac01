import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table inventory.policy (
      variant_id uuid constraint policy_pk primary key references catalog.variant on delete cascade,
      safety_stock integer not null default 0 check (safety_stock between 0 and 1000000),
      mode text not null default 'off' check (mode in ('off', 'limit', 'until')),
      most integer check (most between 1 and 1000000),
      until timestamptz,
      expected_on date,
      version integer not null default 1,
      constraint policy_limit check ((mode = 'limit') = (most is not null)),
      constraint policy_until check ((mode = 'until') = (until is not null))
    );
    comment on table inventory.policy is 'How a variant is sold: what is kept back, and what may be sold before it is here. Without a row: nothing of both.';
    comment on column inventory.policy.most is 'Pieces that may be promised at once before they are here.';
    comment on column inventory.policy.expected_on is 'When goods are expected; told to buyers and kept with what they were promised.';
    create index policy_ending on inventory.policy (until) where mode = 'until';

    create function inventory.promise_place() returns uuid language sql immutable parallel safe
      return '00000000-0000-7000-8000-000000000003'::uuid;
    comment on function inventory.promise_place is 'The place of goods that are sold before they are here: reserved counts them, on hand means nothing.';

    alter table inventory.hold
      add column since timestamptz not null default now(),
      add column expected_on date;
    comment on column inventory.hold.since is 'When the holder began to hold without a break, or, allocated, when the order was placed.';
    comment on column inventory.hold.expected_on is 'Of goods that are not here yet: when they are expected, as the buyer was told.';
    create index hold_promised on inventory.hold (since) where location_id = '00000000-0000-7000-8000-000000000003';

    create table inventory.promise (
      holder_id uuid not null,
      variant_id uuid not null references catalog.variant on delete cascade,
      quantity integer not null check (quantity > 0),
      expected_on date,
      constraint promise_pk primary key (holder_id, variant_id)
    );
    comment on table inventory.promise is 'Published to the rooms above: what an order was sold before it was here, and for when. It stays when the goods come.';

    create or replace view inventory.imbalance as
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
      where (level.on_hand <> moved.quantity and level.location_id <> inventory.promise_place()) or level.reserved <> held.quantity;
  `.execute(db);
  await selling(db);
  await reserving(db);
  await promising(db);
  await telling(db);
  await marking(db);
}

async function selling(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace view inventory.availability as
      select variant.id as variant_id, (shelf.quantity + offer.room)::integer as available,
        shelf.quantity::integer as on_shelf, offer.room::integer as back_order, policy.expected_on
      from catalog.variant
      left join inventory.policy on policy.variant_id = variant.id
      cross join lateral (
        select coalesce(sum(level.reserved) filter (where place.kind = 'promise'), 0) as promised,
          greatest(0, coalesce(sum(case
            when place.kind = 'shelf' and not place.closed then level.on_hand - level.reserved
            when place.kind = 'promise' then -level.reserved
            else 0 end), 0) - coalesce(policy.safety_stock, 0)) as quantity
        from inventory.level join inventory.location as place on place.id = level.location_id
        where level.variant_id = variant.id
      ) as shelf
      cross join lateral (
        select case policy.mode
          when 'limit' then greatest(0, policy.most - shelf.promised)
          when 'until' then case when policy.until > now() then 1000000 else 0 end
          else 0 end as room
      ) as offer;
    comment on view inventory.availability is
      'Published to the rooms above: what can be sold now (INV-04). On the shelf: on hand less reserved in the open places, less '
      'what arrives for those who wait, less the safety stock. Back-order: how many more may be sold before they are here (INV-08).';

    create function inventory.choose_places(holder uuid, demands jsonb, country text) returns uuid[] language sql stable as $$
      with demand as (
        select "variantId" as variant_id, sum(quantity)::integer as quantity
        from jsonb_to_recordset(demands) as line ("variantId" uuid, quantity integer) group by 1
      ), stock as materialized (
        select level.variant_id, level.location_id, place.priority, (place.countries = '{}' or country = any (place.countries)) is not true as far,
          case when place.closed then 0 else level.on_hand - level.reserved end + coalesce(own.quantity, 0) as free
        from demand
        join inventory.level using (variant_id)
        join inventory.location as place on place.id = level.location_id and place.kind = 'shelf'
        left join inventory.hold as own on own.holder_id = holder and own.variant_id = level.variant_id and own.location_id = level.location_id
      ), candidate as materialized (
        select location_id, far, row_number() over (order by far, priority, location_id) as turn
        from stock where free > 0 group by location_id, far, priority
      ), near as materialized (
        select stock.variant_id, stock.free, candidate.turn::integer as turn, candidate.far
        from stock join candidate using (location_id) where turn <= 8 and free > 0
      ), target as (
        select variant_id, least(demand.quantity, sum(near.free)) as quantity from demand join near using (variant_id) group by variant_id, demand.quantity
      ), parcels as (
        select mask from generate_series(1, (1 << (select max(turn) from near)) - 1) as mask
        where not exists (
          select from target where quantity > (
            select coalesce(sum(free), 0) from near where near.variant_id = target.variant_id and mask & (1 << (turn - 1)) > 0
          )
        )
      ), chosen as (
        select mask from parcels order by
          (select count(*) from candidate where far and turn <= 8 and mask & (1 << (turn::integer - 1)) > 0),
          bit_count(mask::bit(8)),
          (select sum(turn) from candidate where turn <= 8 and mask & (1 << (turn::integer - 1)) > 0),
          mask
        limit 1
      )
      select array_agg(location_id order by turn <= 8 and (select mask from chosen) & (1 << (least(turn, 30)::integer - 1)) > 0 desc, turn) from candidate;
    $$;
    comment on function inventory.choose_places is
      'In what order goods are taken (INV-09): as few places as possible that do not serve the country, then as few parcels, then '
      'by priority. Exact over the eight first places that have anything; the same input has the same answer.';
  `.execute(db);
}

async function reserving(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop function inventory.reserve(uuid, jsonb, timestamptz);
    create function inventory.reserve(
      holder uuid, demands jsonb, until timestamptz, country text default null, instant timestamptz default now()
    ) returns jsonb language plpgsql as $$
    declare
      variants uuid[];
      places integer;
      route uuid[];
      first timestamptz := instant;
      shortages jsonb;
    begin
      perform inventory.lock_holder(holder);
      perform from inventory.hold where holder_id = holder for update;
      variants := array(
        select "variantId" from jsonb_to_recordset(demands) as line ("variantId" uuid)
        union select variant_id from inventory.hold where holder_id = holder
      );
      select count(distinct location_id) into places from (
        select location_id from inventory.level where variant_id = any (variants) order by variant_id, location_id for update
      ) as locked;

      if places > 1 then route := inventory.choose_places(holder, demands, country); end if;
      if until is not null then
        select coalesce(min(since), instant) into first from inventory.hold
        where holder_id = holder and kind = 'held' and expires_at > instant;
        until := least(until, first + interval '60 minutes');
      end if;

      with demand as materialized (
        select "variantId" as variant_id, sum(quantity)::integer as quantity
        from jsonb_to_recordset(demands) as line ("variantId" uuid, quantity integer) group by 1
      ), former as (
        delete from inventory.hold where holder_id = holder and variant_id = any (variants) and (kind = 'held' or until is null)
        returning variant_id, location_id, quantity
      ), place as (
        select level.variant_id, level.location_id, location.kind, location.priority, coalesce(former.quantity, 0) as former,
          coalesce(demand.quantity, 0) as wanted, coalesce(policy.safety_stock, 0) as safety, policy.mode = 'limit' or policy.until > now() as limited, policy.expected_on,
          coalesce(former.quantity, 0) + case location.kind
            when 'shelf' then case when location.closed then 0 else level.on_hand - level.reserved end
            when 'promise' then greatest(0, case policy.mode
              when 'limit' then policy.most when 'until' then case when policy.until > now() then 1000000 else 0 end else 0 end - level.reserved)
            else 0 end as free,
          case location.kind when 'promise' then level.reserved - coalesce(former.quantity, 0) else 0 end as waiting
        from inventory.level
        join inventory.location on location.id = level.location_id
        left join inventory.policy on policy.variant_id = level.variant_id
        left join demand on demand.variant_id = level.variant_id
        left join former on former.variant_id = level.variant_id and former.location_id = level.location_id
        where level.variant_id = any (variants)
      ), allowed as (
        select place.*, greatest(
          sum(former) filter (where kind = 'shelf') over variant,
          sum(free) filter (where kind = 'shelf') over variant - sum(waiting) over variant - safety, 0
        ) as allowance
        from place window variant as (partition by variant_id)
      ), share as (
        select allowed.*, greatest(0, least(free, case kind
          when 'promise' then wanted - least(wanted, allowance)
          else least(wanted, allowance) - coalesce(sum(free) filter (where kind = 'shelf') over (
            partition by variant_id order by array_position(route, location_id) nulls last, priority, location_id
            rows between unbounded preceding and 1 preceding
          ), 0) end))::integer as taken
        from allowed
      ), changed as (
        update inventory.level set reserved = level.reserved + share.taken - share.former
        from share
        where level.variant_id = share.variant_id and level.location_id = share.location_id and share.taken <> share.former
      ), kept as (
        insert into inventory.hold (holder_id, variant_id, location_id, quantity, kind, expires_at, since, expected_on)
        select holder, variant_id, location_id, taken, case when until is null then 'allocated' else 'held' end, until, first,
          case kind when 'promise' then expected_on end
        from share where taken > 0
      )
      select jsonb_agg(jsonb_build_object('variantId', variant_id, 'wanted', quantity, 'left', left_over, 'backOrder', limited) order by variant_id)
      into shortages
      from (
        select demand.variant_id, demand.quantity, coalesce(bool_or(limited), false) as limited,
          coalesce(max(allowance), 0) + coalesce(sum(free) filter (where kind = 'promise'), 0) as left_over
        from demand left join share using (variant_id) group by 1, 2
      ) as offered
      where quantity > left_over;
      return shortages;
    end $$;
    comment on function inventory.reserve is
      'Replaces what the holder has set aside: held until then, at most an hour after the holder began, or allocated to its order '
      'when until is null (INV-05, INV-06). Demand is summed per variant and taken from the places that choose_places orders; what '
      'is not on the shelf is promised as far as the policy of the variant allows. Null, or every shortage: then the caller must roll back.';

    create function inventory.hold_goods(holder uuid, demands jsonb, until timestamptz, country text, instant timestamptz) returns jsonb
    language plpgsql as $$
    declare
      shortages jsonb := inventory.reserve(holder, demands, until, country, instant);
    begin
      return jsonb_build_object(
        'shortages', shortages,
        'until', (select min(expires_at) from inventory.hold where holder_id = holder and kind = 'held')
      );
    end $$;
    comment on function inventory.hold_goods is 'Reserves for a checkout, and tells until when.';

    create or replace function inventory.allocate(holder uuid, demands jsonb) returns jsonb language plpgsql as $$
    declare
      shortages jsonb;
    begin
      perform inventory.lock_holder(holder);
      update inventory.hold set kind = 'allocated', expires_at = null where holder_id = holder and kind = 'held';
      if exists (
        select from (
          select variant_id, quantity from inventory.hold where holder_id = holder
          union all
          select "variantId", -quantity from jsonb_to_recordset(demands) as line ("variantId" uuid, quantity integer)
        ) as side
        group by variant_id having sum(quantity) <> 0
      ) then shortages := inventory.reserve(holder, demands, null); end if;
      insert into inventory.promise (holder_id, variant_id, quantity, expected_on)
      select holder_id, variant_id, quantity, expected_on from inventory.hold
      where holder_id = holder and location_id = inventory.promise_place();
      return shortages;
    end $$;

    create or replace function inventory.release(holder uuid) returns void language plpgsql as $$
    begin
      perform inventory.reserve(holder, '[]', null);
      delete from inventory.promise where holder_id = holder;
    end $$;
  `.execute(db);
}

async function promising(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function inventory.ship(holder uuid, reference text, actor text) returns void language plpgsql as $$
    begin
      perform inventory.lock_holder(holder);
      perform from inventory.hold where holder_id = holder for update;
      perform inventory.lock_levels(array(select variant_id from inventory.hold where holder_id = holder));
      if exists (select from inventory.hold where holder_id = holder and location_id = inventory.promise_place()) then
        raise exception using errcode = 'VT003', message = 'Goods of this holder are not here yet.';
      end if;

      with gone as (
        delete from inventory.hold where holder_id = holder and kind = 'allocated' returning variant_id, location_id, quantity
      ), changed as (
        update inventory.level set on_hand = on_hand - gone.quantity, reserved = reserved - gone.quantity
        from gone where level.variant_id = gone.variant_id and level.location_id = gone.location_id
      )
      insert into inventory.movement (variant_id, location_id, delta, reason, reference, actor)
      select variant_id, location_id, -quantity, 'shipped', ship.reference, ship.actor from gone;
      if not found then
        raise exception using errcode = 'VT002', message = 'Nothing is allocated to this holder.';
      end if;
    end $$;
    comment on function inventory.ship is
      'The allocation leaves the house: on hand and reserved fall together, a movement remains. Error VT002 when nothing is '
      'allocated: it has left already, or never was. Error VT003 when a part of it is promised and not here yet.';

    create function inventory.set_policy(of_variant uuid, setting jsonb) returns boolean language plpgsql as $$
    begin
      insert into inventory.level (variant_id, location_id, on_hand)
      select id, inventory.promise_place(), 1000000 from catalog.variant where id = of_variant
      on conflict do nothing;
      perform inventory.lock_levels(array[of_variant]);
      insert into inventory.policy as known (variant_id, safety_stock, mode, most, until, expected_on, version)
      select of_variant, (setting ->> 'safetyStock')::integer, setting ->> 'mode', (setting ->> 'most')::integer,
        (setting ->> 'until')::timestamptz, (setting ->> 'expectedOn')::date, (setting ->> 'version')::integer + 1
      from catalog.variant where id = of_variant and (setting ->> 'version' = '0' or exists (select from inventory.policy where variant_id = of_variant))
      on conflict (variant_id) do update set
        safety_stock = excluded.safety_stock, mode = excluded.mode, most = excluded.most, until = excluded.until,
        expected_on = excluded.expected_on, version = excluded.version
      where known.version = excluded.version - 1;
      return found;
    end $$;
    comment on function inventory.set_policy is
      'Saves how a variant is sold, if its version is still the one given (0: none yet); false otherwise. Whoever reserves meanwhile waits.';

    create function inventory.fill_promises(most integer) returns integer language plpgsql as $$
    declare
      waiting inventory.hold[];
    begin
      waiting := array(
        select hold from inventory.hold
        where location_id = '00000000-0000-7000-8000-000000000003' and kind = 'allocated' and exists (
          select from inventory.level join inventory.location as place on place.id = level.location_id
          where level.variant_id = hold.variant_id and place.kind = 'shelf' and not place.closed and level.on_hand > level.reserved
        )
        order by since, holder_id limit most for update skip locked
      );
      if cardinality(waiting) = 0 then return 0; end if;
      perform inventory.lock_levels(array(select variant_id from unnest(waiting)));

      with queue as (
        select holder_id, variant_id, quantity, since, sum(quantity) over (partition by variant_id order by since, holder_id) as upto
        from unnest(waiting)
      ), supply as (
        select level.variant_id, level.location_id, level.on_hand - level.reserved as free,
          sum(level.on_hand - level.reserved) over (partition by level.variant_id order by place.priority, level.location_id) as upto
        from inventory.level join inventory.location as place on place.id = level.location_id
        where level.variant_id in (select variant_id from queue) and place.kind = 'shelf' and not place.closed
      ), part as materialized (
        select queue.holder_id, queue.variant_id, supply.location_id, queue.quantity as asked, queue.since,
          (least(queue.upto, supply.upto) - greatest(queue.upto - queue.quantity, supply.upto - supply.free))::integer as quantity
        from queue join supply using (variant_id)
        where least(queue.upto, supply.upto) > greatest(queue.upto - queue.quantity, supply.upto - supply.free)
      ), filled as (
        select holder_id, variant_id, asked, sum(quantity)::integer as quantity from part group by 1, 2, 3
      ), gone as (
        delete from inventory.hold using filled where hold.holder_id = filled.holder_id and hold.variant_id = filled.variant_id
          and hold.location_id = inventory.promise_place() and filled.quantity = filled.asked
      ), fewer as (
        update inventory.hold set quantity = hold.quantity - filled.quantity from filled
        where hold.holder_id = filled.holder_id and hold.variant_id = filled.variant_id
          and hold.location_id = inventory.promise_place() and filled.quantity < filled.asked
      ), given as (
        insert into inventory.hold (holder_id, variant_id, location_id, quantity, kind, since)
        select holder_id, variant_id, location_id, quantity, 'allocated', since from part
        on conflict (holder_id, variant_id, location_id) do update set quantity = hold.quantity + excluded.quantity
      )
      update inventory.level set reserved = level.reserved + change.quantity
      from (
        select variant_id, location_id, sum(quantity)::integer as quantity from part group by 1, 2
        union all select variant_id, inventory.promise_place(), -sum(quantity)::integer from part group by 1
      ) as change
      where level.variant_id = change.variant_id and level.location_id = change.location_id;
      return cardinality(waiting);
    end $$;
    comment on function inventory.fill_promises is
      'Gives what has arrived to the orders that wait for it, the longest waiting first, safety stock included; answers how many '
      'waited. Until then nobody else can buy it. Passes over holders that are busy.';
  `.execute(db);
}

/** Belongs to orders: its lines say what was sold before it was here. */
async function telling(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace view orders.shown_line as
      select line.order_id, line.position, line.currency, line.product_id, line.variant_id, line.sku, line.name, line.option_names,
        line.picture, line.quantity, line.unit_amount, line.discount_amount, line.tax_amount, line.total_amount, product.slug,
        promise.quantity as promised, promise.expected_on
      from orders.line as line
      join orders.order as placed on placed.id = line.order_id
      left join catalog.product as product on product.id = line.product_id and product.status = 'published'
      left join inventory.promise on promise.holder_id = placed.cart_id and promise.variant_id = line.variant_id;
    comment on view orders.shown_line is
      'Lines with the current address of their product, null once it is gone, and what of them was sold before it was here.';
  `.execute(db);
}

/** Belongs to search: what a shopper sees of stock follows closing, safety stock and back-orders. */
async function marking(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function search.mark_levels() returns trigger language plpgsql as $$
    begin
      insert into search.dirty (product_id)
        select distinct variant.product_id
        from (
          select changed.variant_id, bool_or(place.kind = 'promise') as promised, sum(case
            when place.kind = 'shelf' and not place.closed then changed.on_hand - changed.reserved - former.on_hand + former.reserved
            else 0 end) as delta
          from changed join former using (variant_id, location_id) join inventory.location as place on place.id = changed.location_id
          group by changed.variant_id
        ) as moved
        join inventory.availability as sold using (variant_id)
        join catalog.variant on variant.id = moved.variant_id
        where moved.promised or least(sold.on_shelf, 6) <> least(greatest(sold.on_shelf - moved.delta, 0), 6);
      return null;
    end $$;

    create function search.mark_places() returns trigger language plpgsql as $$
    begin
      insert into search.dirty (product_id)
        select distinct variant.product_id
        from changed join former using (id)
        join inventory.level on level.location_id = changed.id and level.on_hand > level.reserved
        join catalog.variant on variant.id = level.variant_id
        where changed.closed <> former.closed;
      return null;
    end $$;
    create trigger listing_changed after update on inventory.location
      referencing old table as former new table as changed for each statement execute function search.mark_places();
    create trigger listing_added after insert on inventory.policy referencing new table as changed for each statement execute function search.mark_variants();
    create trigger listing_changed after update on inventory.policy referencing new table as changed for each statement execute function search.mark_variants();
  `.execute(db);
}
