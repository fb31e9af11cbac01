// oxlint-disable-next-line no-restricted-imports -- slices of an edit as one JSON parameter, which the builder cannot say
import { sql, type Kysely } from "kysely";
import type { BulkEditsRepository, BulkSelection, StoredBulkEdit } from "@vitrina/domain/catalog";
import { typeAttributes } from "./attribute-json.ts";
import { createBulkEditsReader } from "./bulk-edits-reader.ts";
import type { CatalogTables } from "./catalog.tables.ts";
import { found, instant, variants } from "./product-parts.ts";

const STORED = ["id", "change", "state", "products", "actorId", "version"] as const;

/** Bind it to a transaction. */
export const createBulkEditsRepository = (db: Kysely<CatalogTables>): BulkEditsRepository => ({
  ...createBulkEditsReader(db),

  async add({ id, change, actorId, at }, selection, limit) {
    await db
      .insertInto("catalog.bulkEdit")
      .values({
        id,
        change: JSON.stringify(change),
        state: "checking",
        products: 0,
        actorId,
        createdAt: at,
        updatedAt: at,
      })
      .execute();
    const { rows } = await sql<{ products: number }>`
      with added as (
        insert into catalog.bulk_edit_row (edit_id, product_id)
        select ${id}, id from (${selected(selection)}) as selected order by id limit ${limit + 1} returning 1)
      select count(*)::int as products from added`.execute(db);
    const products = rows[0]?.products ?? 0;
    await db
      .updateTable("catalog.bulkEdit")
      .set({ products: Math.min(products, limit) })
      .where("id", "=", id)
      .execute();
    return products;
  },

  lock: async (id) =>
    (await db.selectFrom("catalog.bulkEdit").select(STORED).where("id", "=", id).forUpdate().executeTakeFirst()) ??
    null,

  async setState(id, state, { actorId, at }) {
    await db
      .updateTable("catalog.bulkEdit")
      .set(({ eb }) => ({ state, actorId, updatedAt: at, version: eb("version", "+", 1) }))
      .where("id", "=", id)
      .execute();
  },

  async claim(lease, now, until) {
    const { rows } = await sql<StoredBulkEdit>`
      update catalog.bulk_edit set lease = ${lease}, leased_until = ${until} where id = (
        select id from catalog.bulk_edit
        where state in ('checking', 'running', 'undoing') and coalesce(leased_until <= ${now}, true)
        order by updated_at limit 1 for update skip locked)
      returning id, change, state, products, actor_id, version`.execute(db);
    return rows[0] ?? null;
  },

  async keep({ id, lease }, until) {
    const { numUpdatedRows } = await db
      .updateTable("catalog.bulkEdit")
      .set({ leasedUntil: until })
      .where("id", "=", id)
      .where("lease", "=", lease)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new Error(`another worker has bulk edit ${id}`);
  },

  next: (id, outcome, limit) =>
    db
      .selectFrom("catalog.bulkEditRow")
      .select(["productId", "before", "after"])
      .where("editId", "=", id)
      .where("outcome", "=", outcome)
      .orderBy("productId")
      .limit(limit)
      .execute(),

  async settle(id, rows) {
    await sql`
      update catalog.bulk_edit_row as row set outcome = settled.outcome, reason = settled.reason, blockers = settled.blockers,
        before = settled.before, after = settled.after
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as settled ("productId" uuid, outcome text, reason text, blockers jsonb, before jsonb, after jsonb)
      where row.edit_id = ${id} and row.product_id = settled."productId"`.execute(db);
  },

  async lockProducts(ids) {
    await sql`select from catalog.product where id = any(${ids}::uuid[]) order by id for update`.execute(db);
    await sql`select from catalog.variant where product_id = any(${ids}::uuid[]) order by id for update`.execute(db);
  },

  async products(ids, change) {
    const categoryId = "categoryId" in change ? change.categoryId : null;
    const collectionId = "collectionId" in change ? change.collectionId : null;
    const { rows } = await sql<Awaited<ReturnType<BulkEditsRepository["products"]>>[number]>`
      select id, status, ${instant(sql`publish_at`)} as publish_at, ${instant(sql`unpublish_at`)} as unpublish_at, brand, featured,
        primary_category_id,
        exists (select from catalog.product_category as put where put.product_id = product.id and put.category_id = ${categoryId}::uuid) as in_category,
        exists (select from catalog.collection_pick as pick where pick.product_id = product.id and pick.collection_id = ${collectionId}::uuid) as picked,
        (select coalesce(json_agg(json_build_object('id', variant.id, 'sku', sku) order by position, variant.id), '[]')
          from catalog.variant where variant.product_id = product.id and archived_at is null) as variants
      from catalog.product where id = any(${ids}::uuid[])`.execute(db);
    return rows;
  },

  async judged(ids) {
    const { rows } = await sql<{ id: string; judged: JudgedProduct }>`
      select id, jsonb_build_object(
        'name', name, 'taxClass', tax_class, 'attributes', attributes, 'variants', ${variants},
        'type', (select jsonb_build_object('name', type.name, 'attributes', ${typeAttributes}) from catalog.product_type as type where type.id = product.type_id),
        'pictures', (select count(*) from catalog.media where media.product_id = product.id)) as judged
      from catalog.product where id = any(${ids}::uuid[])`.execute(db);
    return new Map(rows.map(({ id, judged }) => [id, judged]));
  },

  async save(products, at) {
    const rows = products.map(({ variants: _, ...fields }) => fields);
    await sql`
      update catalog.product set status = row.status, publish_at = row."publishAt", unpublish_at = row."unpublishAt", brand = row.brand,
        featured = row.featured, primary_category_id = row."primaryCategoryId", updated_at = ${at}, version = version + 1
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, status text, "publishAt" timestamptz,
        "unpublishAt" timestamptz, brand text, featured boolean, "primaryCategoryId" uuid)
      where product.id = row.id`.execute(db);
  },

  async place(categoryId, productIds) {
    await sql`
      insert into catalog.product_category (product_id, category_id)
      select id, ${categoryId} from unnest(${productIds}::uuid[]) as id on conflict do nothing`.execute(db);
  },
  async unplace(categoryId, productIds) {
    await sql`
      delete from catalog.product_category
      where category_id = ${categoryId} and product_id = any(${productIds}::uuid[])`.execute(db);
  },
  hasCategory: async (id) =>
    (await db.selectFrom("catalog.category").select("id").where("id", "=", id).executeTakeFirst()) !== undefined,

  async forgetOld(before, limit) {
    const { rows } = await sql`
      delete from catalog.bulk_edit where id in (
        select id from catalog.bulk_edit where updated_at < ${before} and state not in ('checking', 'running', 'undoing')
        order by updated_at limit ${limit} for update skip locked)
      returning 1`.execute(db);
    return rows.length;
  },
});

type JudgedProduct = NonNullable<ReturnType<Awaited<ReturnType<BulkEditsRepository["judged"]>>["get"]>>;

function selected(selection: BulkSelection) {
  if ("ids" in selection) return sql`select id from catalog.product where id = any(${selection.ids}::uuid[])`;
  const { q, status } = selection.filter;
  return sql`
    select id from catalog.product ${q ? sql`join (${found(q)}) as found using (id)` : sql``}
    where true ${status ? sql`and status = ${status}` : sql``}`;
}
