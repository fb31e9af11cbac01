import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create schema search;
    create extension if not exists pg_trgm;

    create text search configuration search.shop (copy = pg_catalog.russian);
    comment on text search configuration search.shop is 'Latin words are stemmed as English, Cyrillic ones as Russian.';

    create function search.plain(value text) returns text language sql immutable parallel safe
      return regexp_replace(
        case when octet_length(value) > char_length(value) then translate(lower(value), 'àáâãäåāăąçćĉčďèéêëēĕėęěĝğġĥìíîïĩīĭįıĵķĺļľłñńņňòóôõöøōŏőŕŗřśŝşšţťùúûüũūŭůűųŵýÿŷźżžё', 'aaaaaaaaaccccdeeeeeeeeeggghiiiiiiiiijkllllnnnnooooooooorrrssssttuuuuuuuuuuwyyyzzzе') else lower(coalesce(value, '')) end,
        '[^0-9a-zß-ɏͰ-ӿ]+', ' ', 'g');
    comment on function search.plain is 'Lower case words of letters and digits, without accents and yo, so that PostgreSQL sees no hosts, paths or hyphenations.';

    create table search.listing (
      product_id uuid constraint listing_pk primary key,
      slug text not null,
      card jsonb not null,
      prices jsonb not null,
      category_ids uuid[] not null,
      in_stock boolean not null,
      featured boolean not null,
      reduced boolean not null,
      prominence bigint not null,
      published_at timestamptz not null,
      score real not null,
      codes text[] not null,
      document tsvector not null,
      next_change_at timestamptz
    );
    comment on table search.listing is 'One row per published product: all that a card, a sort and a text search need.';
    comment on column search.listing.card is 'A ListingRow without price and currency, ready for the wire.';
    comment on column search.listing.prices is 'By currency: {"RUB": {"amount", "highest", "compareAt"}}, minor units.';
    comment on column search.listing.category_ids is 'Its categories and all their ancestors.';
    comment on column search.listing.prominence is 'Default order of a category: what is in stock, then what is featured, then the newest.';
    comment on column search.listing.score is 'Bayesian mean of the stars, 0 when unrated.';
    comment on column search.listing.codes is 'SKUs, models and barcodes in lower case, for exact hits.';
    comment on column search.listing.next_change_at is 'When one of its prices begins or ends.';
    create index listing_document on search.listing using gin (document);
    create index listing_codes on search.listing using gin (codes);
    create index listing_featured on search.listing (prominence desc, product_id) where featured;
    create index listing_reduced on search.listing (prominence desc, product_id) where reduced;
    create index listing_changing on search.listing (next_change_at) where next_change_at is not null;

    create table search.placement (
      category_id uuid not null,
      product_id uuid not null,
      price_rub bigint,
      price_eur bigint,
      price_usd bigint,
      in_stock boolean not null,
      prominence bigint not null,
      published_at timestamptz not null,
      score real not null,
      constraint placement_pk primary key (product_id, category_id)
    );
    comment on table search.placement is 'A product in a category, in each ancestor of it and in the whole shop (the nil category): one index range per list.';
    create index placement_prominence on search.placement (category_id, prominence desc, product_id);
    create index placement_rub on search.placement (category_id, price_rub, product_id) include (in_stock);
    create index placement_eur on search.placement (category_id, price_eur, product_id) include (in_stock);
    create index placement_usd on search.placement (category_id, price_usd, product_id) include (in_stock);
    create index placement_newest on search.placement (category_id, published_at desc, product_id);
    create index placement_score on search.placement (category_id, score desc, product_id);

    create table search.category_count (
      category_id uuid constraint category_count_pk primary key,
      total integer not null check (total >= 0),
      in_stock integer not null check (in_stock >= 0)
    );
    comment on table search.category_count is 'Exact number of placements of a category, kept by the triggers of search.placement.';

    create function search.letters(word text) returns text language sql immutable parallel safe
      return translate(word, 'абвгдежзийклмнопрстуфхцчшщъыьэюя', 'abcdefghijklmnopqrstuvwxyz012345');
    comment on function search.letters is 'A letter of ASCII for each Cyrillic one: pg_trgm sees no others in the C locale.';

    create table search.word (
      word text constraint word_pk primary key,
      letters text not null generated always as (search.letters(word)) stored
    );
    comment on table search.word is 'Words of names, brands and categories: what a mistyped word may have meant.';
    create index word_letters on search.word using gist (letters gist_trgm_ops (siglen = 32));

    create table search.dirty (
      id bigint generated always as identity constraint dirty_pk primary key,
      product_id uuid not null
    );
    create index dirty_product on search.dirty (product_id);
    comment on table search.dirty is 'Products whose listing is no longer true. Writers only append, so they never wait for the refresh.';
  `.execute(db);
  await countPlacements(db);
  await markChanges(db);
}

async function countPlacements(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function search.count_placements() returns trigger language plpgsql as $$
    begin
      if tg_op = 'INSERT' then
        insert into search.category_count as counted (category_id, total, in_stock)
          select category_id, count(*), count(*) filter (where in_stock) from added group by category_id order by category_id
          on conflict (category_id) do update set total = counted.total + excluded.total, in_stock = counted.in_stock + excluded.in_stock;
      elsif tg_op = 'DELETE' then
        update search.category_count as counted
          set total = counted.total - gone.total, in_stock = counted.in_stock - gone.in_stock
          from (select category_id, count(*) as total, count(*) filter (where in_stock) as in_stock from removed group by category_id) as gone
          where counted.category_id = gone.category_id;
      else
        update search.category_count as counted set in_stock = counted.in_stock + delta.in_stock
          from (
            select category_id, sum(change) as in_stock
            from (select category_id, in_stock::int as change from added union all select category_id, -in_stock::int from removed) as both_sides
            group by category_id having sum(change) <> 0
          ) as delta
          where counted.category_id = delta.category_id;
      end if;
      return null;
    end $$;
    create trigger count_added after insert on search.placement
      referencing new table as added for each statement execute function search.count_placements();
    create trigger count_removed after delete on search.placement
      referencing old table as removed for each statement execute function search.count_placements();
    create trigger count_changed after update on search.placement
      referencing old table as removed new table as added for each statement execute function search.count_placements();
  `.execute(db);
}

