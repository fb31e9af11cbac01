// oxlint-disable-next-line no-restricted-imports -- sales against what is left, compared as rows, which the builder cannot say
import { sql, type Kysely } from "kysely";
import { LOW_COVER, type LowStockItem, type LowStockPage, SOLD_OVER } from "@vitrina/domain/inventory";
import type { CatalogTables } from "@vitrina/db/catalog";
import type { InventoryTables } from "./inventory.tables.ts";

/** Only what sold lately is looked at: what does not sell lasts. */
export async function lowStock(
  db: Kysely<CatalogTables & InventoryTables>,
  { after, limit, ...sales }: LowStockPage,
): Promise<LowStockItem[]> {
  const beyond = after === null ? sql`` : sql`and (cover, variant_id) > (${after.cover}, ${after.variantId}::uuid)`;
  const { rows } = await sql<LowStockItem>`
    with ${lowIn(sales)}
    select offer.variant_id, offer.sku, offer.name, offer.option_names, page.free, page.sold, page.cover
    from (
      select * from low where cover < ${LOW_COVER} ${beyond} order by cover, variant_id limit ${limit}
    ) as page join catalog.offer using (variant_id)
    order by page.cover, page.variant_id`.execute(db);
  return rows;
}

/** Everywhere; as many as `most` stand for more. */
export async function countLowStock(db: Kysely<InventoryTables>, since: Date, most: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with ${lowIn({ locationId: null, since })}
    select count(*)::integer as count from (select from low where cover < ${LOW_COVER} limit ${most}) as counted`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

/** What sold since then, with how many days the rest of it lasts. */
function lowIn({ locationId, since }: Pick<LowStockPage, "locationId" | "since">) {
  const here = locationId === null ? sql`` : sql`and location_id = ${locationId}`;
  return sql`
    sold as materialized (
      select variant_id, sum(quantity)::integer as quantity from (
        select variant_id, -delta as quantity from inventory.movement
        where reason = 'shipped' and created_at >= ${since} ${here}
        union all
        select variant_id, quantity from inventory.hold where kind = 'allocated' and since >= ${since} ${here}
      ) as gone group by variant_id
    ), low as materialized (
      select sold.variant_id, sold.quantity as sold, stock.free, floor(stock.free * ${SOLD_OVER}::numeric / sold.quantity)::integer as cover
      from sold
      join catalog.variant on variant.id = sold.variant_id and variant.archived_at is null
      cross join lateral (
        select greatest(0, coalesce(sum(on_hand - reserved), 0))::integer as free
        from inventory.level join inventory.location as place on place.id = level.location_id
        where level.variant_id = sold.variant_id and place.kind = 'shelf' and not place.removed ${here}
      ) as stock
    )`;
}
