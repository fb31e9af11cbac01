import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create schema users;

    create table users.user (
      id uuid constraint user_pk primary key,
      email text not null check (char_length(email) <= 254),
      email_canonical text not null constraint user_email_canonical_unique unique,
      name text not null check (char_length(name) <= 200),
      locale text not null check (locale in ('ru', 'en')),
      role text not null default 'customer' check (role in ('customer', 'staff', 'admin')),
      status text not null default 'active' check (status in ('active', 'disabled')),
      email_verified_at timestamptz,
      av integer not null default 1 check (av > 0),
      version integer not null default 1,
      created_at timestamptz not null
    );

    create view users.standing as select id as user_id, role, status, av from users.user;
  `.execute(db);
}
