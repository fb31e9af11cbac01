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

  await sql`
    create function promotions.redeem(of_order uuid, redemptions jsonb, instant timestamptz) returns jsonb language plpgsql as $$
    declare
      asked record;
      terms promotions.terms;
      limited boolean;
      free_slot integer;
    begin
      for asked in
        select * from jsonb_to_recordset(redemptions) as asked (code text, "customerKey" text, amount bigint, currency text)
        order by code
      loop
        free_slot := null;
        select * into terms from promotions.terms as found
        where found.code = asked.code and not paused
          and (starts_at is null or starts_at <= instant) and (ends_at is null or instant < ends_at);
        if terms.code is null then return promotions.refusal(asked.code, 'paused'); end if;

        select max_uses is not null into limited from promotions.code where code.code = asked.code;
        if limited then
          update promotions.code set used = used + 1 where code.code = asked.code and used < max_uses;
          if not found then return promotions.refusal(asked.code, 'used-up'); end if;
        end if;

        loop
          if terms.per_customer is not null then
            select slot into free_slot from generate_series(1, terms.per_customer) as slot
            where not exists (
              select from promotions.redemption
              where redemption.code = asked.code and customer_key = asked."customerKey" and redemption.slot = slot.slot
            ) order by slot limit 1;
            if free_slot is null then return promotions.refusal(asked.code, 'used-by-you'); end if;
          end if;
          insert into promotions.redemption (id, code, order_id, customer_key, slot, amount, currency, redeemed_at)
          values (gen_random_uuid(), asked.code, of_order, asked."customerKey", free_slot, asked.amount, asked.currency, instant)
          on conflict on constraint redemption_slot_unique do nothing;
          exit when found;
        end loop;
      end loop;
      return null;
    end $$;
    comment on function promotions.redeem is
      'Takes codes for an order, [{code, customerKey, amount, currency}], within every limit (PRM-04). Null, or the first '
      'refusal {code, obstacle}: then the caller must roll back. An uncommitted rival makes it wait on the counter or the slot.';

    create function promotions.refusal(code text, reason text) returns jsonb language sql immutable as $$
      select jsonb_build_object('code', code, 'obstacle', jsonb_build_object('reason', reason));
    $$;

    create function promotions.give_back(of_order uuid) returns void language sql as $$
      with returned as (delete from promotions.redemption where order_id = of_order returning code)
      update promotions.code set used = used - 1 from returned where code.code = returned.code and max_uses is not null;
    $$;
    comment on function promotions.give_back is 'A cancelled order frees its codes; twice is once.';
  `.execute(db);
}
