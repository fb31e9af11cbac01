import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table catalog.collection (
      id uuid constraint collection_pk primary key,
      slug text not null constraint collection_slug_unique unique check (char_length(slug) <= 200),
      name jsonb not null check (jsonb_typeof(name) = 'object'),
      description jsonb not null default '{}' check (jsonb_typeof(description) = 'object'),
      rule jsonb check (jsonb_typeof(rule) = 'array' and octet_length(rule::text) <= 65536),
      visible boolean not null,
      version integer not null,
      created_at timestamptz not null
    );
    comment on column catalog.collection.rule is 'Branches of conditions: all of one branch must hold. Null: products are put in by hand.';

    create table catalog.collection_pick (
      collection_id uuid not null references catalog.collection on delete cascade,
      product_id uuid not null references catalog.product on delete cascade,
      picked_at timestamptz not null,
      constraint collection_pick_pk primary key (collection_id, product_id)
    );
    create index collection_pick_product on catalog.collection_pick (product_id);
    comment on table catalog.collection_pick is 'Products that were put into a collection by hand.';

    create table catalog.collection_term (
      collection_id uuid not null references catalog.collection on delete cascade,
      branch integer not null,
      condition integer not null,
      needed integer not null,
      term text not null,
      span numrange
    );
    create index collection_term_of on catalog.collection_term (collection_id);
    create index collection_term_value on catalog.collection_term (term) where span is null;
    create index collection_term_number on catalog.collection_term using gist (term, span) where span is not null;
    comment on table catalog.collection_term is
      'The rules of collections by what they mention. A branch holds when terms of as many of its conditions as it needs are met, so a product meets only the rules that speak of it.';

    create function catalog.rule_term(kind text, key text, value text) returns text language sql immutable parallel safe
      return kind || '=' || case kind when 'brand' then lower(key) when 'attribute' then key || '=' || lower(value) else key end;

    create index product_brand on catalog.product (lower(brand)) where brand is not null;

    create table search.collection_fill (
      collection_id uuid constraint collection_fill_pk primary key,
      after uuid not null
    );
    comment on table search.collection_fill is 'Collections with a new rule, and how far the catalogue has been asked it, by product id.';
  `.execute(db);
  await matchRules(db);
  await markCollections(db);
}

/** The column `archived_at` of variants is added by a later step. */
async function matchRules(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local check_function_bodies = off;
    create function search.rule_facts(of_product uuid, category_ids uuid[], prices jsonb)
      returns table (term text, number numeric) language sql stable rows 20 as $$
      with given as materialized (
        select key, value from catalog.product cross join jsonb_each(product.attributes) where product.id = of_product
        union all
        select key, value from catalog.variant cross join jsonb_each(variant.attributes) where variant.product_id = of_product and variant.archived_at is null
      )
      select 'category=' || id, null::numeric from unnest(category_ids) as id
      union all
      select catalog.rule_term('brand', brand, null), null from catalog.product where id = of_product and brand is not null
      union all
      select catalog.rule_term('attribute', key, part #>> '{}'), null
        from given cross join lateral jsonb_path_query(value, 'lax $.**') as part where jsonb_typeof(part) in ('string', 'boolean')
      union all
      select 'number=' || key, value::numeric from given where jsonb_typeof(value) = 'number'
      union all
      select 'price=' || key, (value ->> 'amount')::numeric from jsonb_each(prices) where value ->> 'amount' is not null
    $$;
    comment on function search.rule_facts is 'All that rules can ask of a product, as they write it.';

    create function search.ruled_collections(of_product uuid, category_ids uuid[], prices jsonb)
      returns setof uuid language sql stable rows 5 as $$
      with fact as materialized (select term, number from search.rule_facts(of_product, category_ids, prices))
      select collection_id from (
        select known.* from fact cross join lateral (
          select collection_id, branch, condition, needed from catalog.collection_term
          where collection_term.term = fact.term and span is null offset 0) as known
        union
        select known.* from fact cross join lateral (
          select collection_id, branch, condition, needed from catalog.collection_term
          where collection_term.term = fact.term and span is not null and span @> fact.number offset 0) as known
        where fact.number is not null
      ) as met
      group by collection_id, branch having count(*) = min(needed)
    $$;
    comment on function search.ruled_collections is 'Collections whose rule a product fulfils; one may come once for each of its branches. "offset 0": each term is looked up, however few rules there are.';
  `.execute(db);
}

async function markCollections(db: Kysely<unknown>): Promise<void> {
  await sql`
    create trigger listing_added after insert on catalog.collection_pick
      referencing new table as changed for each statement execute function search.mark_parts();
    create trigger listing_removed after delete on catalog.collection_pick
      referencing old table as changed for each statement execute function search.mark_parts();

    create function search.mark_rules() returns trigger language plpgsql as $$
    begin
      insert into search.collection_fill (collection_id, after)
        select distinct collection_id, '00000000-0000-0000-0000-000000000000'::uuid from changed
        on conflict (collection_id) do update set after = excluded.after;
      return null;
    end $$;
    create trigger rule_added after insert on catalog.collection_term
      referencing new table as changed for each statement execute function search.mark_rules();
    create trigger rule_removed after delete on catalog.collection_term
      referencing old table as changed for each statement execute function search.mark_rules();
  `.execute(db);
}
