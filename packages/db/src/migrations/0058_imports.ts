import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table catalog.variant add column archived_at timestamptz;
    comment on column catalog.variant.archived_at is 'Not sold since then: what an import leaves out keeps its SKU, stock and orders.';
    alter table catalog.variant drop constraint variant_combination_unique;
    create unique index variant_combination_unique on catalog.variant (product_id, option_values) where archived_at is null;

    create table catalog.import (
      id uuid constraint import_pk primary key,
      file_name text not null check (char_length(file_name) between 1 and 255),
      storage_key text check (char_length(storage_key) <= 200),
      format text not null check (format in ('csv', 'jsonl')),
      source text not null check (char_length(source) between 1 and 60),
      columns jsonb not null default '[]' check (jsonb_typeof(columns) = 'array'),
      stock integer not null default 0 check (stock between 0 and 1000000),
      state text not null check (state in ('uploaded', 'checking', 'checked', 'running', 'done', 'failed', 'undoing', 'undone')),
      bytes bigint not null check (bytes >= 0),
      position bigint not null default 0,
      rows integer not null default 0,
      created integer not null default 0,
      changed integer not null default 0,
      unchanged integer not null default 0,
      rejected integer not null default 0,
      notices integer not null default 0,
      last_row integer not null default 0,
      actor_id uuid,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      version integer not null default 1
    );
    comment on column catalog.import.storage_key is 'Where the uploaded file lies; null: an operator''s own file.';
    comment on column catalog.import.columns is 'What each column of the file means, in its order; null: left out.';
    comment on column catalog.import.last_row is 'Rows up to this one are taken: where a run that was killed goes on.';
    create index import_newest on catalog.import (created_at desc, id desc);

    create table catalog.import_fault (
      import_id uuid not null references catalog.import on delete cascade,
      id bigint generated always as identity,
      row integer not null,
      field text not null,
      reason text not null,
      detail text,
      external_id text,
      rejected boolean not null,
      constraint import_fault_pk primary key (import_id, id)
    );

    create table catalog.import_seen (
      import_id uuid not null references catalog.import on delete cascade,
      key uuid not null,
      row integer not null,
      constraint import_seen_pk primary key (import_id, key)
    );
    comment on table catalog.import_seen is 'What rows of a running import named (hashes), so that a repetition is found without keeping the file in memory; emptied at its end.';

    create table catalog.import_change (
      import_id uuid not null references catalog.import on delete cascade,
      product_id uuid not null references catalog.product on delete cascade,
      before jsonb,
      terms jsonb not null default '[]',
      version_after integer not null,
      undone text check (undone in ('restored', 'archived', 'refused')),
      constraint import_change_pk primary key (import_id, product_id)
    );
    create index import_change_product on catalog.import_change (product_id);
    comment on column catalog.import_change.before is 'The product as it was; null: the import made it.';
    comment on column catalog.import_change.terms is 'Prices and stock of its variants as they were and as they were set.';

    create or replace view catalog.offer as
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
        product.tax_class, product.status = 'published' and variant.archived_at is null as published
      from catalog.variant join catalog.product on product.id = variant.product_id;
  `.execute(db);
}
