// oxlint-disable-next-line no-restricted-imports -- pages are built as JSON by one statement each, which the builder cannot say
import { sql, type Kysely } from "kysely";
import type { LinkKind } from "@vitrina/domain/catalog";
import type { ForWhom, LinkedProducts } from "@vitrina/domain/search";
import type { SearchTables } from "./search.tables.ts";
import { cardIn, priceColumns } from "./search-sql.ts";

const ON_A_SHELF = 12;

/** CAT-12: cards of what a product leads to, by one statement; whoever is not listed is not seen. */
export async function linked(
  db: Kysely<SearchTables>,
  { slug, currency, now }: { slug: string } & Omit<ForWhom, "personId">,
): Promise<LinkedProducts> {
  const chosen = (kind: LinkKind) => sql`(
    select json_agg(${cardIn(currency)} order by link.position, link.target_id)
    from here join catalog.product_link as link on link.product_id = here.id and link.kind = ${kind}
    join search.listing as l on l.product_id = link.target_id and l.prices ? ${currency}::text)`;
  const prominent = sql`(
    select json_agg(${cardIn(currency)} order by near.prominence desc, near.product_id)
    from (
      select p.product_id, p.prominence from search.placement as p
      where p.category_id = (select primary_category_id from here) and ${priceColumns[currency]} is not null
        and p.product_id <> (select id from here)
      order by p.prominence desc, p.product_id limit ${ON_A_SHELF}
    ) as near join search.listing as l using (product_id))`;
  const { rows } = await sql<{ linked: LinkedProducts }>`
    with here as materialized (
      select id, primary_category_id from catalog.product
      where slug = ${slug} and (catalog.visible(product, ${now}) or status = 'archived'))
    select json_build_object(
      'related', coalesce(${chosen("related")}, ${prominent}, '[]'),
      'accessories', coalesce(${chosen("accessory")}, '[]'),
      'replacements', coalesce(${chosen("replacement")}, '[]')) as linked`.execute(db);
  return rows[0]?.linked ?? { related: [], accessories: [], replacements: [] };
}
