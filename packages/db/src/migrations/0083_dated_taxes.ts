import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table pricing.tax_rate
      drop constraint tax_rate_country_class_unique,
      add column region text not null default '' check (char_length(region) <= 100),
      add column valid_from timestamptz not null default '-infinity',
      add column valid_to timestamptz not null default 'infinity',
      add constraint tax_rate_period check (valid_from < valid_to),
      add constraint tax_rate_no_overlap exclude using gist
        (country with =, region with =, tax_class with =, tstzrange(valid_from, valid_to) with &&);
    create index tax_rate_kind on pricing.tax_rate (country, region, tax_class, valid_from);
    comment on column pricing.tax_rate.region is 'As addresses write it; empty: the whole country. A region''s own rate goes before the country''s.';

    create table pricing.tax_book (
      sole boolean constraint tax_book_pk primary key default true check (sole),
      version integer not null default 1
    );
    insert into pricing.tax_book default values;
    comment on table pricing.tax_book is 'One row: raised by every change of taxes, so that nobody undoes one they did not see.';

    create or replace view pricing.country_tax as
      select country, tax_class, rate_basis_points, included, region, valid_from, valid_to from pricing.tax_rate;
    comment on view pricing.country_tax is 'Published to the rooms above; at any instant at most one row of a country, region and class holds.';
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
              'country', country, 'taxClass', tax_class, 'rateBasisPoints', rate_basis_points, 'included', included, 'region', region
            )), '[]')
            from pricing.country_tax
            where country = coalesce(destination, pricing.home_country(cart.currency)) and valid_from <= at and at < valid_to
          )
        )
        from cart.cart where cart.id = of_cart
      );
    end $$;
  `.execute(db);
}
