// oxlint-disable-next-line no-restricted-imports -- the books of two rooms side by side, which the builder cannot say
import { sql } from "kysely";
import type { AllocationBooks, AllocationsRepository, FoundMisallocation, Misallocation } from "@vitrina/domain/orders";
import type { OrdersDatabase } from "./order-rows.ts";

/** Holders that one statement looks at. */
const PART = 5_000;
/** Before every holder. */
const FIRST = "00000000-0000-0000-0000-000000000000";

export const createAllocationsRepository = (db: OrdersDatabase, { part = PART } = {}): AllocationsRepository => ({
  async list(limit) {
    const { rows } = await sql<Misallocation & { foundAt: Date }>`
      select found.holder_id, found.variant_id, expected, allocated, places, found.found_at,
        coalesce(
          (select sku from orders.line where line.order_id = placed.id and line.variant_id = found.variant_id order by position limit 1),
          (select sku from catalog.offer where offer.variant_id = found.variant_id), '') as sku,
        case when placed.id is not null then json_build_object(
          'id', placed.id, 'number', placed.number, 'state', placed.state, 'fulfilmentState', placed.fulfilment_state) end as "order"
      from orders.misallocation as found cross join lateral ${booksOf(sql`found`)} as books
      left join orders.order as placed on placed.cart_id = found.holder_id
      where expected <> allocated
      order by found.found_at, found.holder_id, found.variant_id limit ${limit}`.execute(db);
    return rows.map(({ foundAt, ...row }) => ({ ...row, foundAt: foundAt.toISOString() }));
  },

  /** What was known when it looked is not new, though somebody sets it right meanwhile. */
  async check(after, now) {
    const last = await lastOfPart(db, after ?? FIRST, part);
    if (last === null) return { found: [], last };
    const within = sql`holder_id > ${after ?? FIRST} and holder_id <= ${last}`;
    const { rows: found } = await sql<FoundMisallocation>`
      with wrong as materialized (
        select holder_id, variant_id from (
          select holder_id, variant_id, quantity from orders.to_ship where ${within}
          union all select holder_id, variant_id, -quantity from inventory.allocation where ${within}
        ) as side group by 1, 2 having sum(quantity) <> 0
      ), righted as (
        delete from orders.misallocation where ${within}
          and (holder_id, variant_id) not in (select holder_id, variant_id from wrong)
      ), kept as (
        insert into orders.misallocation (holder_id, variant_id, found_at)
        select holder_id, variant_id, ${now} from wrong
        where (holder_id, variant_id) not in (select holder_id, variant_id from orders.misallocation where ${within})
        order by holder_id, variant_id
        on conflict do nothing returning holder_id, variant_id
      )
      select kept.holder_id, kept.variant_id, placed.number
      from kept left join orders.order as placed on placed.cart_id = kept.holder_id
      order by 1, 2`.execute(db);
    return { found, last };
  },

  async lockBooks({ holderId, variantId }) {
    const { rows: found } = await sql`
      select from orders.misallocation where holder_id = ${holderId} and variant_id = ${variantId} for update`.execute(
      db,
    );
    if (found.length === 0) return null;
    const { rows: placed } = await sql<{ id: string }>`
      select id from orders.order where cart_id = ${holderId} for no key update`.execute(db);
    await sql`select inventory.lock_holder(${holderId})`.execute(db);
    const { rows } = await sql<Pick<AllocationBooks, "expected" | "allocated">>`
      select expected, allocated
      from (select ${holderId}::uuid as holder_id, ${variantId}::uuid as variant_id) as found
      cross join lateral ${booksOf(sql`found`)} as books`.execute(db);
    return rows[0] ? { ...rows[0], orderId: placed[0]?.id ?? null } : null;
  },

  async forget({ holderId, variantId }) {
    await db
      .deleteFrom("orders.misallocation")
      .where("holderId", "=", holderId)
      .where("variantId", "=", variantId)
      .execute();
  },
});

/** The last of so many holders after that one, of those that have or need goods, or were found; null: there are no more. */
async function lastOfPart(db: OrdersDatabase, after: string, part: number): Promise<string | null> {
  const { rows } = await sql<{ holderId: string }>`
    select holder_id from (
      (select cart_id as holder_id from orders.order
        where state = 'placed' and fulfilment_state = 'unfulfilled' and cart_id > ${after} order by 1 limit ${part})
      union (select distinct holder_id from inventory.allocation where holder_id > ${after} order by 1 limit ${part})
      union (select distinct holder_id from orders.misallocation where holder_id > ${after} order by 1 limit ${part})
      order by 1 limit ${part}
    ) as holder order by 1 desc limit 1`.execute(db);
  return rows[0]?.holderId ?? null;
}

/** What an open order has still to send of an article, and what is set aside for it. */
const booksOf = (found: ReturnType<typeof sql>) => sql`(
  select
    coalesce((select quantity from orders.to_ship
      where to_ship.holder_id = ${found}.holder_id and to_ship.variant_id = ${found}.variant_id), 0) as expected,
    coalesce(sum(quantity), 0)::integer as allocated,
    coalesce(json_agg(json_build_object('locationId', location_id, 'quantity', quantity) order by location_id), '[]') as places
  from inventory.allocation where allocation.holder_id = ${found}.holder_id and allocation.variant_id = ${found}.variant_id)`;
