import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table users.user
      add column phone text check (phone ~ '^[+][1-9][0-9]{6,14}$'),
      add column currency text check (currency in ('RUB', 'EUR', 'USD'));

    create table users.address (
      id uuid constraint address_pk primary key,
      user_id uuid not null,
      full_name text not null check (char_length(full_name) between 1 and 200),
      phone text not null check (phone ~ '^[+][1-9][0-9]{6,14}$'),
      country text not null check (country ~ '^[A-Z]{2}$'),
      region text not null check (char_length(region) <= 100),
      city text not null check (char_length(city) between 1 and 100),
      postcode text not null check (char_length(postcode) between 3 and 12),
      street text not null check (char_length(street) between 3 and 200),
      flat text not null check (char_length(flat) <= 50),
      place bigint generated always as identity,
      constraint address_owner_unique unique (user_id, id)
    );

    -- An address belongs to a book, and a book names one of its own addresses for each use: exactly one default each.
    create table users.address_book (
      user_id uuid constraint address_book_pk primary key references users.user (id) on delete cascade,
      shipping_id uuid not null,
      billing_id uuid not null,
      constraint address_book_shipping_fk foreign key (user_id, shipping_id)
        references users.address (user_id, id) deferrable initially deferred,
      constraint address_book_billing_fk foreign key (user_id, billing_id)
        references users.address (user_id, id) deferrable initially deferred
    );
    alter table users.address add constraint address_book_fk foreign key (user_id)
      references users.address_book (user_id) on delete cascade deferrable initially deferred;
  `.execute(db);
}
