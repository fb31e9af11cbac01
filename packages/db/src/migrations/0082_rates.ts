import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table pricing.rate (
      id uuid constraint rate_pk primary key,
      currency text not null check (currency in ('RUB', 'EUR', 'USD')),
      base text not null check (base in ('RUB', 'EUR', 'USD') and base <> currency),
      unit_cost bigint not null check (unit_cost between 1 and 1000000000000),
      ending text not null check (ending in ('exact', 'whole', 'ninety-nine', 'nine-ninety')),
      hold_days integer not null check (hold_days between 1 and 366),
      valid_from timestamptz not null,
      valid_to timestamptz not null default 'infinity',
      cancelled boolean not null default false,
      check (valid_from < valid_to),
      constraint rate_no_overlap exclude using gist (currency with =, tstzrange(valid_from, valid_to) with &&) where (not cancelled)
    );
    create index rate_currency on pricing.rate (currency, valid_from);
    comment on table pricing.rate is 'How prices of a currency come from those of another: one rate at a time. What has begun only ends.';
    comment on column pricing.rate.unit_cost is 'Millionths of a unit of the base that one unit of the currency costs.';
    comment on column pricing.rate.cancelled is 'Taken back before it began; prices that were planned by it may still name it.';

    create table pricing.rate_book (
      currency text constraint rate_book_pk primary key,
      version integer not null default 1,
      fill_after uuid
    );
    insert into pricing.rate_book (currency) values ('RUB'), ('EUR'), ('USD');
    comment on column pricing.rate_book.fill_after is 'How far the catalogue has been asked for the latest change of rates, by variant id; null: all of it.';

    create table pricing.due (
      id bigint generated always as identity constraint due_pk primary key,
      variant_id uuid not null
    );
    comment on table pricing.due is 'Variants whose converted prices are to be looked at, as often as something changed.';

    alter table pricing.price add column rate_id uuid references pricing.rate;
    create index price_converted on pricing.price (currency, valid_to) where rate_id is not null;
    comment on column pricing.price.rate_id is 'By what the price was converted; null: staff have set it.';

    create function pricing.mark_due() returns trigger language plpgsql as $$
    begin
      insert into pricing.due (variant_id) select distinct variant_id from changed where rate_id is null;
      return null;
    end $$;
    create trigger due_added after insert on pricing.price referencing new table as changed for each statement execute function pricing.mark_due();
    create trigger due_changed after update on pricing.price referencing new table as changed for each statement execute function pricing.mark_due();
    create trigger due_removed after delete on pricing.price referencing old table as changed for each statement execute function pricing.mark_due();

    create function pricing.conversion_of(of_variant uuid, of_currency text, at timestamptz)
    returns table (base text, unit_cost bigint, ending text, fresh boolean) language sql stable as $$
      select used.base, used.unit_cost, used.ending, exists (
        select from pricing.rate as newest
        where newest.currency = of_currency and not newest.cancelled and newest.valid_from <= at and at < newest.valid_to
          and at < newest.valid_from + newest.hold_days * interval '24 hours')
      from pricing.price join pricing.rate as used on used.id = price.rate_id
      where price.variant_id = of_variant and price.currency = of_currency and price.valid_from <= at and at < price.valid_to
    $$;
    comment on function pricing.conversion_of is
      'How the own price of a variant was converted, and whether the rate of its currency still holds (PRC-06). No row: it was not.';

    alter table orders.order add column rates jsonb not null default '[]' check (jsonb_typeof(rates) = 'array');
    comment on column orders.order.rates is 'By what the prices of some lines were converted: [{"base", "unitCost", "ending", "variantIds"}].';
  `.execute(db);
  await tellCarts(db);
}

async function tellCarts(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function cart.standing(of_cart uuid, at timestamptz, customer text, destination text default null) returns json
    language plpgsql volatile set plan_cache_mode = force_generic_plan as $$
    begin
      return (
        select json_build_object(
          'id', cart.id, 'version', cart.version, 'currency', cart.currency,
          'lines', (
            select coalesce(json_agg(json_build_object(
              'quantity', line.quantity, 'seenAmount', line.seen_amount,
              'offer', json_build_object(
                'variantId', offer.variant_id, 'productId', offer.product_id, 'slug', offer.slug, 'sku', offer.sku,
                'name', offer.name, 'optionNames', offer.option_names, 'picture', offer.picture,
                'taxClass', offer.tax_class, 'published', offer.published
              ),
              'unitAmount', price.amount, 'compareAt', price.compare_at,
              'list', case when price.list_id is not null then json_build_object(
                'name', price.list_name, 'minQuantity', price.min_quantity, 'forGroup', price.for_group) end,
              'conversion', case when conversion.base is not null then json_build_object(
                'base', conversion.base, 'unitCost', conversion.unit_cost, 'ending', conversion.ending, 'fresh', conversion.fresh) end,
              'available',
                coalesce((select available from inventory.availability where availability.variant_id = line.variant_id), 0)
                + coalesce((select quantity from inventory.held where held.holder_id = cart.id and held.variant_id = line.variant_id), 0)
            ) order by line.position), '[]')
            from cart.line
            join catalog.offer on offer.variant_id = line.variant_id
            left join lateral pricing.price_of(line.variant_id, line.quantity, cart.currency,
              coalesce(destination, pricing.home_country(cart.currency)), cart.user_id, at) as price on true
            left join lateral pricing.conversion_of(line.variant_id, cart.currency, at) as conversion on price.list_id is null
            where line.cart_id = cart.id
          ),
          'codes', (
            select coalesce(json_agg(json_build_object(
              'code', entered.code,
              'terms', case when terms.code is not null then json_build_object(
                'name', terms.name, 'basisPoints', terms.basis_points, 'minimums', terms.minimums, 'priority', terms.priority,
                'paused', terms.paused, 'startsAt', terms.starts_at, 'endsAt', terms.ends_at, 'usedUp', terms.used_up,
                'perCustomer', terms.per_customer,
                'usesByCustomer', coalesce((
                  select uses from promotions.customer_use where customer_use.code = terms.code and customer_key = customer
                ), 0),
                'memberships', case when terms.group_id is not null then promotions.memberships(terms.group_id, cart.user_id, at) end
              ) end
            ) order by entered.position), '[]')
            from cart.code as entered left join promotions.terms on terms.code = entered.code
            where entered.cart_id = cart.id
          ),
          'taxRates', (
            select coalesce(json_agg(json_build_object(
              'country', country, 'taxClass', tax_class, 'rateBasisPoints', rate_basis_points, 'included', included
            )), '[]')
            from pricing.country_tax
          )
        )
        from cart.cart where cart.id = of_cart
      );
    end $$;
  `.execute(db);
}
