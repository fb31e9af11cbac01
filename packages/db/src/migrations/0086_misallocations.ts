import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create view inventory.allocation as
      select holder_id, variant_id, location_id, quantity from inventory.hold where kind = 'allocated';
    comment on view inventory.allocation is 'Published to the rooms above: what is set aside for orders, and where.';

    create view orders.to_ship as
      select placed.cart_id as holder_id, line.variant_id, placed.id as order_id, sum(line.quantity)::integer as quantity
      from orders.order as placed join orders.line as line on line.order_id = placed.id
      where placed.state = 'placed' and placed.fulfilment_state = 'unfulfilled'
      group by 1, 2, 3;
    comment on view orders.to_ship is 'What open orders have still to send: so much must be set aside for them, and for no other (INV-10).';
    create index order_to_ship on orders.order (placed_at desc, id desc) where state = 'placed' and fulfilment_state = 'unfulfilled';

    create view orders.unbalanced as
      select holder_id, variant_id
      from orders.to_ship
      full join (
        select holder_id, variant_id, sum(quantity) as quantity from inventory.allocation group by 1, 2
      ) as allocated using (holder_id, variant_id)
      where to_ship.quantity is distinct from allocated.quantity;
    comment on view orders.unbalanced is 'The auditor: empty unless an order lacks its goods, or goods are set aside for what is no open order.';

    create table orders.misallocation (
      holder_id uuid not null,
      variant_id uuid not null,
      found_at timestamptz not null,
      constraint misallocation_pk primary key (holder_id, variant_id)
    );
    comment on table orders.misallocation is 'What the last check found unbalanced (INV-10); empty in a sound shop.';
    comment on column orders.misallocation.holder_id is 'The cart that became the order; of an order that nobody knows, too.';
  `.execute(db);
  await reallocating(db);
}

async function reallocating(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function inventory.set_allocation(holder uuid, of_variant uuid, pieces integer) returns jsonb language plpgsql as $$
    declare
      shortages jsonb;
    begin
      perform inventory.lock_holder(holder);
      perform from inventory.hold where holder_id = holder and variant_id = of_variant for update;
      perform inventory.lock_levels(array[of_variant]);
      if exists (
        select from inventory.level where variant_id = of_variant and reserved <> (
          select coalesce(sum(quantity), 0) from inventory.hold
          where hold.variant_id = level.variant_id and hold.location_id = level.location_id
        )
      ) then
        raise exception using errcode = 'VT004', message = 'The level is not the sum of its holds.';
      end if;

      with former as (
        delete from inventory.hold where holder_id = holder and variant_id = of_variant
        returning location_id, quantity, since, expected_on
      ), place as (
        select level.location_id, location.kind, location.priority, former.since, former.expected_on, coalesce(former.quantity, 0) as former,
          case when location.kind = 'shelf' and not (location.closed or location.removed) then level.on_hand - level.reserved else 0 end as spare
        from inventory.level
        join inventory.location on location.id = level.location_id
        left join former on former.location_id = level.location_id
        where level.variant_id = of_variant
      ), kept as (
        select place.*, greatest(0, pieces - sum(former) over ()) as missing,
          greatest(0, least(former, pieces - coalesce(sum(former) over (
            order by kind = 'promise', priority, location_id rows between unbounded preceding and 1 preceding
          ), 0))) as staying
        from place
      ), share as (
        select kept.*, (staying + greatest(0, least(spare, missing - coalesce(sum(spare) over (
          order by former = 0, priority, location_id rows between unbounded preceding and 1 preceding
        ), 0))))::integer as taken, coalesce(since, min(since) over (), now()) as began
        from kept
      ), changed as (
        update inventory.level set reserved = level.reserved + share.taken - share.former
        from share
        where level.variant_id = of_variant and level.location_id = share.location_id and share.taken <> share.former
      ), written as (
        insert into inventory.hold (holder_id, variant_id, location_id, quantity, kind, since, expected_on)
        select holder, of_variant, location_id, taken, 'allocated', began, expected_on from share where taken > 0
      )
      select jsonb_build_array(jsonb_build_object('variantId', of_variant, 'wanted', pieces, 'left', had)) into shortages
      from (select coalesce(sum(taken), 0) as had from share) as outcome where had < pieces;
      return shortages;
    end $$;
    comment on function inventory.set_allocation is
      'Sets so many pieces of a variant aside for an order. What it has stays where it lies; more comes from what is free in open '
      'places, first where it has some; less is given back, promised pieces first. Null, or what is short: then the caller must '
      'roll back. Error VT004 where a level is not the sum of its holds: that is set right first.';
  `.execute(db);
}
