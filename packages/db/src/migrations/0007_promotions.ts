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
      slot integer check (slot > 0),
      amount bigint not null check (amount >= 0),
      currency text not null,
      redeemed_at timestamptz not null,
      constraint redemption_order_unique unique (code, order_id),
      constraint redemption_slot_unique unique (code, customer_key, slot)
    );
    comment on column promotions.redemption.slot is '1 to the code''s limit per customer, so that the limit is a constraint; null where there is none.';

    create view promotions.terms as
      select
        code.code, code.promotion_id, promotion.name, promotion.basis_points, promotion.minimums, promotion.priority,
        promotion.status = 'paused' as paused,
        nullif(promotion.starts_at, '-infinity') as starts_at, nullif(promotion.ends_at, 'infinity') as ends_at,
        code.max_uses is not null and code.used >= code.max_uses as used_up, code.per_customer
      from promotions.code join promotions.promotion on promotion.id = code.promotion_id;
    comment on view promotions.terms is 'Published to the rooms above: what a code promises and how far it is used.';

    create view promotions.customer_use as
      select code, customer_key, count(*)::integer as uses from promotions.redemption group by code, customer_key;
    comment on view promotions.customer_use is 'Published to the rooms above.';

    create view promotions.imbalance as
      select code.code, code.used, live.uses
      from promotions.code
      cross join lateral (select count(*)::integer as uses from promotions.redemption where redemption.code = code.code) as live
      where code.max_uses is not null and code.used <> live.uses;
    comment on view promotions.imbalance is 'The auditor: empty unless a counter is wrong. Codes without a limit are not counted, so that they are no hot row.';
  `.execute(db);
}
