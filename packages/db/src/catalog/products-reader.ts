// oxlint-disable-next-line no-restricted-imports -- a page and a sheet are built as JSON by one statement each, which the builder cannot say
import { sql, type Kysely } from "kysely";
import type { ProductRow, ProductSheet, ProductsPage, ProductsReader } from "@vitrina/domain/catalog";
import { attributeJson, typeAttributes } from "./attribute-json.ts";
import type { CatalogTables } from "./catalog.tables.ts";
import { found, instant, variants } from "./product-parts.ts";

export const createProductsReader = (db: Kysely<CatalogTables>): ProductsReader => ({
  async list(page) {
    const { rows } = await sql<{ product: ProductRow }>`
      with shown as (${shown(page)})
      select jsonb_build_object(
        'id', id, 'slug', slug, 'status', status, 'name', name, 'brand', brand, 'version', version,
        'publishAt', ${instant(sql`publish_at`)}, 'unpublishAt', ${instant(sql`unpublish_at`)},
        'updatedAt', ${instant(sql`updated_at`)}, 'visible', visible,
        'variants', counted.variants, 'sku', counted.sku,
        'picture', (
          select jsonb_build_object('kind', kind, 'location', location, 'alt', alt, 'width', width, 'height', height)
          from catalog.media where media.product_id = shown.id order by position limit 1)) as product
      from shown cross join lateral (
        select count(*) as variants, (array_agg(sku order by position, variant.id))[1] as sku
        from catalog.variant where variant.product_id = shown.id and archived_at is null) as counted
      order by updated_at desc, id desc`.execute(db);
    return rows.map(({ product }) => product);
  },

  async find(id, now) {
    const { rows } = await sql<{ sheet: ProductSheet }>`
      select jsonb_build_object(
        'id', product.id, 'slug', product.slug, 'status', product.status, 'name', product.name,
        'description', product.description, 'brand', product.brand, 'model', product.model, 'taxClass', product.tax_class,
        'attributes', product.attributes, 'options', product.options, 'version', product.version,
        'publishAt', ${instant(sql`product.publish_at`)}, 'unpublishAt', ${instant(sql`product.unpublish_at`)},
        'createdAt', ${instant(sql`product.created_at`)}, 'updatedAt', ${instant(sql`product.updated_at`)},
        'visible', catalog.visible(product, ${now}),
        'categories', ${categories},
        'typeId', product.type_id,
        'type', (select jsonb_build_object('name', type.name, 'attributes', ${typeAttributes}) from catalog.product_type as type where type.id = product.type_id),
        'looseAttributes', ${looseAttributes},
        'variants', ${variants}) as sheet
      from catalog.product where product.id = ${id}`.execute(db);
    return rows[0]?.sheet ?? null;
  },

  async findAt(slug) {
    const { rows } = await sql<NonNullable<Awaited<ReturnType<ProductsReader["findAt"]>>>>`
      select product.slug, product.status, product.name, (
        select jsonb_build_object('slug', category.slug, 'name', category.name)
        from catalog.category where category.id = product.primary_category_id) as category
      from catalog.product where product.slug = ${slug} or product.id = (
        select target_id from catalog.former_slug as former where former.kind = 'product' and former.slug = ${slug})
      order by product.slug = ${slug} desc limit 1`.execute(db);
    return rows[0] ?? null;
  },

  async countPictures(id) {
    const { pictures } = await db
      .selectFrom("catalog.media")
      .select(({ fn }) => fn.countAll<number>().as("pictures"))
      .where("productId", "=", id)
      .executeTakeFirstOrThrow();
    return pictures;
  },
});

/** Found first, sorted then: a walk from the latest would look at everything for the few that are meant. */
function shown({ text, status, now, after, limit }: ProductsPage) {
  return sql`
    ${text === undefined ? sql`` : sql`with found as materialized (${found(text)})`}
    select product.*, catalog.visible(product, ${now}) as visible
    from catalog.product ${text === undefined ? sql`` : sql`join found using (id)`}
    where true
      ${status ? sql`and status = ${status}` : sql``}
      ${after ? sql`and (updated_at, product.id) < (${after.at}, ${after.id})` : sql``}
    order by updated_at desc, product.id desc limit ${limit}`;
}

const looseAttributes = sql`(
  select coalesce(jsonb_agg(jsonb_build_object(${attributeJson}) order by attribute.position, attribute.code), '[]')
  from catalog.attribute
  where attribute.code in (select jsonb_object_keys(product.attributes)) and not exists (
    select from catalog.product_type_attribute as of_type where of_type.type_id = product.type_id and of_type.attribute_code = attribute.code))`;

const categories = sql`(
  select coalesce(jsonb_agg(jsonb_build_object('id', home.id, 'slug', home.slug, 'path', (
      select jsonb_agg(above.name order by way.step)
      from unnest(home.ancestor_ids) with ordinality as way (id, step) join catalog.category as above on above.id = way.id))
    order by home.id is distinct from product.primary_category_id, home.slug), '[]')
  from (
    select category_id from catalog.product_category where product_id = product.id union select product.primary_category_id
  ) as assigned join catalog.category as home on home.id = assigned.category_id)`;
