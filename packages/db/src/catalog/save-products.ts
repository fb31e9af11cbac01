// oxlint-disable-next-line no-restricted-imports -- set-based upserts from one JSON parameter, which the builder cannot say
import { sql, type Kysely } from "kysely";
import { SkuTaken, type SavedProduct } from "@vitrina/domain/catalog";
import type { CatalogTables } from "./catalog.tables.ts";

/** A constant number of statements for any number of products. */
export async function saveProducts(db: Kysely<CatalogTables>, source: string, products: SavedProduct[]) {
  if (products.length === 0) return [];
  const ids = products.map(({ id }) => id);
  await saveRows(db, source, products);
  await saveClassification(db, ids, products);
  await saveMedia(db, ids, products);
  return saveVariants(db, ids, products);
}

async function saveRows(db: Kysely<CatalogTables>, source: string, products: SavedProduct[]): Promise<void> {
  const rows = products.map(({ contentHash, categoryIds, pictures: _, variants: __, ...product }) => ({
    ...product,
    primaryCategoryId: categoryIds[0] ?? null,
    hash: contentHash && Buffer.from(contentHash).toString("hex"),
  }));
  await sql`
    insert into catalog.product as product (id, slug, source, external_id, model, brand, status, name, description, attributes, options, tax_class,
      primary_category_id, featured, content_hash, released_at, created_at, updated_at)
    select id, slug, ${source}, "externalId", model, brand, status, name, description, attributes, options, "taxClass",
      "primaryCategoryId", featured, decode(hash, 'hex'), "releasedAt", at, at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, slug text, "externalId" text, model text, brand text, status text, name jsonb,
      description jsonb, attributes jsonb, options jsonb, "taxClass" text, "primaryCategoryId" uuid, featured boolean, hash text,
      "releasedAt" timestamptz, at timestamptz)
    on conflict (source, external_id) do update set
      model = excluded.model, brand = excluded.brand, status = excluded.status, name = excluded.name, description = excluded.description,
      attributes = excluded.attributes, options = excluded.options, tax_class = excluded.tax_class,
      primary_category_id = excluded.primary_category_id, featured = excluded.featured, content_hash = coalesce(excluded.content_hash, product.content_hash),
      released_at = excluded.released_at, updated_at = excluded.updated_at, version = product.version + 1`.execute(db);
}

async function saveClassification(db: Kysely<CatalogTables>, ids: string[], products: SavedProduct[]): Promise<void> {
  const rows = products.flatMap(({ id, categoryIds }) =>
    [...new Set(categoryIds)].map((categoryId) => ({ id, categoryId })),
  );
  const given = sql`select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, "categoryId" uuid)`;
  await sql`delete from catalog.product_category as kept where product_id = any(${ids})
    and not exists (select from (${given}) as row where row.id = kept.product_id and row."categoryId" = kept.category_id)`.execute(
    db,
  );
  await sql`insert into catalog.product_category (product_id, category_id) ${given} on conflict do nothing`.execute(db);
}

async function saveMedia(db: Kysely<CatalogTables>, ids: string[], products: SavedProduct[]): Promise<void> {
  const rows = products.flatMap((product) =>
    product.pictures.map((picture, position) => ({ ...picture, position, productId: product.id })),
  );
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, "productId" uuid, position int, kind text, location text,
    alt jsonb, width int, height int)`;
  await sql`delete from catalog.media as kept where product_id = any(${ids})
    and not exists (select from ${given} where row."productId" = kept.product_id and row.position = kept.position)`.execute(
    db,
  );
  await sql`
    insert into catalog.media (id, product_id, position, kind, location, alt, width, height)
    select id, "productId", position, kind, location, alt, width, height from ${given}
    on conflict (product_id, position) do update set
      kind = excluded.kind, location = excluded.location, alt = excluded.alt, width = excluded.width, height = excluded.height`.execute(
    db,
  );
}

/** Stock, prices and orders hang on a variant, so one that the products no longer have is archived. */
async function saveVariants(db: Kysely<CatalogTables>, ids: string[], products: SavedProduct[]) {
  const rows = products.flatMap(({ variants, id, at }) =>
    variants.map(({ archived, ...variant }, position) => ({
      ...variant,
      position,
      productId: id,
      archivedAt: archived ? at : null,
    })),
  );
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, "productId" uuid, sku text, position int,
    "optionValues" jsonb, gtins text[], attributes jsonb, picture int, "archivedAt" timestamptz)`;
  await sql`update catalog.variant as kept set archived_at = ${products[0]?.at} where product_id = any(${ids}) and archived_at is null
    and not exists (
      select from ${given} where row."productId" = kept.product_id and row.sku = kept.sku and row."archivedAt" is null)`.execute(
    db,
  );
  const { rows: saved } = await sql<{ id: string; productId: string; sku: string }>`
    insert into catalog.variant as variant (id, product_id, sku, position, option_values, gtins, attributes, media_id, archived_at)
    select row.id, row."productId", row.sku, row.position, row."optionValues", row.gtins,
      coalesce(row.attributes, (select attributes from catalog.variant as kept where kept.sku = row.sku), '{}'), media.id, row."archivedAt"
    from ${given} left join catalog.media on media.product_id = row."productId" and media.position = row.picture
    on conflict (sku) do update set
      position = excluded.position, option_values = excluded.option_values, gtins = excluded.gtins, attributes = excluded.attributes, media_id = excluded.media_id,
      archived_at = case when excluded.archived_at is null then null else coalesce(variant.archived_at, excluded.archived_at) end
      where variant.product_id = excluded.product_id
    returning id, product_id, sku`.execute(db);
  if (saved.length < rows.length)
    throw new SkuTaken({ skus: rows.map(({ sku }) => sku).filter((sku) => !saved.some((one) => one.sku === sku)) });
  return saved;
}
