import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table catalog.product_link (
      product_id uuid not null references catalog.product on delete cascade,
      kind text not null check (kind in ('related', 'accessory', 'replacement')),
      target_id uuid not null constraint product_link_target_fk references catalog.product on delete cascade,
      position integer not null,
      mutual boolean not null default false,
      constraint product_link_pk primary key (product_id, kind, target_id),
      constraint product_link_self check (product_id <> target_id),
      constraint product_link_one_way check (not (mutual and kind = 'replacement'))
    );
    comment on table catalog.product_link is 'From the page of one product to another, in the order of staff.';
    comment on column catalog.product_link.mutual is 'The link back is there too, and both come and go by one statement.';
    create index product_link_target on catalog.product_link (target_id);

    create table catalog.link_list (
      product_id uuid constraint link_list_pk primary key references catalog.product on delete cascade,
      version integer not null
    );
    comment on table catalog.link_list is 'The version of a product''s links as a whole; without a row it is 1.';
  `.execute(db);
}
