import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create schema promotions;

    create table promotions.promotion (
      id uuid constraint promotion_pk primary key,
      name jsonb not null,
      kind text not null check (kind in ('percent-off-order')),
      basis_points integer not null check (basis_points between 1 and 10000),
      minimums jsonb not null default '{}',
      priority integer not null default 0,
      status text not null default 'active' check (status in ('active', 'paused')),
      starts_at timestamptz not null default '-infinity',
      ends_at timestamptz not null default 'infinity',
      version integer not null default 1,
      check (starts_at < ends_at)
    );
    comment on column promotions.promotion.minimums is 'Smallest order by currency, minor units: {"RUB": 300000}. A currency left out has no minimum.';

    create table promotions.code (
      code text constraint code_pk primary key check (code = upper(code) and char_length(code) between 3 and 40),
      promotion_id uuid not null references promotions.promotion,
      used integer not null default 0,
      max_uses integer check (max_uses > 0),
      per_customer integer check (per_customer > 0),
      constraint code_used_within_limit check (used >= 0 and (max_uses is null or used <= max_uses))
    );

    create table promotions.redemption (
      id uuid constraint redemption_pk primary key,
      code text not null references promotions.code,
      order_id uuid not null,
      customer_key text not null,
      slot integer not null check (slot > 0),
      amount bigint not null check (amount >= 0),
      currency text not null,
      redeemed_at timestamptz not null,
      constraint redemption_order_unique unique (code, order_id),
      constraint redemption_slot_unique unique (code, customer_key, slot)
    );
  `.execute(db);
}
