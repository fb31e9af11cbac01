// oxlint-disable-next-line no-restricted-imports -- set-based writes from one JSON parameter, which the builder cannot say
import { sql, type Kysely } from "kysely";
import {
  AddressTaken,
  type Collection,
  type CollectionsReader,
  type CollectionsRepository,
  type RuleAttribute,
  termsOf,
} from "@vitrina/domain/catalog";
import type { CatalogTables } from "./catalog.tables.ts";
import { beginnings } from "./beginnings.ts";
import { keepFormerSlug, takenSlugs } from "./former-slugs.ts";

const addressTaken =
  (slug: string) =>
  (error: { constraint?: string }): never => {
    throw error.constraint === "collection_slug_unique" ? new AddressTaken({ slug }) : error;
  };

const written = ({ slug, name, description, rule, visible, version }: Collection) => ({
  slug,
  name: JSON.stringify(name),
  description: JSON.stringify(description),
  rule: rule && JSON.stringify(rule),
  visible,
  version,
});

export const createCollectionsReader = (db: Kysely<CatalogTables>): CollectionsReader => ({
  findVisible: async (slug) =>
    (await db
      .selectFrom("catalog.collection")
      .select(["slug", "name", "description"])
      .where("slug", "=", slug)
      .where("visible", "=", true)
      .executeTakeFirst()) ?? null,

  async attributes(text, limit) {
    const asked = beginnings(text);
    if (asked === "") return [];
    const { rows } = await sql<RuleAttribute>`
      select code, name, type from catalog.attribute
      where to_tsvector('simple', regexp_replace(concat_ws(' ', code, name ->> 'ru', name ->> 'en'), '[^[:alnum:]]+', ' ', 'g'))
        @@ to_tsquery('simple', ${asked})
      order by length(code), code limit ${limit}`.execute(db);
    return rows;
  },

  async known({ categoryIds, attributeCodes }) {
    const categories = await db
      .selectFrom("catalog.category")
      .select("id")
      .where((eb) => eb("id", "=", eb.fn.any(eb.val(categoryIds))))
      .execute();
    const attributes = await db
      .selectFrom("catalog.attribute")
      .select("code")
      .where((eb) => eb("code", "=", eb.fn.any(eb.val(attributeCodes))))
      .execute();
    return {
      categoryIds: new Set(categories.map(({ id }) => id)),
      attributeCodes: new Set(attributes.map(({ code }) => code)),
    };
  },
});

/** Bind it to a transaction. */
export const createCollectionsRepository = (db: Kysely<CatalogTables>): CollectionsRepository => ({
  ...createCollectionsReader(db),

  async count() {
    const { collections } = await db
      .selectFrom("catalog.collection")
      .select(({ fn }) => fn.countAll<number>().as("collections"))
      .executeTakeFirstOrThrow();
    return collections;
  },

  takenSlugs: (slugs) => takenSlugs(db, "collection", slugs),

  async add(collection, createdAt) {
    const { id, slug } = collection;
    await db
      .insertInto("catalog.collection")
      .values({ id, ...written(collection), createdAt })
      .execute()
      .catch(addressTaken(slug));
    await keepFormerSlug(db, { kind: "collection", id, slug, former: null });
  },

  lock: async (id) =>
    (await db
      .selectFrom("catalog.collection")
      .select(["id", "slug", "name", "description", "rule", "visible", "version"])
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirst()) ?? null,

  async save(collection) {
    const { id, slug } = collection;
    const former = await db
      .selectFrom("catalog.collection")
      .select("slug")
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    await db
      .updateTable("catalog.collection")
      .set(written(collection))
      .where("id", "=", id)
      .execute()
      .catch(addressTaken(slug));
    await keepFormerSlug(db, { kind: "collection", id, slug, former: former.slug });
  },

  async saveRule(id, rule) {
    await db.deleteFrom("catalog.collectionTerm").where("collectionId", "=", id).execute();
    await sql`
      insert into catalog.collection_term (collection_id, branch, condition, needed, term, span)
      select distinct ${id}::uuid, branch, condition, needed, catalog.rule_term(kind, key, value),
        case when kind in ('number', 'price') then numrange(min, max, '[]') end
      from jsonb_to_recordset(${JSON.stringify(termsOf(rule))}::jsonb) as row (branch int, condition int, needed int, kind text,
        key text, value text, min numeric, max numeric)`.execute(db);
  },

  async remove(id) {
    await db.deleteFrom("catalog.formerSlug").where("targetId", "=", id).execute();
    await db.deleteFrom("catalog.collection").where("id", "=", id).execute();
  },

  async pick(id, productIds, at) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto("catalog.collectionPick")
      .columns(["collectionId", "productId", "pickedAt"])
      .expression((eb) =>
        eb
          .selectFrom("catalog.product")
          .select(({ cast, val, ref }) => [
            cast<string>(val(id), "uuid").as("collectionId"),
            ref("catalog.product.id").as("productId"),
            cast<Date>(val(at), "timestamptz").as("pickedAt"),
          ])
          .where(({ eb: each, fn, val }) => each("catalog.product.id", "=", fn.any(val([...productIds])))),
      )
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    return Number(numInsertedOrUpdatedRows ?? 0n);
  },

  async drop(id, productIds) {
    const { numDeletedRows } = await db
      .deleteFrom("catalog.collectionPick")
      .where("collectionId", "=", id)
      .where((eb) => eb("productId", "=", eb.fn.any(eb.val([...productIds]))))
      .executeTakeFirst();
    return Number(numDeletedRows);
  },
});
