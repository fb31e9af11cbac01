import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create schema pricing;
    create extension if not exists btree_gist;

    create table pricing.price (
      id uuid constraint price_pk primary key,
      variant_id uuid not null references catalog.variant on delete cascade,
      currency text not null check (currency in ('RUB', 'EUR', 'USD')),
      amount bigint not null check (amount >= 0),
      compare_at bigint check (compare_at > amount),
      valid_from timestamptz not null default '-infinity',
      valid_to timestamptz not null default 'infinity',
      check (valid_from < valid_to),
      constraint price_no_overlap exclude using gist (variant_id with =, currency with =, tstzrange(valid_from, valid_to) with &&)
    );
    create index price_variant on pricing.price (variant_id, currency);

    create table pricing.tax_rate (
      id uuid constraint tax_rate_pk primary key,
      country text not null check (char_length(country) = 2),
      tax_class text not null,
      rate_basis_points integer not null check (rate_basis_points between 0 and 10000),
      included boolean not null,
      constraint tax_rate_country_class_unique unique (country, tax_class)
    );
    comment on column pricing.tax_rate.included is 'True: shop prices already contain the tax.';

    create view pricing.dated_price as
      select variant_id, currency, amount, compare_at, valid_from, valid_to from pricing.price;
    comment on view pricing.dated_price is 'Published to the rooms above; at most one row holds at any instant.';

    create view pricing.country_tax as
      select country, tax_class, rate_basis_points, included from pricing.tax_rate;
    comment on view pricing.country_tax is 'Published to the rooms above.';
  `.execute(db);
}
