import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table catalog.category add column version integer not null default 1;
    comment on column catalog.category.source is 'Where it came from: a feed, or "shop" when the people of the shop made it.';
    create index category_ancestors on catalog.category using gin (ancestor_ids);
    create index category_words on catalog.category using gin (to_tsvector('simple', coalesce(name ->> 'ru', '') || ' ' || coalesce(name ->> 'en', '')));
    create index product_primary_category on catalog.product (primary_category_id) where primary_category_id is not null;

    create table catalog.former_slug (
      kind text not null check (kind in ('category', 'collection')),
      slug text not null check (char_length(slug) <= 200),
      target_id uuid not null,
      constraint former_slug_pk primary key (kind, slug)
    );
    create index former_slug_target on catalog.former_slug (target_id);
    comment on table catalog.former_slug is 'Addresses that led to something once: whoever comes by one is sent on.';
  `.execute(db);
  await markWithinTree(db);
}

/** What is assigned within a changed category is told from the tree, not from the lists, which may be on their way. */
async function markWithinTree(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function search.mark_categories() returns trigger language plpgsql as $$
    begin
      with within as (
        select distinct below.id
        from changed join former using (id) join catalog.category as below on below.ancestor_ids @> array[changed.id]
        where (changed.name, changed.ancestor_ids) is distinct from (former.name, former.ancestor_ids)
      )
      insert into search.dirty (product_id)
        select product_id from catalog.product_category where category_id in (select id from within)
        union select product.id from catalog.product where primary_category_id in (select id from within);
      return null;
    end $$;
    comment on function search.mark_categories is 'The order among siblings shows in no list of products.';
    drop trigger listing_changed on catalog.category;
    create trigger listing_changed after update on catalog.category
      referencing old table as former new table as changed for each statement execute function search.mark_categories();
  `.execute(db);
}
