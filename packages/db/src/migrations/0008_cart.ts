import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create schema cart;

    create table cart.cart (
      id uuid constraint cart_pk primary key,
      user_id uuid,
      secret_hash bytea,
      state text not null default 'open' check (state in ('open', 'ordered', 'merged')),
      currency text not null check (currency in ('RUB', 'EUR', 'USD')),
      version integer not null default 1,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      expires_at timestamptz not null,
      constraint cart_owner check (num_nonnulls(user_id, secret_hash) = 1)
    ) with (fillfactor = 70);
    create unique index cart_open_of_user on cart.cart (user_id) where state = 'open';
    create unique index cart_of_secret on cart.cart (secret_hash);

    create table cart.line (
      cart_id uuid not null references cart.cart on delete cascade,
      variant_id uuid not null,
      quantity integer not null check (quantity between 1 and 999),
      added_at timestamptz not null,
      seen_amount bigint,
      constraint line_pk primary key (cart_id, variant_id)
    );
    comment on column cart.line.seen_amount is 'Unit price the shopper last saw, in the cart''s currency, so that a change is told.';

    create table cart.code (
      cart_id uuid not null references cart.cart on delete cascade,
      code text not null,
      added_at timestamptz not null,
      constraint cart_code_pk primary key (cart_id, code)
    );
  `.execute(db);
}
