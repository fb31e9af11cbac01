// oxlint-disable-next-line no-restricted-imports -- texts in jsonb by a key that is data, which the builder cannot say
import { sql, type Kysely, type RawBuilder } from "kysely";
import type {
  StoredTexts,
  Subject,
  Translatable,
  TranslationsReader,
  TranslationsRepository,
} from "@vitrina/domain/catalog";
import type { Locale } from "@vitrina/domain/core";
import type { CatalogTables } from "./catalog.tables.ts";

type Fragment = RawBuilder<unknown>;

const marksOf = (kind: Translatable, target: Fragment) => sql`(
  select coalesce(json_agg(json_build_object('field', field, 'locale', locale, 'stale', stale_since is not null)), '[]')
  from catalog.translation as mark where mark.kind = ${kind} and mark.target = ${target})`;

/** Each kind's texts, from its table here called t. */
const SOURCES = {
  product: {
    table: sql`catalog.product`,
    key: sql`t.id::text`,
    texts: sql`jsonb_build_object('name', t.name, 'description', t.description)`,
    lacks: {
      ru: sql`t.status <> 'archived' and (not t.name ? 'ru' or (t.description <> '{}' and not t.description ? 'ru'))`,
      en: sql`t.status <> 'archived' and (not t.name ? 'en' or (t.description <> '{}' and not t.description ? 'en'))`,
    },
    listed: sql`t.status <> 'archived'`,
  },
  category: {
    table: sql`catalog.category`,
    key: sql`t.id::text`,
    texts: sql`jsonb_build_object('name', t.name)`,
    lacks: { ru: sql`not t.name ? 'ru'`, en: sql`not t.name ? 'en'` },
    listed: sql`true`,
  },
  attribute: {
    table: sql`catalog.attribute`,
    key: sql`t.code`,
    texts: sql`jsonb_strip_nulls(jsonb_build_object('name', t.name, 'unit', t.unit))`,
    lacks: { ru: sql`(not t.name ? 'ru' or not t.unit ? 'ru')`, en: sql`(not t.name ? 'en' or not t.unit ? 'en')` },
    listed: sql`true`,
  },
} satisfies Record<Translatable, unknown>;

const select = (kind: Translatable) => {
  const { table, key, texts } = SOURCES[kind];
  return sql`
    select ${kind}::text as kind, ${key} as id, t.version, t.name as title, ${texts} as texts, ${marksOf(kind, key)} as marks
    from ${table} as t`;
};

/** Ids are compared as ids where they are ids, so that their index is walked. */
const keyIs = (kind: Translatable, id: string) =>
  kind === "attribute" ? sql`t.code = ${id}` : sql`t.id = ${id}::uuid`;
const isKey = ({ kind, id }: Subject) =>
  kind === "attribute" || /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);

const FIRST_ID = "00000000-0000-0000-0000-000000000000";

const find = async (
  db: Kysely<CatalogTables>,
  subject: Subject,
  hold: Fragment = sql``,
): Promise<StoredTexts | null> => {
  if (!isKey(subject)) return null;
  const { rows } =
    await sql<StoredTexts>`${select(subject.kind)} where ${keyIs(subject.kind, subject.id)} ${hold}`.execute(db);
  return rows[0] ?? null;
};

async function unfinished(
  db: Kysely<CatalogTables>,
  { kind, locale }: { kind: Translatable; locale: Locale },
  { after, limit }: { after: string; limit: number },
): Promise<StoredTexts[]> {
  const { table, lacks, listed } = SOURCES[kind];
  const column = kind === "attribute" ? sql`t.code collate "C"` : sql`t.id`;
  const behind =
    kind === "attribute" ? sql`${after}::text` : sql`${isKey({ kind, id: after }) ? after : FIRST_ID}::uuid`;
  const target = kind === "attribute" ? sql`mark.target` : sql`mark.target::uuid`;
  const { rows } = await sql<StoredTexts>`
    with due as (
      select * from (
        (select ${column} as key from ${table} as t where ${lacks[locale]} and ${column} > ${behind} order by ${column} limit ${limit})
        union
        (select ${column} from catalog.translation as mark join ${table} as t on ${column} = ${target}
          where mark.kind = ${kind} and mark.locale = ${locale} and mark.stale_since is not null and mark.target > ${after} and ${listed}
          order by mark.target limit ${limit})
      ) as either order by key limit ${limit}
    )
    ${select(kind)} join due on due.key = ${column} order by due.key`.execute(db);
  return rows;
}

export const createTranslationsReader = (db: Kysely<CatalogTables>): TranslationsReader => ({
  find: (subject) => find(db, subject),
  unfinished: (asked, page) => unfinished(db, asked, page),
});

/** Bind it to a transaction. */
export const createTranslationsRepository = (db: Kysely<CatalogTables>): TranslationsRepository => ({
  ...createTranslationsReader(db),

  lock: (subject) => find(db, subject, sql`for update of t`),

  async save({ kind, id }, { locale, texts: { name, description, unit }, at }) {
    const put = (column: Fragment, text: string | undefined) =>
      text === undefined
        ? sql``
        : sql`, ${column} = coalesce(${column}, '{}') || jsonb_build_object(${locale}::text, ${text}::text)`;
    await sql`
      update ${SOURCES[kind].table} as t set version = t.version + 1 ${kind === "product" ? sql`, updated_at = ${at}` : sql``}
        ${put(sql`name`, name)} ${put(sql`description`, description)} ${put(sql`unit`, unit)}
      where ${keyIs(kind, id)}`.execute(db);
  },

  async confirm({ kind, id }, locale, fields) {
    await db
      .updateTable("catalog.translation")
      .set({ staleSince: null })
      .where("kind", "=", kind)
      .where("target", "=", id)
      .where("locale", "=", locale)
      .where((eb) => eb("field", "=", eb.fn.any(eb.val(fields))))
      .execute();
  },
});
