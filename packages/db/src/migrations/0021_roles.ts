import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table users.role (
      id uuid constraint role_pk primary key,
      name text not null check (char_length(name) between 1 and 60),
      permissions text[] not null check (cardinality(permissions) <= 200),
      version integer not null,
      created_at timestamptz not null
    );
    create unique index role_name_unique on users.role (lower(name));

    create table users.role_holder (
      user_id uuid constraint role_holder_pk primary key references users.user on delete cascade,
      role_id uuid not null references users.role
    );
    create index role_holder_role on users.role_holder (role_id);

    alter table users.user
      drop constraint user_role_check,
      add constraint user_role_check check (role in ('customer', 'staff', 'admin', 'custom'));
    create index user_shopkeeper on users.user (name, id) where role <> 'customer';

    create view users.rights as
      select person.id as user_id, person.name, person.role, person.status, person.av,
             held.id as role_id, held.name as role_name, held.permissions
      from users.user person
      left join users.role_holder holder on holder.user_id = person.id and person.role = 'custom'
      left join users.role held on held.id = holder.role_id;
  `.execute(db);
}
