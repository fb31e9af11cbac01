import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create sequence search.ordinal as integer minvalue 0 start 0;

    alter table search.listing
      add column ordinal integer not null default nextval('search.ordinal'),
      add column terms integer[] not null default '{}',
      add column sales bigint not null default 0;
    alter sequence search.ordinal owned by search.listing.ordinal;
    create unique index listing_ordinal on search.listing (ordinal);
    comment on column search.listing.ordinal is 'The bit that stands for the product in every posting.';
    comment on column search.listing.terms is 'What the product is found by: ids of search.term, and the fixed ones below zero.';
    comment on column search.listing.sales is 'Pieces that were shipped and not returned.';

    alter table search.placement add column ordinal integer, add column sales bigint not null default 0;
    update search.placement set ordinal = listing.ordinal from search.listing where listing.product_id = placement.product_id;
    alter table search.placement alter column ordinal set not null;
    create index placement_sales on search.placement (category_id, sales desc, product_id);
    create index placement_ordinal on search.placement (ordinal) where category_id = '00000000-0000-0000-0000-000000000000';

    create table search.term (
      id integer generated always as identity constraint term_pk primary key,
      kind text not null check (kind in ('category', 'facet', 'value', 'range', 'word', 'title')),
      code text not null,
      key text not null,
      label jsonb not null,
      swatch text,
      place double precision,
      constraint term_unique unique (kind, code, key)
    );
    comment on table search.term is
      'What products have in common: a category, a facet, a value or range of one, a frequent word of their texts (word) or of names and kinds (title).';
    comment on column search.term.code is 'Of a facet: the code of the attribute or option, or brand.';
    comment on column search.term.key is 'Category id, folded value, "low..high", or stem.';
    comment on column search.term.place is 'Order of the values of a facet; null goes by count.';

    create table search.posting (
      term_id integer not null,
      chunk integer not null,
      bits bit(32000) not null,
      constraint posting_pk primary key (term_id, chunk)
    );
    alter table search.posting alter bits set storage main;
    create index posting_chunk on search.posting (chunk, term_id);
    comment on table search.posting is
      'Which products have a term: bit n of chunk c stands for the ordinal 32000 c + n. Sets are joined, cut and counted as bit strings.';
    comment on column search.posting.term_id is
      'A term, or fixed: -1 in stock, -2 to -5 one to four stars and more, -100 - 50 c - b bit b of the price in currency c (RUB, EUR, USD), -149 - 50 c priced at all.';

    create table search.sold (product_id uuid constraint sold_pk primary key, pieces bigint not null);
    comment on table search.sold is 'Pieces shipped and not returned, kept by a trigger of inventory.movement.';

    create table search.facet_menu (
      category_id uuid not null,
      code text not null,
      place integer not null,
      term_ids integer[] not null,
      constraint facet_menu_pk primary key (category_id, code)
    );
    comment on table search.facet_menu is 'The facets worth offering in a category and their values, most frequent first; counted anew for each list.';

    create table search.menu_due (
      category_id uuid constraint menu_due_pk primary key,
      made_at timestamptz not null default '-infinity',
      due boolean not null default true
    );
    comment on table search.menu_due is 'Categories whose products changed what they can be filtered by.';
  `.execute(db);
  await functions(db);
  await sales(db);
  await sql`insert into search.dirty (product_id) select product_id from search.listing`.execute(db);
}

async function functions(db: Kysely<unknown>): Promise<void> {
  await sql`
    do $$ begin
      execute format('create aggregate search.bits_of(place integer, value integer) (sfunc = pg_catalog.set_bit, stype = bit, initcond = %L)', repeat('0', 32000));
    end $$;
    comment on aggregate search.bits_of(integer, integer) is 'A chunk with these bits set: bits_of(ordinal % 32000, 1).';

    create aggregate search.strung(bits bit varying) (sfunc = pg_catalog.bitcat, stype = bit varying, initcond = '');
    comment on aggregate search.strung(bit varying) is 'Chunks, in their order, as one bit string.';

    create function search.at_least(former bit, slice bit, bound boolean) returns bit language sql immutable parallel safe
      return case when bound then coalesce(former, ~slice | slice) & slice else coalesce(former, ~slice | slice) | slice end;
    create aggregate search.at_least(slice bit, bound boolean) (sfunc = search.at_least, stype = bit);
    comment on aggregate search.at_least(bit, boolean) is
      'Numbers no less than a bound, from their bit slices, lowest first: where the bound has a one the slice must have it too, where it has none the slice is greater.';

    create function search.members(chunk integer, bits bit) returns setof integer language sql immutable parallel safe rows 1000 as $$
      select chunk * 32000 + (sum(length(gap) + 1) over (order by number))::integer - 1
      from unnest((string_to_array(bits::text, '1'))[:bit_count(bits)]) with ordinality as piece (gap, number)
    $$;
    comment on function search.members is 'The ordinals of the bits that are set, in ascending order.';

    create function search.facet_key(value text) returns text language sql immutable parallel safe
      return left(trim(regexp_replace(regexp_replace(regexp_replace(search.plain(value),
        '\\mgrey\\M', 'gray', 'g'), '\\mcolour', 'color', 'g'), '(?<=\\d) ?x ?(?=\\d)', 'x', 'g')), 100);
    comment on function search.facet_key is 'Spellings of the same value are one: folded, gray for grey, 1920x1080 for 1920 x 1080.';

    create function search.rounded(value numeric) returns numeric language sql immutable parallel safe
      return trim_scale(round(value, case when value = 0 then 0 else 2 - floor(log(abs(value)))::integer end));
    comment on function search.rounded is 'To three significant digits: what a filter tells apart.';

    create function search.range_of(value numeric, out key text, out place double precision) language sql immutable parallel safe as $$
      select case when value < 0 then '..0' when value = 0 then '0' else low || '..' || high end, case when value < 0 then -1 else low end
      from (select case when value > 0 then power(10::numeric, floor(log(value))) else 1 end as scale) as sized
      cross join lateral (select case when value >= 5 * scale then 5 when value >= 2 * scale then 2 else 1 end as step) as stepped
      cross join lateral (
        select case when value > 0 then trim_scale(step * scale) else 0 end as low,
          trim_scale(scale * case step when 5 then 10 when 2 then 5 else 2 end) as high) as bounds
    $$;
    comment on function search.range_of is 'The step of the series 1, 2, 5, 10, 20, … that holds the value: from low up to, not including, high.';
  `.execute(db);
}

async function sales(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function search.count_sales() returns trigger language plpgsql as $$
    begin
      with gone as (
        select variant.product_id, -sum(added.delta) as pieces
        from added join catalog.variant on variant.id = added.variant_id
        where added.reason in ('shipped', 'returned') group by 1
      ), counted as (
        insert into search.sold as s (product_id, pieces) select product_id, pieces from gone order by product_id
        on conflict (product_id) do update set pieces = s.pieces + excluded.pieces
      )
      insert into search.dirty (product_id) select product_id from gone;
      return null;
    end $$;
    create trigger sales_counted after insert on inventory.movement
      referencing new table as added for each statement execute function search.count_sales();
    insert into search.sold (product_id, pieces)
      select variant.product_id, -sum(movement.delta) from inventory.movement join catalog.variant on variant.id = movement.variant_id
      where movement.reason in ('shipped', 'returned') group by 1;
  `.execute(db);
}
