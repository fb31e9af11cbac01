// oxlint-disable-next-line no-restricted-imports -- text search and arrays of ancestors, which the builder cannot say
import { sql, type Kysely } from "kysely";
import {
  AddressTaken,
  type CategoriesReader,
  type CategoriesRepository,
  type CategoryChoice,
  type PlacedCategory,
} from "@vitrina/domain/catalog";
import { beginnings } from "./beginnings.ts";
import type { CatalogTables } from "./catalog.tables.ts";
import { keepFormerSlug, movedTo, takenSlugs } from "./former-slugs.ts";
import { lockTree } from "./lock-tree.ts";

const addressTaken =
  (slug: string) =>
  (error: { constraint?: string }): never => {
    throw error.constraint === "category_slug_unique" ? new AddressTaken({ slug }) : error;
  };

/** Of a category, here called c. */
const columns = sql`c.id, c.parent_id, c.slug, c.name, c.position, c.version,
  (select count(*)::int from catalog.category as child where child.parent_id = c.id) as children,
  exists (select from catalog.product_category as assigned where assigned.category_id = c.id)
    or exists (select from catalog.product where product.primary_category_id = c.id) as has_products`;

export const createCategoriesReader = (db: Kysely<CatalogTables>): CategoriesReader => ({
  async list(parentId, { after, limit }) {
    const inParent = parentId === null ? sql`c.parent_id is null` : sql`c.parent_id = ${parentId}`;
    const beyond = after ? sql` and (c.position, c.id) > (${after.position}, ${after.id}::uuid)` : sql``;
    const { rows } = await sql<PlacedCategory>`
      select ${columns} from catalog.category as c where ${inParent}${beyond}
      order by c.position, c.id limit ${limit}`.execute(db);
    return rows;
  },

  async find(id) {
    const { rows } = await sql<PlacedCategory>`
      select ${columns}, (
        select coalesce(json_agg(json_build_object('id', above.id, 'slug', above.slug, 'name', above.name) order by way.step), '[]')
        from unnest(c.ancestor_ids) with ordinality as way (id, step) join catalog.category as above on above.id = way.id
        where above.id <> c.id) as path
      from catalog.category as c where c.id = ${id}`.execute(db);
    return rows[0] ?? null;
  },

  async choices(text, limit) {
    const asked = beginnings(text);
    if (asked === "") return [];
    const { rows } = await sql<CategoryChoice>`
      with found as (
        select id, slug, ancestor_ids from catalog.category
        where to_tsvector('simple', coalesce(name ->> 'ru', '') || ' ' || coalesce(name ->> 'en', '')) @@ to_tsquery('simple', ${asked})
        order by cardinality(ancestor_ids), slug limit ${limit}
      )
      select found.id, found.slug, json_agg(above.name order by way.step) as path
      from found cross join unnest(found.ancestor_ids) with ordinality as way (id, step) join catalog.category as above on above.id = way.id
      group by found.id, found.slug order by count(*), found.slug`.execute(db);
    return rows;
  },

  movedTo: (kind, slug) => movedTo(db, kind, slug),
});

/** Bind it to a transaction. */
export const createCategoriesRepository = (db: Kysely<CatalogTables>): CategoriesRepository => ({
  ...createCategoriesReader(db),

  lockTree: () => lockTree(db),

  ancestorsOf: async (id) =>
    (await db.selectFrom("catalog.category").select(["id", "ancestorIds"]).where("id", "=", id).executeTakeFirst()) ??
    null,

  async heightOf(id) {
    const { rows } = await sql<{ height: number }>`
      select max(cardinality(ancestor_ids) - array_position(ancestor_ids, ${id}::uuid) + 1)::int as height
      from catalog.category where ancestor_ids @> array[${id}::uuid]`.execute(db);
    return rows[0]?.height ?? 0;
  },

  takenSlugs: (kind, slugs) => takenSlugs(db, kind, slugs),

  async addLast({ id, parentId, name, slug, ancestorIds }) {
    await sql`
      insert into catalog.category (id, parent_id, slug, source, path_key, name, ancestor_ids, position)
      select ${id}, ${parentId}, ${slug}, 'shop', ${id}, ${JSON.stringify(name)}, ${ancestorIds},
        coalesce(max(position) + 1, 0) from catalog.category where parent_id is not distinct from ${parentId}::uuid`
      .execute(db)
      .catch(addressTaken(slug));
    await keepFormerSlug(db, { kind: "category", id, slug, former: null });
  },

  async save({ id, name, slug, version }) {
    const former = await db
      .selectFrom("catalog.category")
      .select("slug")
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    await db
      .updateTable("catalog.category")
      .set({ name: JSON.stringify(name), slug, version })
      .where("id", "=", id)
      .execute()
      .catch(addressTaken(slug));
    await keepFormerSlug(db, { kind: "category", id, slug, former: former.slug });
  },

  async move({ id, parentId, index }) {
    await sql`
      with siblings as (
        select c.id, (row_number() over (order by c.position, c.id) - 1)::int as place
        from catalog.category as c where c.parent_id is not distinct from ${parentId}::uuid and c.id <> ${id}::uuid
      ),
      placed as (
        select id, place + (place >= ${index})::int as position from siblings
        union all select ${id}::uuid, least(${index}, (select count(*) from siblings))::int
      ),
      target as (select coalesce((select ancestor_ids from catalog.category where id = ${parentId}::uuid), '{}') as ancestor_ids)
      update catalog.category as c set
        parent_id = case when c.id = ${id}::uuid then ${parentId}::uuid else c.parent_id end,
        ancestor_ids = case when c.ancestor_ids @> array[${id}::uuid]
          then (select ancestor_ids from target) || c.ancestor_ids[array_position(c.ancestor_ids, ${id}::uuid):] else c.ancestor_ids end,
        position = coalesce(fresh.position, c.position),
        version = c.version + (c.id = ${id}::uuid)::int
      from (
        select id, placed.position from placed
        full join (select id from catalog.category where ancestor_ids @> array[${id}::uuid]) as within using (id)
      ) as fresh
      where c.id = fresh.id and (fresh.position is distinct from c.position or c.ancestor_ids @> array[${id}::uuid])`.execute(
      db,
    );
  },

  async remove(id) {
    await db.deleteFrom("catalog.formerSlug").where("targetId", "=", id).execute();
    await db.deleteFrom("catalog.category").where("id", "=", id).execute();
  },
});
