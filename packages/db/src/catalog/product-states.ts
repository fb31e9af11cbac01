// oxlint-disable-next-line no-restricted-imports -- products with all their parts in one statement, which the builder cannot say
import { sql, type Kysely, type RawBuilder } from "kysely";
import type { ProductState } from "@vitrina/domain/catalog";
import type { CatalogTables } from "./catalog.tables.ts";

type StoredState = Omit<ProductState, "releasedAt"> & { releasedAt: string | null };

/** Of the products whose ids `ids` selects, in the order of their ids. */
async function statesOf(db: Kysely<CatalogTables>, ids: RawBuilder<unknown>): Promise<ProductState[]> {
  const { rows } = await sql<{ state: StoredState }>`
    select json_build_object(
      'id', product.id, 'source', source, 'externalId', external_id, 'slug', slug, 'version', version, 'status', status,
      'name', name, 'description', description, 'brand', brand, 'model', model, 'attributes', attributes, 'options', options,
      'taxClass', tax_class, 'featured', featured, 'releasedAt', released_at,
      'categories', (
        select coalesce(json_agg(json_build_object('id', category.id, 'slug', category.slug)
          order by (category.id = product.primary_category_id) desc nulls last, category.slug), '[]')
        from catalog.product_category join catalog.category on category.id = product_category.category_id
        where product_category.product_id = product.id),
      'pictures', (
        select coalesce(json_agg(json_build_object('kind', kind, 'location', location, 'alt', alt, 'width', width, 'height', height)
          order by position), '[]')
        from catalog.media where media.product_id = product.id),
      'variants', (
        select coalesce(json_agg(json_build_object(
            'id', variant.id, 'sku', variant.sku, 'optionValues', variant.option_values, 'gtins', variant.gtins,
            'attributes', variant.attributes,
            'picture', (
              select count(earlier.id)::int from catalog.media as own
              left join catalog.media as earlier on earlier.product_id = own.product_id and earlier.position < own.position
              where own.id = variant.media_id group by own.id),
            'archived', variant.archived_at is not null)
          order by variant.archived_at is not null, variant.position, variant.id), '[]')
        from catalog.variant where variant.product_id = product.id)) as state
    from catalog.product where product.id in (${ids}) order by product.id`.execute(db);
  return rows.map(({ state: { releasedAt, ...state } }) => ({
    ...state,
    releasedAt: releasedAt === null ? null : new Date(releasedAt),
  }));
}

type Keys = readonly Pick<ProductState, "source" | "externalId">[];

const idsOf = (keys: Keys, skus: readonly string[]) => sql`
  select product.id from catalog.product
    join jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as key (source text, "externalId" text)
      on product.source = key.source and product.external_id = key."externalId"
  union select product_id from catalog.variant where sku = any(${skus})`;

export const findStates = (db: Kysely<CatalogTables>, keys: Keys, skus: readonly string[]): Promise<ProductState[]> =>
  statesOf(db, idsOf(keys, skus));

/** In the order of their ids; carts and prices that refer to them do not wait. */
export async function lockStates(db: Kysely<CatalogTables>, keys: Keys, skus: readonly string[]): Promise<void> {
  await sql`select from catalog.product where id in (${idsOf(keys, skus)}) order by id for no key update`.execute(db);
}

export const pageOfStates = (db: Kysely<CatalogTables>, after: string | null, limit: number): Promise<ProductState[]> =>
  statesOf(
    db,
    sql`select id from catalog.product where ${after}::uuid is null or id > ${after}::uuid order by id limit ${limit}`,
  );

export const statesById = (db: Kysely<CatalogTables>, ids: readonly string[]): Promise<ProductState[]> =>
  statesOf(db, sql`select unnest(${ids}::uuid[])`);
