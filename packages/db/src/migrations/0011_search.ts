import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create schema search;
    create extension if not exists pg_trgm;
    create extension if not exists unaccent;

    create table search.listing (
      product_id uuid constraint listing_pk primary key,
      slug text not null,
      name jsonb not null,
      brand text,
      category_ids uuid[] not null,
      featured boolean not null,
      picture jsonb,
      swatches jsonb not null default '[]',
      variant_count integer not null,
      single_variant_id uuid,
      available integer not null,
      rating_count integer not null default 0,
      rating_sum integer not null default 0,
      codes text[] not null default '{}',
      words text not null,
      document tsvector not null,
      published_at timestamptz not null
    );
    comment on column search.listing.codes is 'SKUs, models and barcodes in lower case, for exact hits.';
    comment on column search.listing.words is 'Names and brand, folded (lower case, no accents, e for yo), for trigrams.';
    create index listing_categories on search.listing using gin (category_ids);
    create index listing_document on search.listing using gin (document);
    create index listing_words on search.listing using gin (words gin_trgm_ops);
    create index listing_codes on search.listing using gin (codes);
    create index listing_newest on search.listing (published_at desc, product_id);

    create table search.listing_price (
      product_id uuid not null references search.listing on delete cascade,
      currency text not null,
      amount bigint not null,
      highest bigint not null,
      compare_at bigint,
      constraint listing_price_pk primary key (product_id, currency)
    );
    create index listing_price_order on search.listing_price (currency, amount, product_id);
  `.execute(db);
}
