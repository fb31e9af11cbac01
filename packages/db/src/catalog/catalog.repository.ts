// oxlint-disable-next-line no-restricted-imports -- an advisory lock and an upsert from one JSON parameter, which the builder cannot say
import { sql, type Kysely } from "kysely";
import type { CatalogReader, CatalogRepository } from "@vitrina/domain/catalog";
import type { CatalogTables } from "./catalog.tables.ts";
import { lockTree } from "./lock-tree.ts";
import { findStates, lockStates, pageOfStates, statesById } from "./product-states.ts";
import { saveProducts } from "./save-products.ts";

export const createCatalogReader = (db: Kysely<CatalogTables>): CatalogReader => ({
  getOffers: (variantIds) =>
    db
      .selectFrom("catalog.offer")
      .selectAll()
      .where((eb) => eb("variantId", "=", eb.fn.any(eb.val(variantIds))))
      .execute(),

  findKnown: (source, externalIds) =>
    db
      .selectFrom("catalog.product")
      .select(["id", "externalId", "slug", "status", "contentHash"])
      .where("source", "=", source)
      .where((eb) => eb("externalId", "=", eb.fn.any(eb.val(externalIds))))
      .execute(),

  findStates: (keys, skus) => findStates(db, keys, skus),
  statesOf: (ids) => statesById(db, ids),
  pageOfStates: (after, limit) => pageOfStates(db, after, limit),

  categoriesOf: (source) =>
    db
      .selectFrom("catalog.category")
      .select(["id", "pathKey as key", "slug", "ancestorIds"])
      .where("source", "=", source)
      .execute(),

  async categoryIdsOf(slugs) {
    const rows = await db
      .selectFrom("catalog.category")
      .select(["id", "slug"])
      .where((eb) => eb("slug", "=", eb.fn.any(eb.val(slugs))))
      .execute();
    return new Map(rows.map(({ id, slug }) => [slug, id]));
  },

  async attributesOf(codes) {
    const rows = await db
      .selectFrom("catalog.attribute")
      .select(["code", "type", "choices"])
      .where((eb) => eb("code", "=", eb.fn.any(eb.val(codes))))
      .execute();
    return new Map(rows.map((attribute) => [attribute.code, attribute]));
  },

  async optionCodes() {
    const { rows } = await sql<{ code: string }>`
      select distinct option ->> 'code' as code from catalog.product cross join jsonb_array_elements(options) as option
      where options <> '[]' order by code`.execute(db);
    return rows.map(({ code }) => code);
  },
});

/** Bind it to a transaction. */
export const createCatalogRepository = (db: Kysely<CatalogTables>): CatalogRepository => ({
  ...createCatalogReader(db),

  async lockSource(source) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`catalog.import:${source}`}, 0))`.execute(db);
  },

  lockStates: (keys, skus) => lockStates(db, keys, skus),
  lockTree: () => lockTree(db),

  async takenSlugs(kind, slugs) {
    const table = kind === "product" ? "catalog.product" : "catalog.category";
    const rows = await db
      .selectFrom(table)
      .select("slug")
      .where((eb) => eb("slug", "=", eb.fn.any(eb.val(slugs))))
      .execute();
    return rows.map(({ slug }) => slug);
  },

  async addCategories(source, categories) {
    await db
      .insertInto("catalog.category")
      .values(
        categories.map(({ key, name, ...category }) => ({
          ...category,
          source,
          pathKey: key,
          name: JSON.stringify(name),
        })),
      )
      .execute();
  },

  async addAttributes(attributes) {
    if (attributes.length === 0) return;
    await sql`
      insert into catalog.attribute as known (code, name, unit, type, position)
      select code, (array_agg(name))[1], (array_agg(unit))[1], case when count(distinct type) = 1 then min(type) else 'mixed' end, min(position)
      from jsonb_to_recordset(${JSON.stringify(attributes)}::jsonb) as row (code text, name jsonb, unit jsonb, type text, position int)
      group by code order by code
      on conflict (code) do update set type = 'mixed' where known.type not in (excluded.type, 'mixed')
        and not (known.type in ('choice', 'date') and excluded.type = 'text')`.execute(db);
  },

  saveProducts: (source, products) => saveProducts(db, source, products),
});
