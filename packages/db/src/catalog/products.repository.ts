// oxlint-disable-next-line no-restricted-imports -- variants are written from one JSON parameter, which the builder cannot say
import { sql, type Kysely } from "kysely";
import {
  type ProductFacts,
  type ProductsRepository,
  SkuTaken,
  SlugTaken,
  type StoredProduct,
  type Touched,
} from "@vitrina/domain/catalog";
import type { CatalogTables } from "./catalog.tables.ts";
import { createProductsReader } from "./products-reader.ts";

/** Products that staff made. */
const OWN_SOURCE = "shop";

const slugTaken =
  (slug: string) =>
  (error: { constraint?: string }): never => {
    throw error.constraint === "product_slug_unique" ? new SlugTaken({ slug }) : error;
  };

/** JSON has no builder of its own type: arrays must be written as text. */
const written = ({ name, description, attributes, ...facts }: ProductFacts) => ({
  ...facts,
  name: JSON.stringify(name),
  description: JSON.stringify(description),
  attributes: JSON.stringify(attributes),
});

const STORED = [
  "id",
  "slug",
  "typeId",
  "name",
  "description",
  "brand",
  "model",
  "taxClass",
  "attributes",
  "status",
  "publishAt",
  "unpublishAt",
  "options",
  "version",
] as const;

/** Bind it to a transaction. */
export const createProductsRepository = (db: Kysely<CatalogTables>): ProductsRepository => {
  const touch = ({ id, at }: Touched) =>
    db
      .updateTable("catalog.product")
      .set(({ eb }) => ({ updatedAt: at, version: eb("version", "+", 1) }))
      .where("id", "=", id);

  return {
    ...createProductsReader(db),

    async takenSlugs(slugs) {
      const rows = await db.selectFrom("catalog.product").select("slug").where("slug", "in", slugs).execute();
      return rows.map(({ slug }) => slug);
    },

    async add({ id, slug, name, typeId }, at) {
      await db
        .insertInto("catalog.product")
        .values({
          id,
          slug,
          typeId,
          source: OWN_SOURCE,
          externalId: id,
          name: JSON.stringify(name),
          createdAt: at,
          updatedAt: at,
        })
        .execute()
        .catch(slugTaken(slug));
    },

    async lock(id): Promise<StoredProduct | null> {
      const product = db.selectFrom("catalog.product").select(STORED).where("id", "=", id).forUpdate();
      const stored = await product.executeTakeFirst();
      if (!stored) return null;
      await db
        .selectFrom("catalog.variant")
        .select("id")
        .where("productId", "=", id)
        .orderBy("id")
        .forUpdate()
        .execute();
      return stored;
    },

    async saveFacts(touched, facts) {
      await touch(touched).set(written(facts)).execute().catch(slugTaken(facts.slug));
    },

    async savePublication(touched, publication) {
      await touch(touched).set(publication).execute();
    },

    async saveOptions(touched, options) {
      await touch(touched)
        .set({ options: JSON.stringify(options) })
        .execute();
    },

    async remove(id) {
      await db.deleteFrom("catalog.product").where("id", "=", id).execute();
    },

    variantsOf: (productId) =>
      db
        .selectFrom("catalog.variant")
        .select(["id", "sku", "optionValues", "gtins", "attributes"])
        .where("productId", "=", productId)
        .where("archivedAt", "is", null)
        .orderBy("position")
        .orderBy("id")
        .execute(),

    async saveVariants(touched, variants) {
      const rows = variants.map((variant, place) => ({ ...variant, place }));
      const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, sku text, "optionValues" jsonb, gtins text[],
        attributes jsonb, place int)`;
      const { rows: held } = await sql<{ id: string; sku: string }>`
        select known.id, known.sku from ${given} join catalog.variant as known on known.sku = row.sku and known.id <> row.id`.execute(
        db,
      );
      const moving = new Set(variants.map(({ id }) => id));
      const taken = held.filter(({ id }) => !moving.has(id));
      if (taken.length > 0) throw new SkuTaken({ skus: taken.map(({ sku }) => sku) });
      if (held.length > 0) await parkSkus(db, held);
      await sql`
        insert into catalog.variant as variant (id, product_id, sku, position, option_values, gtins, attributes)
        select row.id, ${touched.id}, row.sku, row.place + coalesce((select max(position) + 1 from catalog.variant where product_id = ${touched.id}), 0),
          row."optionValues", row.gtins, row.attributes
        from ${given}
        on conflict on constraint variant_pk do update set
          sku = excluded.sku, gtins = excluded.gtins, attributes = excluded.attributes
          where variant.product_id = excluded.product_id`
        .execute(db)
        .catch((error: { constraint?: string }) => {
          throw error.constraint === "variant_sku_unique"
            ? new SkuTaken({ skus: variants.map(({ sku }) => sku) })
            : error;
        });
      await touch(touched).execute();
    },

    async removeVariants(touched, ids) {
      await db.deleteFrom("catalog.variant").where("productId", "=", touched.id).where("id", "in", ids).execute();
      await touch(touched).execute();
    },

    attributesOf: (codes) =>
      codes.length === 0
        ? Promise.resolve([])
        : db
            .selectFrom("catalog.attribute")
            .select(["code", "name", "unit", "type", "choices", "filterable", "version"])
            .where("code", "in", codes)
            .orderBy("code")
            .forShare()
            .execute(),
  };
};

/** Variants that exchange their SKUs lay them down first: each row is unique by itself. */
const parkSkus = (db: Kysely<CatalogTables>, variants: { id: string }[]) =>
  db
    .updateTable("catalog.variant")
    .set(({ ref, cast }) => ({ sku: cast<string>(ref("id"), "text") }))
    .where(
      "id",
      "in",
      variants.map(({ id }) => id),
    )
    .execute();
