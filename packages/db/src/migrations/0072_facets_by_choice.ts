import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function search.mark_menus() returns trigger language plpgsql as $$
    begin
      insert into search.menu_due as known (category_id, made_at)
        select distinct home.key::uuid, '-infinity'::timestamptz
        from changed join former using (code)
        join search.term as facet on (facet.kind, facet.code, facet.key) = ('facet', changed.code, '')
        join search.posting as told on told.term_id = facet.id
        join search.term as home on home.kind = 'category'
        join search.posting as lying on lying.term_id = home.id and lying.chunk = told.chunk
        where changed.filterable is distinct from former.filterable and bit_count(told.bits & lying.bits) > 0
        on conflict (category_id) do update set due = true, made_at = excluded.made_at;
      return null;
    end $$;
    comment on function search.mark_menus is 'Where products say an attribute, its flag as a filter makes the menu of facets anew, at once.';
    create trigger menus_changed after update on catalog.attribute
      referencing old table as former new table as changed for each statement execute function search.mark_menus();
  `.execute(db);
}
