// oxlint-disable-next-line no-restricted-imports -- pages are built as JSON by one statement each, which the builder cannot say
import { sql, type Kysely } from "kysely";
import { PAGE_SIZE, type FoundPage, type Lookup } from "@vitrina/domain/search";
import type { SearchTables } from "./search.tables.ts";
import {
  breadcrumbOf,
  cardIn,
  hasPriceFilter,
  onlyInStock,
  orderBy,
  priceColumns,
  priceWithin,
  WHOLE_SHOP,
} from "./search-sql.ts";

/** A page of a category (or of the whole shop) by one walk along the index of its order; counts are kept, not counted. */
export async function browse(db: Kysely<SearchTables>, lookup: Lookup): Promise<FoundPage | null> {
  const { rows } = await sql<{ page: FoundPage }>`
    with here as materialized (${here(lookup)}),
    shown as (
      select p.product_id, row_number() over (order by ${orderBy(lookup)}) as place
      from search.placement as p
      where p.category_id = (select id from here)${onlyInStock(lookup)}${priceWithin(lookup)}
      order by ${orderBy(lookup)}
      limit ${PAGE_SIZE} offset ${(lookup.page - 1) * PAGE_SIZE}
    )
    select json_build_object(
      'rows', (select coalesce(json_agg(${cardIn(lookup.currency)} order by shown.place), '[]')
        from shown join search.listing as l using (product_id)),
      'total', coalesce(${countOf(lookup, sql`here.id`)}, 0),
      'page', ${lookup.page}::int,
      'sort', ${lookup.sort}::text,
      'priceBounds', ${priceBounds(lookup)},
      'categories', (select coalesce(json_agg(json_build_object('id', child.id, 'slug', child.slug, 'name', child.name, 'count', child.count)
          order by child.position, child.slug), '[]')
        from (select c.id, c.slug, c.name, c.position, ${countOf(lookup, sql`c.id`)} as count
          from catalog.category as c where ${lookup.category ? sql`c.parent_id = here.id` : sql`c.parent_id is null`}) as child
        where child.count > 0),
      'breadcrumb', ${breadcrumbOf(sql`here.ancestor_ids`)}
    ) as page
    from here`.execute(db);
  const page = rows[0]?.page;
  return page ? { ...page, pages: pagesOf(page.total) } : null;
}

export const pagesOf = (total: number) => Math.min(400, Math.ceil(total / PAGE_SIZE));

export const here = ({ category }: Lookup) =>
  category
    ? sql`select id, ancestor_ids from catalog.category where slug = ${category}`
    : sql`select ${WHOLE_SHOP}::uuid as id, '{}'::uuid[] as ancestor_ids`;

function countOf(lookup: Lookup, category: ReturnType<typeof sql>) {
  if (!hasPriceFilter(lookup)) {
    const column = lookup.inStock ? sql`in_stock` : sql`total`;
    return sql`(select ${column} from search.category_count where category_id = ${category})`;
  }
  return sql`(select count(*) from search.placement as p where p.category_id = ${category}${onlyInStock(lookup)}${priceWithin(lookup)})`;
}

/** `offset 0` has each bound looked up once. */
function priceBounds(lookup: Lookup) {
  const price = priceColumns[lookup.currency];
  const edge = (direction: ReturnType<typeof sql>) => sql`(
    select ${price} from search.placement as p
    where p.category_id = here.id and ${price} is not null${onlyInStock(lookup)}
    order by ${price} ${direction} limit 1)`;
  return sql`(select json_build_object('min', bounds.low, 'max', bounds.high)
    from (select ${edge(sql`asc`)} as low, ${edge(sql`desc`)} as high offset 0) as bounds where bounds.low is not null)`;
}
