import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop function orders.lock_checkout;
    create function orders.lock_checkout(owner_user uuid, owner_secret bytea, country text, customer text, instant timestamptz, numbered boolean default false)
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
        'standing', cart.standing(locked.id, instant, customer),
        'heldUntil', (select min(expires_at) from inventory.hold where holder_id = locked.id and kind = 'held'),
        'deliveryMethods', (
          select coalesce(json_agg(json_build_object(
            'code', code, 'name', name, 'prices', prices, 'freeFrom', free_from, 'minDays', min_days, 'maxDays', max_days
          ) order by position, code), '[]')
          from orders.delivery_method where lock_checkout.country = any (countries)
        )
      );
    end $$;
    comment on function orders.lock_checkout is
      'Locks the open cart of its owner, then reads all that its quote depends on: one round trip, and what it reads is '
      'committed after the lock was had. Numbered, it draws the number an order will have. Null without an open cart.';

    create function orders.refuse(outcome jsonb, aloud boolean) returns jsonb language plpgsql as $$
    begin
      if aloud then raise exception using errcode = 'VT001', message = 'The order is refused.', detail = outcome::text; end if;
      return outcome;
    end $$;
    comment on function orders.refuse is
      'Aloud, it spoils the transaction, with the reason as JSON in its detail; else, for callers from before, it is an answer '
      'after which they roll back themselves.';

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

      refused := inventory.allocate((placed ->> 'cartId')::uuid, lines);
      if refused is not null then return orders.refuse(jsonb_build_object('shortages', refused), placed ? 'number'); end if;

      return jsonb_build_object('number', number);
    end $$;
    comment on function orders.place is
      'Writes an order down in one round trip: cart, order, lines, payment, event and fact, then codes, then stock last (lock '
      'order of every writer). Given a number, it refuses by error VT001, {refusal} or {shortages}, so that COMMIT may be sent behind it unseen.';
  `.execute(db);
}
