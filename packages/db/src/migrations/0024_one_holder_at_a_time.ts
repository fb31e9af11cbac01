import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function inventory.lock_holder(holder uuid) returns void language sql as $$
      select pg_advisory_xact_lock(hashtextextended(holder::text, 0));
    $$;
    comment on function inventory.lock_holder is
      'One holder''s calls follow each other until they commit: two at once would each wait for the other, one with the '
      'levels and one with a hold that the first wrote. Taken before anything else.';

    create or replace function inventory.reserve(holder uuid, demands jsonb, until timestamptz) returns jsonb language plpgsql as $$
    declare
      variants uuid[];
      shortages jsonb;
    begin
      perform inventory.lock_holder(holder);
      perform from inventory.hold where holder_id = holder for update;
      variants := array(
        select "variantId" from jsonb_to_recordset(demands) as line ("variantId" uuid)
        union select variant_id from inventory.hold where holder_id = holder
      );
      perform inventory.lock_levels(variants);

      with demand as materialized (
        select "variantId" as variant_id, sum(quantity)::integer as quantity
        from jsonb_to_recordset(demands) as line ("variantId" uuid, quantity integer) group by 1
      ), former as (
        delete from inventory.hold where holder_id = holder and variant_id = any (variants) and (kind = 'held' or until is null)
        returning variant_id, location_id, quantity
      ), place as (
        select level.variant_id, level.location_id, location.priority, coalesce(former.quantity, 0) as former,
          level.on_hand - level.reserved + coalesce(former.quantity, 0) as free
        from inventory.level
        join inventory.location on location.id = level.location_id
        left join former on former.variant_id = level.variant_id and former.location_id = level.location_id
        where level.variant_id = any (variants)
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

    create or replace function inventory.allocate(holder uuid, demands jsonb) returns jsonb language plpgsql as $$
    begin
      perform inventory.lock_holder(holder);
      update inventory.hold set kind = 'allocated', expires_at = null where holder_id = holder and kind = 'held';
      if not exists (
        select from (
          select variant_id, quantity from inventory.hold where holder_id = holder
          union all
          select "variantId", -quantity from jsonb_to_recordset(demands) as line ("variantId" uuid, quantity integer)
        ) as side
        group by variant_id having sum(quantity) <> 0
      ) then return null; end if;
      return inventory.reserve(holder, demands, null);
    end $$;

    create or replace function inventory.ship(holder uuid, reference text, actor text) returns void language plpgsql as $$
    begin
      perform inventory.lock_holder(holder);
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
  `.execute(db);
}
