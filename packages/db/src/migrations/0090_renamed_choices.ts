import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table search.dirty add column patient boolean not null default false;
    comment on column search.dirty.patient is 'Marked with many others at once: what changed by itself goes first.';
    create index dirty_order on search.dirty (patient, id);

    create table search.renamed (attribute_code text not null, choice_code text not null);
    comment on table search.renamed is 'Choices that are called otherwise now: the next refresh marks the products that say them.';

    create function search.mark_renamed() returns trigger language plpgsql as $$
    begin
      insert into search.renamed (attribute_code, choice_code)
        select changed.code, choice ->> 'code'
        from changed join former using (code) cross join jsonb_array_elements(changed.choices) as choice
        where changed.choices <> former.choices
          and not exists (select from jsonb_array_elements(former.choices) as known where known = choice);
      return null;
    end $$;
    create trigger choices_renamed after update on catalog.attribute
      referencing old table as former new table as changed for each statement execute function search.mark_renamed();
  `.execute(db);
}
