// oxlint-disable-next-line no-restricted-imports -- variants are written from one JSON parameter, which the builder cannot say
import { sql, type Kysely } from "kysely";
import {
  type ProductFacts,
  type ProductsRepository,
  SlugTaken,
  type StoredProduct,
  type Touched,
} from "@vitrina/domain/catalog";
import { NotFound } from "@vitrina/domain/core";
import type { CatalogTables } from "./catalog.tables.ts";
import { keepFormerSlug } from "./former-slugs.ts";
import { lockTree } from "./lock-tree.ts";
import { createProductsReader } from "./products-reader.ts";
import { saveVariants } from "./save-variants.ts";

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
      await keepFormerSlug(db, { kind: "product", id, slug, former: null });
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

    async saveFacts(touched, { former, ...facts }) {
      await touch(touched).set(written(facts)).execute().catch(slugTaken(facts.slug));
      await keepFormerSlug(db, { kind: "product", id: touched.id, slug: facts.slug, former });
    },

    lockTree: () => lockTree(db),

    async categoriesOf(id) {
      const rows = await db
        .selectFrom("catalog.productCategory as assigned")
        .innerJoin("catalog.category as home", "home.id", "assigned.categoryId")
        .innerJoin("catalog.product", "catalog.product.id", "assigned.productId")
        .select("home.slug")
        .where("assigned.productId", "=", id)
        .orderBy((eb) => eb("home.id", "is distinct from", eb.ref("catalog.product.primaryCategoryId")))
        .orderBy("home.slug")
        .execute();
      return rows.map(({ slug }) => slug);
    },

    async saveCategories(touched, categoryIds) {
      const given = db
        .selectFrom("catalog.category")
        .select("id")
        .where((eb) => eb("id", "=", eb.fn.any(eb.val(categoryIds))));
      if ((await given.execute()).length < categoryIds.length) throw new NotFound({ what: "category" });
      await db
        .deleteFrom("catalog.productCategory")
        .where("productId", "=", touched.id)
        .where((eb) => eb.not(eb("categoryId", "=", eb.fn.any(eb.val(categoryIds)))))
        .execute();
      await db
        .insertInto("catalog.productCategory")
        .columns(["productId", "categoryId"])
        .expression(given.clearSelect().select((eb) => [eb.val(touched.id).as("productId"), "id"]))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      await touch(touched)
        .set({ primaryCategoryId: categoryIds[0] ?? null })
        .execute();
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
      await db.deleteFrom("catalog.formerSlug").where("targetId", "=", id).execute();
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

    saveVariants: async (touched, variants) => {
      await saveVariants(db, touched.id, variants);
      await touch(touched).execute();
    },

    async archiveVariants(touched, ids) {
      await db
        .updateTable("catalog.variant")
        .set({ archivedAt: touched.at })
        .where("productId", "=", touched.id)
        .where("id", "in", ids)
        .execute();
      await touch(touched).execute();
    },

    async moveVariants(touched, variants) {
      await sql`
        update catalog.variant set option_values = row."optionValues"
        from jsonb_to_recordset(${JSON.stringify(variants)}::jsonb) as row (id uuid, "optionValues" jsonb)
        where variant.id = row.id and variant.product_id = ${touched.id}`.execute(db);
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
