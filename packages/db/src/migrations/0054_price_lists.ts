import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table pricing.price_list (
      id uuid constraint price_list_pk primary key,
      name jsonb not null,
      version integer not null,
      created_at timestamptz not null
    );

    create table pricing.list_term (
      id uuid constraint list_term_pk primary key default gen_random_uuid(),
      list_id uuid not null references pricing.price_list on delete cascade,
      group_id uuid references users.customer_group,
      country text check (char_length(country) = 2),
      priority integer not null check (priority between 1 and 1000),
      valid_from timestamptz not null,
      valid_to timestamptz not null default 'infinity',
      check (valid_from < valid_to),
      constraint list_term_no_overlap exclude using gist (list_id with =, tstzrange(valid_from, valid_to) with &&),
      constraint list_term_priority exclude using gist (priority with =, tstzrange(valid_from, valid_to) with &&)
    );
    create index list_term_list on pricing.list_term (list_id, valid_from);
    create index list_term_group on pricing.list_term (group_id) where group_id is not null;
    comment on table pricing.list_term is 'For whom, where and with what priority a list holds, and when: half-open. A change ends the row and begins another, so that the past stays what it was.';
    comment on column pricing.list_term.group_id is 'Only for who is in this group at the moment; null: public.';
    comment on column pricing.list_term.country is 'Only for goods that go there; null: anywhere.';
    comment on column pricing.list_term.priority is 'The highest wins; no two lists have the same one at the same time.';

    create table pricing.list_entry (
      id uuid constraint list_entry_pk primary key,
      list_id uuid not null references pricing.price_list on delete cascade,
      variant_id uuid not null references catalog.variant on delete cascade,
      currency text not null check (currency in ('RUB', 'EUR', 'USD')),
      min_quantity integer not null check (min_quantity between 1 and 999),
      amount bigint not null check (amount >= 0),
      valid_from timestamptz not null,
      valid_to timestamptz not null default 'infinity',
      check (valid_from < valid_to),
      constraint list_entry_no_overlap exclude using gist
        (list_id with =, variant_id with =, currency with =, min_quantity with =, tstzrange(valid_from, valid_to) with &&)
    );
    create index list_entry_variant on pricing.list_entry (variant_id, currency);
    create index list_entry_list on pricing.list_entry (list_id, variant_id, currency, min_quantity);
    comment on table pricing.list_entry is 'A price of a list from so many pieces on. What has begun only ends.';
  `.execute(db);
  await resolve(db);
  await tellLists(db);
  await priceCarts(db);
}

async function resolve(db: Kysely<unknown>): Promise<void> {
  // Variants are archived by a step that came into the shop before this one and stands after it.
  await sql`set local check_function_bodies = off`.execute(db);
  await sql`
    create function pricing.home_country(of_currency text) returns text language sql immutable
      return case of_currency when 'RUB' then 'RU' when 'EUR' then 'DE' when 'USD' then 'US' end;
    comment on function pricing.home_country is 'Where goods sold in a currency are taken to go until an address is known.';

    create function pricing.price_of(of_variant uuid, pieces integer, of_currency text, market text, person uuid, at timestamptz)
    returns table (
      amount bigint, compare_at bigint, list_id uuid, list_name jsonb, min_quantity integer, for_group boolean,
      since timestamptz, until timestamptz
    ) language sql stable as $$
      select coalesce(listed.amount, base.amount),
        case
          when listed.amount is null then base.compare_at
          when not listed.for_group and listed.min_quantity = 1 and greatest(base.amount, base.compare_at) > listed.amount
            then greatest(base.amount, base.compare_at)
        end,
        listed.list_id, listed.name, listed.min_quantity, listed.for_group,
        coalesce(listed.since, base.valid_from), coalesce(listed.until, base.valid_to)
      from (values (1)) as one
      left join lateral (
        select price.amount, price.compare_at, price.valid_from, price.valid_to from pricing.price
        where price.variant_id = of_variant and price.currency = of_currency and price.valid_from <= at and at < price.valid_to
      ) as base on true
      left join lateral (
        select entry.amount, entry.min_quantity, term.list_id, list.name, term.group_id is not null as for_group,
          greatest(entry.valid_from, term.valid_from) as since, least(entry.valid_to, term.valid_to) as until
        from pricing.list_entry as entry
        join pricing.list_term as term on term.list_id = entry.list_id
        join pricing.price_list as list on list.id = entry.list_id
        where entry.variant_id = of_variant and entry.currency = of_currency and entry.min_quantity <= pieces
          and entry.valid_from <= at and at < entry.valid_to and term.valid_from <= at and at < term.valid_to
          and (term.country is null or term.country = market)
          and (term.group_id is null or exists (
            select from users.group_membership as member
            where member.group_id = term.group_id and member.user_id = person and member.starts_at <= at and at < member.ends_at))
        order by term.priority desc, entry.min_quantity desc
        limit 1
      ) as listed on true
      where coalesce(listed.amount, base.amount) is not null
    $$;
    comment on function pricing.price_of is
      'What a person (null: anybody) pays for a piece of so many, with the reason (PRC-03): the list of the highest priority '
      'that holds for them, of it the largest quantity step; without one the price of its own. No row: not for sale. Planned '
      'as part of the query around it.';

    create function pricing.shelf(of_product uuid, at timestamptz)
    returns table (prices jsonb, reduced boolean, next_change_at timestamptz) language sql stable as $$
      select
        coalesce(jsonb_object_agg(priced.currency, jsonb_build_object('amount', priced.amount, 'highest', priced.highest, 'compareAt', priced.compare_at))
          filter (where priced.amount is not null), '{}'),
        coalesce(bool_or(priced.compare_at is not null), false),
        (select min(change) from (
          select unnest(array[price.valid_from, price.valid_to]) as change
          from catalog.variant join pricing.price on price.variant_id = variant.id where variant.product_id = of_product and variant.archived_at is null
          union all
          select unnest(array[entry.valid_from, entry.valid_to, term.valid_from, term.valid_to])
          from catalog.variant join pricing.list_entry as entry on entry.variant_id = variant.id join pricing.list_term as term on term.list_id = entry.list_id
          where variant.product_id = of_product and variant.archived_at is null
        ) as changes where change > at and change < 'infinity')
      from (
        select sold.currency, min(price.amount) as amount, max(price.amount) as highest,
          (array_agg(price.compare_at order by price.amount, price.compare_at))[1] as compare_at
        from (values ('RUB'), ('EUR'), ('USD')) as sold (currency)
        cross join (select id from catalog.variant where product_id = of_product and archived_at is null offset 0) as variant
        cross join lateral pricing.price_of(variant.id, 1, sold.currency, pricing.home_country(sold.currency), null, at) as price
        group by sold.currency
      ) as priced
    $$;
    comment on function pricing.shelf is
      'Public prices of a product by currency, {"RUB": {"amount", "highest", "compareAt"}}, and when one of them may change.';

    create function pricing.own_prices(of_products uuid[], of_currency text, person uuid, at timestamptz)
    returns table (product_id uuid, amount bigint, highest bigint, compare_at bigint) language sql stable as $$
      select variant.product_id, min(price.amount), max(price.amount),
        (array_agg(price.compare_at order by price.amount, price.compare_at))[1]
      from catalog.variant
      cross join lateral pricing.price_of(variant.id, 1, of_currency, pricing.home_country(of_currency), person, at) as price
      where variant.product_id = any(of_products) and variant.archived_at is null and exists (
        select from users.group_membership as member join pricing.list_term as term on term.group_id = member.group_id
        where member.user_id = person and member.starts_at <= at and at < member.ends_at and term.valid_from <= at and at < term.valid_to)
      group by variant.product_id
    $$;
    comment on function pricing.own_prices is 'Prices of products for somebody in a group that a list is for; nothing for everybody else.';
  `.execute(db);
}

async function tellLists(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function search.mark_lists() returns trigger language plpgsql as $$
    begin
      insert into search.dirty (product_id)
        select distinct variant.product_id
        from changed join pricing.list_entry as entry on entry.list_id = changed.list_id
          join catalog.variant on variant.id = entry.variant_id
        where changed.group_id is null;
      return null;
    end $$;
    create trigger listing_added after insert on pricing.list_entry referencing new table as changed for each statement execute function search.mark_variants();
    create trigger listing_changed after update on pricing.list_entry referencing new table as changed for each statement execute function search.mark_variants();
    create trigger listing_removed after delete on pricing.list_entry referencing old table as changed for each statement execute function search.mark_variants();
    create trigger listing_added after insert on pricing.list_term referencing new table as changed for each statement execute function search.mark_lists();
    create trigger listing_changed after update on pricing.list_term referencing new table as changed for each statement execute function search.mark_lists();
    create trigger listing_removed after delete on pricing.list_term referencing old table as changed for each statement execute function search.mark_lists();
  `.execute(db);
}

