import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await telling(db);
  await reserving(db);
  await sendingTogether(db);
  await checkout(db);
}

async function telling(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function inventory.promised_of(holder uuid, of_variant uuid, pieces integer) returns json language sql stable as $$
      select json_build_object('quantity', part.quantity, 'expectedOn', part.expected_on)
      from inventory.availability as sold
      cross join lateral (
        select coalesce(sum(quantity) filter (where location_id <> inventory.promise_place()), 0)::integer as shelf,
          coalesce(sum(quantity) filter (where location_id = inventory.promise_place()), 0)::integer as promised, max(hold.expected_on) as expected_on
        from inventory.hold where holder_id = holder and hold.variant_id = of_variant and kind = 'held'
      ) as own
      cross join lateral (
        select case when own.shelf + own.promised = pieces then own.promised else pieces - sold.on_shelf - own.shelf end as quantity,
          case when own.shelf + own.promised = pieces then own.expected_on else sold.expected_on end as expected_on
      ) as part
      where sold.variant_id = of_variant and part.quantity > 0 and sold.back_order + own.promised > 0
    $$;
    comment on function inventory.promised_of is
      'Published to the rooms above: of so many pieces for this holder, those that are not here yet, {"quantity", "expectedOn"}. '
      'What the holder holds counts first. Null: all of them lie on the shelf, or no more of them are sold.';

    create function inventory.parcels_of(holder uuid) returns integer language sql stable as $$
      select greatest(1, count(distinct location_id))::integer from inventory.hold
      where holder_id = holder and location_id <> inventory.promise_place()
    $$;
    comment on function inventory.parcels_of is 'From how many places what the holder has set aside will come.';

    create function cart.promises(of_cart uuid) returns json language plpgsql volatile as $$
    begin
      return (
        select coalesce(json_object_agg(variant_id, promised), '{}')
        from (select variant_id, inventory.promised_of(of_cart, variant_id, quantity) as promised from cart.line where cart_id = of_cart) as line
        where promised is not null
      );
    end $$;
    comment on function cart.promises is 'What of a cart is not here yet, by variant id; read by a fresh snapshot, as cart.standing.';
  `.execute(db);
}

async function reserving(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop function inventory.reserve(uuid, jsonb, timestamptz, text, timestamptz);
    create function inventory.reserve(
      holder uuid, demands jsonb, until timestamptz, country text default null, instant timestamptz default now(),
      route uuid[] default null
    ) returns jsonb language plpgsql as $$
    declare
      variants uuid[];
      places integer;
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

      if places > 1 and route is null then route := inventory.choose_places(holder, demands, country); end if;
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
      'when until is null (INV-05, INV-06). Demand is summed per variant and taken from the places in the order of the route, else of choose_places; what '
      'is not on the shelf is promised as far as the policy of the variant allows. Null, or every shortage: then the caller must roll back.';
  `.execute(db);
}

