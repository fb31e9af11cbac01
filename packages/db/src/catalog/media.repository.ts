// oxlint-disable-next-line no-restricted-imports -- rows of one JSON parameter, which the builder cannot say
import { sql, type Kysely } from "kysely";
import type { MediaReader, MediaRepository, ProductMedia } from "@vitrina/domain/catalog";
import type { CatalogTables } from "./catalog.tables.ts";

const find = async (db: Kysely<CatalogTables>, productId: string): Promise<ProductMedia | null> => {
  const { rows } = await sql<ProductMedia>`
    select id as product_id, version,
      (select coalesce(json_agg(json_build_object(
          'id', media.id, 'kind', kind, 'location', location, 'alt', alt, 'width', width, 'height', height,
          'variantIds', array(select variant.id from catalog.variant where variant.media_id = media.id and archived_at is null order by position))
        order by position), '[]') from catalog.media where media.product_id = product.id) as pictures,
      (select coalesce(json_agg(json_build_object('id', id, 'sku', sku, 'optionValues', option_values) order by position, id), '[]')
        from catalog.variant where variant.product_id = product.id and archived_at is null) as variants
    from catalog.product where id = ${productId}`.execute(db);
  return rows[0] ?? null;
};

export const createMediaReader = (db: Kysely<CatalogTables>): MediaReader => ({
  find: (productId) => find(db, productId),
  uploaded: (locations) =>
    db
      .selectFrom("catalog.picture")
      .select(["location", "width", "height", "colour"])
      .where((eb) => eb("location", "=", eb.fn.any(eb.val(locations))))
      .execute(),
});

/** Bind it to a transaction. */
export const createMediaRepository = (db: Kysely<CatalogTables>): MediaRepository => ({
  ...createMediaReader(db),

  /** Held, so that they are not swept meanwhile. */
  uploaded: (locations) =>
    db
      .selectFrom("catalog.picture")
      .select(["location", "width", "height", "colour"])
      .where((eb) => eb("location", "=", eb.fn.any(eb.val(locations))))
      .forShare()
      .execute(),

  async lock(productId) {
    await db.selectFrom("catalog.product").select("id").where("id", "=", productId).forUpdate().execute();
    return find(db, productId);
  },

  async addUploaded(picture, { actorId, at }) {
    await db
      .insertInto("catalog.picture")
      .values({ ...picture, actorId, uploadedAt: at })
      .onConflict((conflict) => conflict.column("location").doUpdateSet({ uploadedAt: at }))
      .execute();
  },

  async replace(productId, pictures, at) {
    const rows = JSON.stringify(pictures.map((picture, position) => ({ ...picture, position })));
    const given = sql`jsonb_to_recordset(${rows}::jsonb) as row (id uuid, position int, kind text, location text, alt jsonb,
      width int, height int, "variantIds" uuid[])`;
    await sql`delete from catalog.media where product_id = ${productId} and id not in (select id from ${given})`.execute(
      db,
    );
    // Places are unique at every moment, so all step aside first.
    await sql`update catalog.media set position = -1 - position where product_id = ${productId}`.execute(db);
    await sql`
      insert into catalog.media (id, product_id, position, kind, location, alt, width, height)
      select id, ${productId}, position, kind, location, alt, width, height from ${given}
      on conflict (id) do update set position = excluded.position, alt = excluded.alt`.execute(db);
    await sql`
      update catalog.variant set media_id = shown.id
      from catalog.variant as own left join lateral (
        select row.id from ${given} where own.id = any(row."variantIds") order by row.position limit 1) as shown on true
      where variant.id = own.id and own.product_id = ${productId} and own.archived_at is null
        and variant.media_id is distinct from shown.id`.execute(db);
    await db
      .updateTable("catalog.product")
      .set((eb) => ({ version: eb("version", "+", 1), updatedAt: at }))
      .where("id", "=", productId)
      .execute();
  },

  async takeUnused(before, limit) {
    const { rows } = await sql<{ location: string }>`
      delete from catalog.picture where location in (
        select location from catalog.picture
        where uploaded_at < ${before} and not exists (
          select from catalog.media where media.kind = 'local' and media.location = picture.location)
        order by uploaded_at limit ${limit} for update skip locked)
      returning location`.execute(db);
    return rows.map(({ location }) => location);
  },
});