async function priceCarts(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop function cart.standing;
    create function cart.standing(of_cart uuid, at timestamptz, customer text, destination text default null) returns json
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
              'available',
                coalesce((select available from inventory.availability where availability.variant_id = line.variant_id), 0)
                + coalesce((select quantity from inventory.held where held.holder_id = cart.id and held.variant_id = line.variant_id), 0)
            ) order by line.position), '[]')
            from cart.line
            join catalog.offer on offer.variant_id = line.variant_id
            left join lateral pricing.price_of(line.variant_id, line.quantity, cart.currency,
              coalesce(destination, pricing.home_country(cart.currency)), cart.user_id, at) as price on true
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
    comment on function cart.standing is
      'A cart with all that its view depends on, read by fresh snapshots: of what was committed and what this transaction did. '
      'Without a destination its prices are those of the home country of its currency.';

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
        'heldUntil', (select min(expires_at) from inventory.hold where holder_id = locked.id and kind = 'held'),
        'deliveryMethods', (
          select coalesce(json_agg(json_build_object(
            'code', code, 'name', name, 'prices', prices, 'freeFrom', free_from, 'minDays', min_days, 'maxDays', max_days
          ) order by position, code), '[]')
          from orders.delivery_method where lock_checkout.country = any (countries)
        )
      );
    end $$;
  `.execute(db);
}
