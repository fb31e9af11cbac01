import type pg from "pg";
import type { Goods } from "@vitrina/oracle";

/** So many products at a time. */
const MANY = 20;

const STOCK = `
  select inventory.move((
    select jsonb_agg(jsonb_build_object('variantId', variant.id, 'locationId', level.location_id, 'onHand', (random() * 12)::int))
    from catalog.variant join inventory.level on level.variant_id = variant.id where product_id = any($1)
  ), 'imported', 'bench', 'bench')`;
const PRICE = `
  update pricing.price set amount = greatest(100, (amount * (0.7 + 0.6 * random()))::bigint), compare_at = null
  where variant_id in (select id from catalog.variant where product_id = any($1)) and valid_to = 'infinity'`;
const PUBLICATION = `
  update catalog.product set status = case status when 'published' then 'draft' else 'published' end, version = version + 1, updated_at = now()
  where id = any($1)`;

/** Counts stock, sets prices, publishes and takes back, all at once, until it is stopped. Returns how many changes there were. */
export function startWriters(pool: pg.Pool, goods: readonly Goods[]): { stop(): Promise<number> } {
  let stopped = false;
  let changes = 0;
  const drawn = () => Array.from({ length: MANY }, () => goods[Math.floor(Math.random() * goods.length)]?.id ?? "");
  const writer = async (text: string) => {
    while (!stopped) {
      await pool.query(text, [[...new Set(drawn())]]);
      changes += MANY;
    }
  };
  const writers = [STOCK, PRICE, PUBLICATION].map(writer);
  return {
    async stop() {
      stopped = true;
      await Promise.all(writers);
      return changes;
    },
  };
}
