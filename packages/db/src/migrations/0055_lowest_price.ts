import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // Variants are archived by a step that came into the shop before this one and stands after it.
  await sql`set local check_function_bodies = off`.execute(db);
  await sql`
    create function pricing.lowest_before(of_variant uuid, of_currency text, market text, at timestamptz)
    returns table (amount bigint, complete boolean) language sql stable as $$
      with known as (
        select greatest(coalesce(product.released_at, product.created_at), (
          select least(
            (select min(valid_from) from pricing.price where variant_id = of_variant and currency = of_currency),
            (select min(entry.valid_from) from pricing.list_entry as entry join pricing.list_term as term using (list_id)
              where entry.variant_id = of_variant and entry.currency = of_currency and term.group_id is null))
        )) as since
        from catalog.variant join catalog.product on product.id = variant.product_id where variant.id = of_variant
      ),
      moments as (
        select since as moment from known
        union
        select bound from known, (
          select unnest(array[valid_from, valid_to]) as bound from pricing.price
          where variant_id = of_variant and currency = of_currency
          union all
          select unnest(array[entry.valid_from, entry.valid_to, term.valid_from, term.valid_to])
          from pricing.list_entry as entry join pricing.list_term as term using (list_id)
          where entry.variant_id = of_variant and entry.currency = of_currency and term.group_id is null
        ) as bounds
        where bound > since and bound <= at
      ),
      steps as (
        select moment, price.amount, price.compare_at is not null as cut, lead(moment) over walk as until,
          row_number() over walk = 1 or (price.amount, price.compare_at is not null)
            is distinct from (lag(price.amount) over walk, lag(price.compare_at is not null) over walk) as begins
        from moments left join lateral pricing.price_of(of_variant, 1, of_currency, market, null, moment) as price on true
        window walk as (order by moment)
      ),
      cut as (select max(moment) filter (where begins) as began, bool_or(until is null and cut) as announced from steps)
      select
        (select min(steps.amount) from steps where steps.moment < cut.began and steps.until > cut.began - interval '720 hours'),
        known.since <= cut.began - interval '720 hours'
      from cut, known where cut.announced
    $$;
    comment on function pricing.lowest_before is
      'The lowest public price of the thirty days before the cut that is announced at an instant (PRC-07): the rule '
      'lowestBefore of the domain, over own prices and public lists. No row: no cut is announced.';

    create or replace function pricing.shelf(of_product uuid, at timestamptz)
    returns table (prices jsonb, reduced boolean, next_change_at timestamptz) language sql stable as $$
      select
        coalesce(jsonb_object_agg(priced.currency, jsonb_build_object(
            'amount', priced.amount, 'highest', priced.highest, 'compareAt', priced.compare_at,
            'lowest', case when lowest.complete is not null then jsonb_build_object('amount', lowest.amount, 'complete', lowest.complete) end))
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
          (array_agg(price.compare_at order by price.amount, price.compare_at))[1] as compare_at,
          (array_agg(variant.id order by price.amount, price.compare_at))[1] as cheapest
        from (values ('RUB'), ('EUR'), ('USD')) as sold (currency)
        cross join (select id from catalog.variant where product_id = of_product and archived_at is null offset 0) as variant
        cross join lateral pricing.price_of(variant.id, 1, sold.currency, pricing.home_country(sold.currency), null, at) as price
        group by sold.currency
      ) as priced
      left join lateral pricing.lowest_before(priced.cheapest, priced.currency, pricing.home_country(priced.currency), at) as lowest
        on priced.compare_at is not null
    $$;
    comment on function pricing.shelf is
      'Public prices of a product by currency, {"RUB": {"amount", "highest", "compareAt", "lowest": {"amount", "complete"}}}, '
      'and when one of them may change.';

    insert into search.dirty (product_id) select product_id from search.listing where reduced;
  `.execute(db);
}
