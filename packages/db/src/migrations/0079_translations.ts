import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table catalog.translation (
      kind text not null check (kind in ('product', 'category', 'attribute')),
      target text collate "C" not null check (char_length(target) <= 100),
      field text not null check (field in ('name', 'description', 'unit')),
      locale text not null check (locale in ('ru', 'en')),
      stale_since timestamptz,
      constraint translation_pk primary key (kind, target, field, locale)
    );
    comment on table catalog.translation is 'Texts known to be translations of the other language; without a row Russian is what is translated.';
    comment on column catalog.translation.stale_since is 'The source changed then and the translation did not; null: it is right.';
    create index translation_stale on catalog.translation (kind, locale, target) where stale_since is not null;

    create index product_untranslated_ru on catalog.product (id)
      where status <> 'archived' and (not name ? 'ru' or (description <> '{}' and not description ? 'ru'));
    create index product_untranslated_en on catalog.product (id)
      where status <> 'archived' and (not name ? 'en' or (description <> '{}' and not description ? 'en'));
  `.execute(db);
  await follow(db);
}

/** What a statement did to texts is judged by one more, in its transaction, for any number of rows. */
async function follow(db: Kysely<unknown>): Promise<void> {
  await sql`
    create type catalog.text_change as (target text, field text, was jsonb, text jsonb);

    create function catalog.judge_translations(of_kind text, changes catalog.text_change[]) returns void language sql as $$
      with change as (
        select given.target, given.field, coalesce(given.was, '{}') as was, coalesce(given.text, '{}') as text, side.source, side.locale
        from unnest(changes) as given
        left join catalog.translation as known
          on (known.kind, known.target, known.field, known.locale) = (of_kind, given.target, given.field, 'ru')
        cross join lateral (
          select case when known.kind is not null or not coalesce(given.was, '{}') ? 'ru' then 'en' else 'ru' end as source,
            case when known.kind is not null or not coalesce(given.was, '{}') ? 'ru' then 'ru' else 'en' end as locale
        ) as side
      ),
      alone as (
        delete from catalog.translation as known using change
        where (known.kind, known.target, known.field) = (of_kind, change.target, change.field)
          and not (change.text ? 'ru' and change.text ? 'en')
      )
      insert into catalog.translation as known (kind, target, field, locale, stale_since)
      select of_kind, target, field, locale,
        case when was ? locale and was -> locale = text -> locale then now() end
      from change where text ? 'ru' and text ? 'en' and was ? source
      on conflict (kind, target, field, locale) do update
        set stale_since = case when excluded.stale_since is not null then coalesce(known.stale_since, excluded.stale_since) end
    $$;
    comment on function catalog.judge_translations is
      'A source that changes alone makes its translation stale; a translation that changes is right again.';

    create function catalog.follow_product_texts() returns trigger language plpgsql as $$
    begin
      perform catalog.judge_translations('product', changes) from (
        select array_agg(row(after.id::text, pair.field, pair.was, pair.text)::catalog.text_change) as changes
        from after join before using (id)
        cross join lateral (values ('name', before.name, after.name), ('description', before.description, after.description))
          as pair (field, was, text)
        where pair.was is distinct from pair.text) as changed where changes is not null;
      return null;
    end $$;
    create function catalog.follow_category_texts() returns trigger language plpgsql as $$
    begin
      perform catalog.judge_translations('category', changes) from (
        select array_agg(row(after.id::text, 'name', before.name, after.name)::catalog.text_change) as changes
        from after join before using (id) where before.name is distinct from after.name) as changed where changes is not null;
      return null;
    end $$;
    create function catalog.follow_attribute_texts() returns trigger language plpgsql as $$
    begin
      perform catalog.judge_translations('attribute', changes) from (
        select array_agg(row(after.code, pair.field, pair.was, pair.text)::catalog.text_change) as changes
        from after join before using (code)
        cross join lateral (values ('name', before.name, after.name), ('unit', before.unit, after.unit)) as pair (field, was, text)
        where pair.was is distinct from pair.text) as changed where changes is not null;
      return null;
    end $$;
    create trigger texts_followed after update on catalog.product
      referencing old table as before new table as after for each statement execute function catalog.follow_product_texts();
    create trigger texts_followed after update on catalog.category
      referencing old table as before new table as after for each statement execute function catalog.follow_category_texts();
    create trigger texts_followed after update on catalog.attribute
      referencing old table as before new table as after for each statement execute function catalog.follow_attribute_texts();

    create function catalog.forget_translations() returns trigger language plpgsql as $$
    begin
      delete from catalog.translation where kind = tg_argv[0] and target in (
        select coalesce(to_jsonb(gone) ->> 'id', to_jsonb(gone) ->> 'code') from gone);
      return null;
    end $$;
    create trigger texts_forgotten after delete on catalog.product
      referencing old table as gone for each statement execute function catalog.forget_translations('product');
    create trigger texts_forgotten after delete on catalog.category
      referencing old table as gone for each statement execute function catalog.forget_translations('category');
    create trigger texts_forgotten after delete on catalog.attribute
      referencing old table as gone for each statement execute function catalog.forget_translations('attribute');
  `.execute(db);
}