async function markChanges(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function search.mark_products() returns trigger language plpgsql as $$
    begin
      insert into search.dirty (product_id) select id from changed;
      return null;
    end $$;
    create function search.mark_parts() returns trigger language plpgsql as $$
    begin
      insert into search.dirty (product_id) select distinct product_id from changed;
      return null;
    end $$;
    create function search.mark_variants() returns trigger language plpgsql as $$
    begin
      insert into search.dirty (product_id)
        select distinct variant.product_id from changed join catalog.variant on variant.id = changed.variant_id;
      return null;
    end $$;
    create function search.mark_levels() returns trigger language plpgsql as $$
    begin
      insert into search.dirty (product_id)
        select distinct variant.product_id
        from changed join former using (variant_id, location_id) join catalog.variant on variant.id = changed.variant_id
        where least(changed.on_hand - changed.reserved, 6) <> least(former.on_hand - former.reserved, 6);
      return null;
    end $$;
    comment on function search.mark_levels is 'Six stands for "more than a few": above it the shopper sees no difference.';
    create function search.mark_categories() returns trigger language plpgsql as $$
    begin
      insert into search.dirty (product_id)
        select distinct placement.product_id from changed join search.placement on placement.category_id = changed.id;
      return null;
    end $$;

    create trigger listing_added after insert on catalog.product referencing new table as changed for each statement execute function search.mark_products();
    create trigger listing_changed after update on catalog.product referencing new table as changed for each statement execute function search.mark_products();
    create trigger listing_removed after delete on catalog.product referencing old table as changed for each statement execute function search.mark_products();

    create trigger listing_added after insert on catalog.variant referencing new table as changed for each statement execute function search.mark_parts();
    create trigger listing_changed after update on catalog.variant referencing new table as changed for each statement execute function search.mark_parts();
    create trigger listing_removed after delete on catalog.variant referencing old table as changed for each statement execute function search.mark_parts();

    create trigger listing_added after insert on catalog.media referencing new table as changed for each statement execute function search.mark_parts();
    create trigger listing_changed after update on catalog.media referencing new table as changed for each statement execute function search.mark_parts();
    create trigger listing_removed after delete on catalog.media referencing old table as changed for each statement execute function search.mark_parts();

    create trigger listing_added after insert on catalog.product_category referencing new table as changed for each statement execute function search.mark_parts();
    create trigger listing_removed after delete on catalog.product_category referencing old table as changed for each statement execute function search.mark_parts();

    create trigger listing_changed after update on catalog.category referencing new table as changed for each statement execute function search.mark_categories();

    create trigger listing_added after insert on pricing.price referencing new table as changed for each statement execute function search.mark_variants();
    create trigger listing_changed after update on pricing.price referencing new table as changed for each statement execute function search.mark_variants();
    create trigger listing_removed after delete on pricing.price referencing old table as changed for each statement execute function search.mark_variants();

    create trigger listing_added after insert on inventory.level referencing new table as changed for each statement execute function search.mark_variants();
    create trigger listing_changed after update on inventory.level referencing old table as former new table as changed for each statement execute function search.mark_levels();
    create trigger listing_removed after delete on inventory.level referencing old table as changed for each statement execute function search.mark_variants();

    create trigger listing_added after insert on reviews.aggregate referencing new table as changed for each statement execute function search.mark_parts();
    create trigger listing_changed after update on reviews.aggregate referencing new table as changed for each statement execute function search.mark_parts();
  `.execute(db);
}
