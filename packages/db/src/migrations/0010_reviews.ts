import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create schema reviews;

    create table reviews.review (
      id uuid constraint review_pk primary key,
      product_id uuid not null,
      user_id uuid,
      author text not null check (char_length(author) between 1 and 200),
      order_id uuid,
      source text not null default 'shop',
      rating integer not null check (rating between 1 and 5),
      title text not null default '' check (char_length(title) <= 200),
      body text not null check (char_length(body) between 1 and 5000),
      locale text not null check (locale in ('ru', 'en')),
      status text not null default 'published' check (status in ('pending', 'published', 'rejected')),
      created_at timestamptz not null,
      constraint review_once_per_buyer unique (product_id, user_id)
    );
    create index review_of_product on reviews.review (product_id, created_at desc, id desc) where status = 'published';
    create index review_by_stars on reviews.review (product_id, rating, created_at desc, id desc) where status = 'published';

    create table reviews.aggregate (
      product_id uuid constraint aggregate_pk primary key,
      stars1 integer not null default 0,
      stars2 integer not null default 0,
      stars3 integer not null default 0,
      stars4 integer not null default 0,
      stars5 integer not null default 0,
      check (least(stars1, stars2, stars3, stars4, stars5) >= 0)
    );
  `.execute(db);
}
