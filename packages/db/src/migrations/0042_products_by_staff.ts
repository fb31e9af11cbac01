import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table catalog.product_type (
      id uuid constraint product_type_pk primary key,
      code text not null constraint product_type_code_unique unique check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(code) <= 60),
      name jsonb not null check (jsonb_typeof(name) = 'object'),
      version integer not null default 1
    );
    create table catalog.product_type_attribute (
      type_id uuid not null references catalog.product_type on delete cascade,
      attribute_code text not null references catalog.attribute,
      position integer not null,
      required boolean not null,
      per_variant boolean not null,
      constraint product_type_attribute_pk primary key (type_id, attribute_code)
    );
    create index product_type_attribute_of on catalog.product_type_attribute (attribute_code);

    alter table catalog.attribute
      drop constraint attribute_type_check,
      add constraint attribute_type_check check (type in ('text', 'number', 'boolean', 'choice', 'date', 'mixed')),
      add choices jsonb not null default '[]' check (jsonb_typeof(choices) = 'array'),
      add filterable boolean,
      add version integer not null default 1;
    comment on column catalog.attribute.type is 'mixed: imports gave values of several types.';
    comment on column catalog.attribute.choices is 'What a choice can be: [{"code", "name"}].';
    comment on column catalog.attribute.filterable is 'Whether lists offer it as a filter; null: the shop decides by its usefulness.';

    alter table catalog.product
      add type_id uuid references catalog.product_type,
      add publish_at timestamptz,
      add unpublish_at timestamptz,
      add constraint product_publish_period check (publish_at < unpublish_at);
    comment on column catalog.product.publish_at is 'A published product is seen from here on; null: since ever.';
    comment on column catalog.product.unpublish_at is 'A published product is seen until here, exclusive; null: without end.';
    create index product_of_type on catalog.product (type_id) where type_id is not null;
    create index product_latest on catalog.product (updated_at desc, id desc);

    alter table catalog.variant add attributes jsonb not null default '{}' check (jsonb_typeof(attributes) = 'object');
    comment on column catalog.variant.attributes is 'Those that the product type has per variant.';
  `.execute(db);
  await show(db);
  await findByWords(db);
}

async function show(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function catalog.visible(product catalog.product, at timestamptz) returns boolean language sql immutable parallel safe
      return (product).status = 'published' and coalesce((product).publish_at <= at, true) and coalesce((product).unpublish_at > at, true);
    comment on function catalog.visible is 'Published to the rooms above: whether shoppers see the product at that instant.';

    create or replace view orders.shown_line as
      select line.*, product.slug
      from orders.line as line
      left join catalog.product as product on product.id = line.product_id and catalog.visible(product, now());

    create table search.due (
      id bigint generated always as identity constraint due_pk primary key,
      product_id uuid not null,
      at timestamptz not null
    );
    create index due_at on search.due (at);
    comment on table search.due is 'When products become seen or unseen by the clock: their listings are made anew then.';

    create function search.mark_due() returns trigger language plpgsql as $$
    begin
      insert into search.due (product_id, at)
        select id, at from changed cross join unnest(array[publish_at, unpublish_at]) as at where at is not null;
      return null;
    end $$;
    create trigger listing_due_added after insert on catalog.product referencing new table as changed for each statement execute function search.mark_due();
    create trigger listing_due_changed after update on catalog.product referencing new table as changed for each statement execute function search.mark_due();
  `.execute(db);
}

async function findByWords(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function catalog.words(value text) returns text language sql immutable parallel safe
      return translate(regexp_replace(lower(coalesce(value, '')), '[^[:alnum:]]+', ' ', 'g'), 'ё', 'е');
    comment on function catalog.words is 'Lower case words of letters and digits, without yo.';
    create function catalog.find_document(name jsonb, brand text, model text) returns tsvector language sql immutable parallel safe
      return to_tsvector('simple', catalog.words(
        coalesce(name ->> 'ru', '') || ' ' || coalesce(name ->> 'en', '') || ' ' || coalesce(brand, '') || ' ' || coalesce(model, '')));
    comment on function catalog.find_document is 'By what staff find a product, published or not.';
    create index product_words on catalog.product using gin (catalog.find_document(name, brand, model));
    create index variant_by_sku on catalog.variant (lower(sku));
  `.execute(db);
}
