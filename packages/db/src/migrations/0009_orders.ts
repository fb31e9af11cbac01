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
      access_hash bytea not null,
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
  `.execute(db);
}
