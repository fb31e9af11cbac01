import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create schema orders;
    create sequence orders.order_number start 100001;

    create table orders.delivery_method (
      code text constraint delivery_method_pk primary key,
      name jsonb not null,
      countries text[] not null,
      prices jsonb not null,
      free_from jsonb not null default '{}',
      min_days integer not null check (min_days >= 0),
      max_days integer not null check (max_days >= min_days),
      position integer not null default 0
    );
    comment on column orders.delivery_method.prices is 'Minor units by currency; a currency left out is not served.';

    create table orders.order (
      id uuid constraint order_pk primary key,
      number text not null constraint order_number_unique unique,
      cart_id uuid not null constraint order_cart_unique unique,
      user_id uuid,
      access_hash bytea not null constraint order_access_unique unique,
      quote_hash text not null,
      email text not null,
      locale text not null check (locale in ('ru', 'en')),
      currency text not null,
      state text not null check (state in ('placed', 'completed', 'cancelled')),
      payment_state text not null check (payment_state in ('pending', 'authorised', 'paid', 'refunded', 'failed')),
      fulfilment_state text not null check (fulfilment_state in ('unfulfilled', 'shipped', 'delivered')),
      items_amount bigint not null check (items_amount >= 0),
      discount_amount bigint not null check (discount_amount >= 0),
      delivery_amount bigint not null check (delivery_amount >= 0),
      tax_amount bigint not null check (tax_amount >= 0),
      tax_included boolean not null,
      total_amount bigint not null check (total_amount >= 0),
      delivery jsonb not null,
      address jsonb not null,
      promotions jsonb not null,
      consent jsonb not null,
      placed_at timestamptz not null,
      version integer not null default 1,
      constraint order_currency_unique unique (id, currency),
      constraint order_total check (
        total_amount = items_amount - discount_amount + delivery_amount + case when tax_included then 0 else tax_amount end
      )
    );
    create index order_user on orders.order (user_id, placed_at desc, id desc);
    create index order_worklist on orders.order (placed_at desc, id desc);

    create table orders.line (
      order_id uuid not null,
      position integer not null,
      currency text not null,
      product_id uuid not null,
      variant_id uuid not null,
      sku text not null,
      name jsonb not null,
      option_names jsonb not null,
      picture text,
      quantity integer not null check (quantity between 1 and 999),
      unit_amount bigint not null check (unit_amount >= 0),
      discount_amount bigint not null check (discount_amount >= 0),
      tax_amount bigint not null check (tax_amount >= 0),
      total_amount bigint not null check (total_amount = unit_amount * quantity - discount_amount),
      constraint order_line_pk primary key (order_id, position),
      constraint order_line_currency foreign key (order_id, currency) references orders.order (id, currency)
    );
    create index order_line_product on orders.line (product_id);

    create table orders.payment (
      id uuid constraint payment_pk primary key,
      order_id uuid not null,
      currency text not null,
      provider text not null,
      provider_ref text,
      state text not null check (state in ('pending', 'authorising', 'authorised', 'capturing', 'captured', 'failed', 'voided')),
      amount bigint not null check (amount >= 0),
      created_at timestamptz not null,
      constraint payment_provider_ref_unique unique (provider, provider_ref),
      constraint payment_currency foreign key (order_id, currency) references orders.order (id, currency)
    );
    create unique index payment_live on orders.payment (order_id)
      where state in ('pending', 'authorising', 'authorised', 'capturing', 'captured');

    create table orders.event (
      id bigint generated always as identity constraint order_event_pk primary key,
      order_id uuid not null references orders.order,
      type text not null,
      actor text not null,
      details jsonb not null default '{}',
      at timestamptz not null
    );
    create index order_event_order on orders.event (order_id, id);

    create view orders.shown_line as
      select line.*, product.slug
      from orders.line as line
      left join catalog.product as product on product.id = line.product_id and product.status = 'published';
    comment on view orders.shown_line is 'Lines with the current address of their product, null once it is gone.';
  `.execute(db);
  await checkout(db);
  await placing(db);
}

async function checkout(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function orders.lock_checkout(owner_user uuid, owner_secret bytea, country text, customer text, instant timestamptz)
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
    comment on function orders.lock_checkout is 'Locks the open cart of its owner, then reads all that its quote depends on: one round trip, and what it reads is committed after the lock was had. Null without an open cart.';
  `.execute(db);
}

async function placing(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function orders.place(placed jsonb, lines jsonb, access_hash bytea) returns jsonb
    language plpgsql set plan_cache_mode = force_generic_plan as $$
    declare
      order_id uuid := placed ->> 'id';
      instant timestamptz := placed ->> 'placedAt';
      number text := nextval('orders.order_number');
      refused jsonb;
    begin
      update cart.cart set state = 'ordered', updated_at = instant where id = (placed ->> 'cartId')::uuid;

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
      );

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
      ) with ordinality as line ("productId", "variantId", sku, name, "optionNames", picture, quantity, "unitAmount", discount, tax, total, position);

      insert into orders.payment (id, order_id, currency, provider, state, amount, created_at)
      values ((placed ->> 'paymentId')::uuid, order_id, placed ->> 'currency', placed ->> 'paymentMethod', 'pending', (placed #>> '{totals,total}')::bigint, instant);

      insert into orders.event (order_id, type, actor, at) values (order_id, 'placed', coalesce(placed ->> 'userId', 'guest'), instant);

      insert into core.outbox (dedup_key, topic, payload)
      values ('orders.placed:' || order_id, 'orders.placed', jsonb_build_object('orderId', order_id, 'locale', placed -> 'locale'));

      if placed -> 'redemptions' <> '[]' then
        refused := promotions.redeem(order_id, placed -> 'redemptions', instant);
        if refused is not null then return jsonb_build_object('refusal', refused); end if;
      end if;

      refused := inventory.allocate((placed ->> 'cartId')::uuid, lines);
      if refused is not null then return jsonb_build_object('shortages', refused); end if;

      return jsonb_build_object('number', number);
    end $$;
    comment on function orders.place is 'Writes an order down in one round trip: cart, order, lines, payment, event and fact, then codes, then stock last (lock order of every writer). Unless it answers with a number, the caller must roll back.';
  `.execute(db);
}
