// oxlint-disable-next-line no-restricted-imports -- links and their links back are one statement, which the builder cannot say
import { sql, type Kysely } from "kysely";
import type { LinkBack, LinksReader, LinksRepository, ProductLinks } from "@vitrina/domain/catalog";
import { NotFound } from "@vitrina/domain/core";
import type { CatalogTables } from "./catalog.tables.ts";

const find = async (db: Kysely<CatalogTables>, productId: string): Promise<ProductLinks | null> => {
  const { rows } = await sql<ProductLinks>`
    select product.id as product_id,
      coalesce((select version from catalog.link_list as list where list.product_id = product.id), 1) as version,
      (select coalesce(json_agg(json_build_object(
          'targetId', target.id, 'kind', link.kind, 'mutual', link.mutual, 'name', target.name, 'slug', target.slug, 'status', target.status,
          'picture', (
            select json_build_object('kind', kind, 'location', location, 'alt', alt, 'width', width, 'height', height)
            from catalog.media where media.product_id = target.id order by position limit 1))
        order by link.kind desc, link.position, target.id), '[]')
        from catalog.product_link as link join catalog.product as target on target.id = link.target_id
        where link.product_id = product.id) as links
    from catalog.product where id = ${productId}`.execute(db);
  return rows[0] ?? null;
};

export const createLinksReader = (db: Kysely<CatalogTables>): LinksReader => ({ find: (id) => find(db, id) });

/** Bind it to a transaction. */
export const createLinksRepository = (db: Kysely<CatalogTables>): LinksRepository => ({
  ...createLinksReader(db),

  /** A link and its link back are rows of two products: staff who change links stand in one line, for a moment. */
  async lock(productId) {
    await sql`select pg_advisory_xact_lock(hashtextextended('catalog.product_link', 0))`.execute(db);
    return find(db, productId);
  },

  async replace(productId, links) {
    const given = JSON.stringify(links.map((link, position) => ({ ...link, position })));
    const { rows } = await sql<LinkBack>`
      with given as (
        select * from jsonb_to_recordset(${given}::jsonb) as row ("targetId" uuid, kind text, mutual boolean, position int)
      ),
      wanted as (
        select ${productId}::uuid as product_id, kind, "targetId" as target_id, position, mutual from given
        union all
        select "targetId", given.kind, ${productId}::uuid, coalesce(back.position, (
            select coalesce(max(last.position) + 1, 0) from catalog.product_link as last
            where last.product_id = given."targetId" and last.kind = given.kind)), true
        from given left join catalog.product_link as back
          on (back.product_id, back.kind, back.target_id) = (given."targetId", given.kind, ${productId}::uuid)
        where given.mutual
      ),
      gone as (
        delete from catalog.product_link as link
        where (link.product_id = ${productId} or (link.target_id = ${productId} and link.mutual)) and not exists (
          select from wanted
          where (wanted.product_id, wanted.kind, wanted.target_id) = (link.product_id, link.kind, link.target_id))
        returning product_id, kind
      ),
      written as (
        insert into catalog.product_link as link (product_id, kind, target_id, position, mutual)
        select product_id, kind, target_id, position, mutual from wanted
        on conflict (product_id, kind, target_id) do update set position = excluded.position, mutual = excluded.mutual
          where (link.position, link.mutual) is distinct from (excluded.position, excluded.mutual)
        returning product_id, kind
      ),
      touched as (select product_id, kind, 'removed' as change from gone union select product_id, kind, 'added' from written),
      counted as (
        insert into catalog.link_list as list (product_id, version) select distinct product_id, 2 from touched
        on conflict (product_id) do update set version = list.version + 1
      )
      select product_id, kind, change from touched where product_id <> ${productId}`
      .execute(db)
      .catch((error: { constraint?: string }) => {
        throw error.constraint === "product_link_target_fk" ? new NotFound({ what: "product" }) : error;
      });
    return rows;
  },

  async overfull(productIds, limit) {
    const { rows } = await sql<{ productId: string }>`
      select distinct product_id from (
        select product_id from catalog.product_link where product_id = any(${productIds}::uuid[])
        group by product_id, kind having count(*) > ${limit}) as crowded`.execute(db);
    return rows.map(({ productId }) => productId);
  },
});
