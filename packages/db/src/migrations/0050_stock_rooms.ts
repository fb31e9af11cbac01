import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table inventory.location
      add column kind text not null default 'shelf' check (kind in ('shelf', 'transit', 'promise')),
      add column countries text[] not null default '{}',
      add column closed boolean not null default false,
      add column removed boolean not null default false,
      add column version integer not null default 1,
      drop constraint location_code_unique;
    create unique index location_code_unique on inventory.location (code) where not removed;
    comment on column inventory.location.kind is
      'shelf: a place that goods lie in. transit: what is between two places, never sold. promise: goods that are sold before '
      'they are here; its levels hold how many may be, and no goods.';
    comment on column inventory.location.countries is 'ISO codes of the countries that are served from here first; none is every country.';
    comment on column inventory.location.closed is 'Nothing new is sold from here.';
    comment on column inventory.location.removed is 'Shown to nobody; the movements of the past keep it.';

    insert into inventory.location (id, code, name, kind, priority) values
      ('00000000-0000-7000-8000-000000000002', ':transit', '{"ru": "В пути", "en": "In transit"}', 'transit', 1000001),
      ('00000000-0000-7000-8000-000000000003', ':promise', '{"ru": "Под заказ", "en": "On back-order"}', 'promise', 1000002);

    alter table inventory.movement
      add column note text,
      drop constraint movement_reason_check,
      add constraint movement_reason_check check (reason in
        ('received', 'adjusted', 'counted', 'imported', 'shipped', 'returned', 'sent', 'arrived', 'lost', 'repaired'));
    comment on column inventory.movement.note is 'Why, in the words of whoever did it.';
    create index movement_latest on inventory.movement (variant_id, id desc);

    -- So that staff find a SKU by its beginning, whatever the case, among a million.
    create index variant_sku_beginning on catalog.variant (lower(sku) text_pattern_ops);
    create index variant_gtins on catalog.variant using gin (gtins);
  `.execute(db);
  await moving(db);
}

async function moving(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop function inventory.move(jsonb, text, text, text);
    create function inventory.move(moves jsonb, reason text, reference text, actor text, note text default null) returns jsonb
    language plpgsql as $$
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
        insert into inventory.movement (variant_id, location_id, delta, reason, reference, actor, note)
        select variant_id, location_id, delta, move.reason, move.reference, move.actor, move.note from possible
      )
      select jsonb_agg(jsonb_build_object('variantId', variant_id, 'wanted', -delta, 'left', free) order by variant_id)
      into shortages from change where free + delta < 0;
      return shortages;
    end $$;
    comment on function inventory.move is
      'Changes what is on hand, by a delta or to a count ("onHand"), and writes the movement. A count never goes below what is '
      'reserved. Null, or what is short: then the caller must roll back.';

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
      if not found then
        raise exception using errcode = 'VT002', message = 'Nothing is allocated to this holder.';
      end if;
    end $$;
    comment on function inventory.ship is
      'The allocation leaves the house: on hand and reserved fall together, a movement remains. Error VT002 when nothing is '
      'allocated: it has left already, or never was.';
  `.execute(db);
}
