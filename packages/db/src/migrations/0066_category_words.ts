import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table search.category_word (
      word text not null,
      category_id uuid not null,
      stem text not null,
      constraint category_word_pk primary key (word, category_id)
    );
    create index category_word_stem on search.category_word (stem);
    create index category_word_category on search.category_word (category_id);
    comment on table search.category_word is
      'Words of the names of categories, in every language, for suggestions; kept by a trigger of catalog.category.';

    create function search.words_of(name jsonb) returns table (word text, stem text) language sql stable as $$
      select distinct on (word) word, coalesce((tsvector_to_array(to_tsvector('search.shop', word)))[1], word)
      from unnest(string_to_array(search.plain(concat_ws(' ', name ->> 'ru', name ->> 'en')), ' ')) as word
      where word <> ''
    $$;

    create function search.note_category_words() returns trigger language plpgsql as $$
    begin
      if tg_op <> 'INSERT' then
        delete from search.category_word where category_id in (select id from former);
      end if;
      if tg_op <> 'DELETE' then
        insert into search.category_word (word, category_id, stem)
          select word, id, stem from latter cross join lateral search.words_of(name) as named
          on conflict do nothing;
      end if;
      return null;
    end $$;
    create trigger category_words_added after insert on catalog.category
      referencing new table as latter for each statement execute function search.note_category_words();
    create trigger category_words_changed after update on catalog.category
      referencing old table as former new table as latter for each statement execute function search.note_category_words();
    create trigger category_words_gone after delete on catalog.category
      referencing old table as former for each statement execute function search.note_category_words();

    insert into search.category_word (word, category_id, stem)
      select word, id, stem from catalog.category cross join lateral search.words_of(name) as named;
  `.execute(db);
}