/** INV-09: all of an order from one place, or a refusal that names what is short there. */
async function sendingTogether(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function inventory.one_place(holder uuid, demands jsonb, country text) returns uuid language sql stable as $$
      with demand as (
        select "variantId" as variant_id, sum(quantity)::integer as quantity
        from jsonb_to_recordset(demands) as line ("variantId" uuid, quantity integer) group by 1
      )
      select place.id
      from inventory.location as place
      cross join lateral (
        select sum(greatest(0, demand.quantity - coalesce(own.quantity, 0)
          - case when place.closed then 0 else coalesce(level.on_hand - level.reserved, 0) end)) as pieces
        from demand
        left join inventory.level on level.variant_id = demand.variant_id and level.location_id = place.id
        left join inventory.hold as own on own.holder_id = holder and own.variant_id = demand.variant_id and own.location_id = place.id
      ) as missing
      where place.kind = 'shelf' and not place.removed
      order by missing.pieces, (place.countries = '{}' or country = any (place.countries)) is not true, place.priority, place.id
      limit 1
    $$;
    comment on function inventory.one_place is 'Where the fewest of these pieces are missing; among equals where the country is served, then by priority.';

    create function inventory.lacking(holder uuid, demands jsonb, place uuid) returns jsonb language sql stable as $$
      select jsonb_agg(jsonb_build_object('variantId', variant_id, 'wanted', wanted, 'left', there, 'locationId', place) order by variant_id)
      from (
        select line."variantId" as variant_id, sum(line.quantity)::integer as wanted,
          coalesce((select quantity from inventory.hold where holder_id = holder and variant_id = line."variantId" and location_id = place), 0) as there
        from jsonb_to_recordset(demands) as line ("variantId" uuid, quantity integer) group by 1
      ) as side
      where wanted > there
    $$;
    comment on function inventory.lacking is 'What of these demands the holder does not have in that place; null when everything is there.';

    drop function inventory.hold_goods(uuid, jsonb, timestamptz, text, timestamptz);
    create function inventory.hold_goods(
      holder uuid, demands jsonb, until timestamptz, country text, instant timestamptz, together boolean default false
    ) returns jsonb language plpgsql as $$
    declare
      place uuid := case when together then inventory.one_place(holder, demands, country) end;
      shortages jsonb := inventory.reserve(holder, demands, until, country, instant, case when together then array[place] end);
    begin
      if together and shortages is null then shortages := inventory.lacking(holder, demands, place); end if;
      return jsonb_build_object(
        'shortages', shortages,
        'parcels', inventory.parcels_of(holder),
        'until', (select min(expires_at) from inventory.hold where holder_id = holder and kind = 'held')
      );
    end $$;
    comment on function inventory.hold_goods is
      'Reserves for a checkout; tells until when, and in how many parcels it comes. Together: in one, or every shortage names the place that comes nearest.';

    drop function inventory.allocate(uuid, jsonb);
    create function inventory.allocate(holder uuid, demands jsonb, country text default null, together boolean default false) returns jsonb
    language plpgsql as $$
    declare
      place uuid;
      shortages jsonb;
    begin
      perform inventory.lock_holder(holder);
      update inventory.hold set kind = 'allocated', expires_at = null where holder_id = holder and kind = 'held';
      if together then place := inventory.one_place(holder, demands, country); end if;
      if exists (
        select from (
          select variant_id, quantity from inventory.hold where holder_id = holder
          union all
          select "variantId", -quantity from jsonb_to_recordset(demands) as line ("variantId" uuid, quantity integer)
        ) as side
        group by variant_id having sum(quantity) <> 0
      ) or (together and inventory.lacking(holder, demands, place) is not null) then
        shortages := inventory.reserve(holder, demands, null, country, now(), case when together then array[place] end);
        if together and shortages is null then shortages := inventory.lacking(holder, demands, place); end if;
      end if;
      insert into inventory.promise (holder_id, variant_id, quantity, expected_on)
      select holder_id, variant_id, quantity, expected_on from inventory.hold
      where holder_id = holder and location_id = inventory.promise_place();
      return shortages;
    end $$;
    comment on function inventory.allocate is
      'Turns what is held into the allocation of an order without end, replacing it where it is not what the order asks for. '
      'Null, or every shortage: then the caller must roll back.';
  `.execute(db);
}

/** Belongs to orders. */
async function checkout(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function orders.lock_checkout(owner_user uuid, owner_secret bytea, country text, customer text, instant timestamptz, numbered boolean default false)
    returns json language plpgsql as $$
    declare
      locked cart.cart;
    begin
      if owner_user is not null then
        select * into locked from cart.cart where user_id = owner_user and state = 'open' for no key update;
      else
        select * into locked from cart.cart where secret_hash = owner_secret and state = 'open' for no key update;
      end if;
      if locked.id is null then return null; end if;

      return json_build_object(
        'number', case when numbered then nextval('orders.order_number')::text end,
        'userId', locked.user_id,
        'standing', cart.standing(locked.id, instant, customer, lock_checkout.country),
        'promised', cart.promises(locked.id),
        'parcels', inventory.parcels_of(locked.id),
        'heldUntil', (select min(expires_at) from inventory.hold where holder_id = locked.id and kind = 'held'),
        'deliveryMethods', (
          select coalesce(json_agg(json_build_object(
            'code', code, 'name', name, 'prices', prices, 'freeFrom', free_from, 'minDays', min_days, 'maxDays', max_days
          ) order by position, code), '[]')
          from orders.delivery_method where lock_checkout.country = any (countries)
        )
      );
    end $$;

    create or replace function orders.place(placed jsonb, lines jsonb, access_hash bytea) returns jsonb
    language plpgsql set plan_cache_mode = force_generic_plan as $$
    declare
      order_id uuid := placed ->> 'id';
      instant timestamptz := placed ->> 'placedAt';
      number text := coalesce(placed ->> 'number', nextval('orders.order_number')::text);
      refused jsonb;
    begin
      update cart.cart set state = 'ordered', updated_at = instant where id = (placed ->> 'cartId')::uuid;

      with written as (
        insert into orders.order (
          id, number, cart_id, user_id, access_hash, quote_hash, email, locale, currency, state, payment_state, fulfilment_state,
          items_amount, discount_amount, delivery_amount, tax_amount, tax_included, total_amount,
          delivery, address, promotions, consent, placed_at
        ) values (
          order_id, number, (placed ->> 'cartId')::uuid, (placed ->> 'userId')::uuid, access_hash, placed ->> 'quoteHash',
          placed ->> 'email', placed ->> 'locale', placed ->> 'currency', 'placed', 'pending', 'unfulfilled',
          (placed #>> '{totals,items}')::bigint, (placed #>> '{totals,discount}')::bigint, (placed #>> '{totals,delivery}')::bigint,
          (placed #>> '{totals,tax}')::bigint, (placed #>> '{totals,taxIncluded}')::boolean, (placed #>> '{totals,total}')::bigint,
          placed -> 'delivery', placed -> 'address', placed -> 'promotions', placed -> 'consent', instant
        )
      ), itemised as (
        insert into orders.line (
          order_id, position, currency, product_id, variant_id, sku, name, option_names, picture,
          quantity, unit_amount, discount_amount, tax_amount, total_amount
        )
        select order_id, position, placed ->> 'currency', line."productId", line."variantId", line.sku, line.name, line."optionNames", line.picture,
          line.quantity, line."unitAmount", line.discount, line.tax, line.total
        from rows from (
          jsonb_to_recordset(lines) as (
            "productId" uuid, "variantId" uuid, sku text, name jsonb, "optionNames" jsonb, picture text,
            quantity integer, "unitAmount" bigint, discount bigint, tax bigint, total bigint
          )
        ) with ordinality as line ("productId", "variantId", sku, name, "optionNames", picture, quantity, "unitAmount", discount, tax, total, position)
      ), owed as (
        insert into orders.payment (id, order_id, currency, provider, state, amount, created_at)
        values ((placed ->> 'paymentId')::uuid, order_id, placed ->> 'currency', placed ->> 'paymentMethod', 'pending', (placed #>> '{totals,total}')::bigint, instant)
      ), told as (
        insert into orders.event (order_id, type, actor, at) values (order_id, 'placed', coalesce(placed ->> 'userId', 'guest'), instant)
      )
      insert into core.outbox (dedup_key, topic, payload)
      values ('orders.placed:' || order_id, 'orders.placed', jsonb_build_object('orderId', order_id, 'locale', placed -> 'locale'));

      if placed -> 'redemptions' <> '[]' then
        refused := promotions.redeem(order_id, placed -> 'redemptions', instant);
        if refused is not null then return orders.refuse(jsonb_build_object('refusal', refused), placed ? 'number'); end if;
      end if;

      refused := inventory.allocate(
        (placed ->> 'cartId')::uuid, lines, placed #>> '{address,country}', coalesce((placed ->> 'together')::boolean, false)
      );
      if refused is not null then return orders.refuse(jsonb_build_object('shortages', refused), placed ? 'number'); end if;

      return jsonb_build_object('number', number);
    end $$;
  `.execute(db);
}
