import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table search.moved (category_id uuid not null);
    comment on table search.moved is 'Categories that lie elsewhere now, with all below them: the next refresh places what is in them at once.';

    create function search.mark_moved() returns trigger language plpgsql as $$
    begin
      insert into search.moved (category_id)
        select changed.id from changed join former using (id) where changed.ancestor_ids <> former.ancestor_ids;
      return null;
    end $$;
    create trigger moved after update on catalog.category
      referencing old table as former new table as changed for each statement execute function search.mark_moved();
  `.execute(db);
}
