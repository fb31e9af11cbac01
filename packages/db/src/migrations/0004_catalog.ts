import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create schema catalog;

    create table catalog.category (
      id uuid constraint category_pk primary key,
      parent_id uuid references catalog.category,
      slug text not null constraint category_slug_unique unique check (char_length(slug) <= 200),
      source text not null,
      path_key text not null,
      name jsonb not null check (jsonb_typeof(name) = 'object'),
      position integer not null default 0,
      ancestor_ids uuid[] not null,
      constraint category_source_path_unique unique (source, path_key)
    );
    comment on column catalog.category.path_key is 'Names from the root within the source, as a JSON array: names alone repeat under several parents.';
    comment on column catalog.category.ancestor_ids is 'From the root to the category itself.';
    create index category_parent on catalog.category (parent_id, position);

    create table catalog.attribute (
      code text constraint attribute_pk primary key check (char_length(code) <= 100),
      name jsonb not null,
      unit jsonb,
      type text not null check (type in ('text', 'number', 'boolean', 'mixed')),
      position integer not null default 0
    );

    create table catalog.product (
      id uuid constraint product_pk primary key,
      slug text not null constraint product_slug_unique unique check (char_length(slug) <= 200),
      source text not null,
      external_id text not null check (char_length(external_id) <= 200),
      model text check (char_length(model) <= 300),
      brand text check (char_length(brand) <= 200),
      status text not null default 'draft' check (status in ('draft', 'published', 'archived')),
      name jsonb not null check (jsonb_typeof(name) = 'object'),
      description jsonb not null default '{}' check (jsonb_typeof(description) = 'object'),
      attributes jsonb not null default '{}' check (jsonb_typeof(attributes) = 'object'),
      options jsonb not null default '[]' check (jsonb_typeof(options) = 'array'),
      tax_class text not null default 'standard',
      primary_category_id uuid references catalog.category,
      featured boolean not null default false,
      content_hash bytea,
      released_at timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      version integer not null default 1,
      constraint product_source_external_id_unique unique (source, external_id)
    );

    create table catalog.product_category (
      product_id uuid not null references catalog.product on delete cascade,
      category_id uuid not null references catalog.category,
      constraint product_category_pk primary key (product_id, category_id)
    );
    create index product_category_category on catalog.product_category (category_id);

    create table catalog.variant (
      id uuid constraint variant_pk primary key,
      product_id uuid not null references catalog.product on delete cascade,
      sku text not null constraint variant_sku_unique unique check (char_length(sku) <= 200),
      position integer not null default 0,
      option_values jsonb not null default '{}' check (jsonb_typeof(option_values) = 'object'),
      gtins text[] not null default '{}',
      media_id uuid,
      constraint variant_combination_unique unique (product_id, option_values)
    );

    create table catalog.media (
      id uuid constraint media_pk primary key,
      product_id uuid not null references catalog.product on delete cascade,
      position integer not null default 0,
      kind text not null check (kind in ('local', 'remote')),
      location text not null check (char_length(location) <= 2000),
      alt jsonb not null default '{}',
      width integer not null default 1200,
      height integer not null default 1200
    );
    comment on column catalog.media.location is 'local: the picture key under /media (files key-320.webp and so on); remote: the merchant''s URL.';
    create unique index media_product on catalog.media (product_id, position);
    alter table catalog.variant add constraint variant_media_fk foreign key (media_id) references catalog.media on delete set null;

    create view catalog.offer as
      select
        variant.id as variant_id, product.id as product_id, product.slug, variant.sku, product.name,
        case when product.options = '[]' then '[]' else (
          select coalesce(jsonb_agg(jsonb_build_object('option', option.value -> 'name', 'value', choice -> 'name') order by option.ordinality), '[]')
          from jsonb_array_elements(product.options) with ordinality as option,
            jsonb_array_elements(option.value -> 'values') as choice
          where choice ->> 'code' = variant.option_values ->> (option.value ->> 'code')
        ) end as option_names,
        (
          select jsonb_build_object('kind', kind, 'location', location, 'alt', alt, 'width', width, 'height', height)
          from catalog.media
          where media.product_id = product.id
          order by coalesce(media.id = variant.media_id, false) desc, media.position
          limit 1
        ) as picture,
        product.tax_class, product.status = 'published' as published
      from catalog.variant join catalog.product on product.id = variant.product_id;
    comment on view catalog.offer is 'Published to the rooms above: what a cart or an order needs of a variant.';
  `.execute(db);
}
