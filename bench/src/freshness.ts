import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import type { Lane } from "./load.ts";
import { checkout, dataOf, onLanes, placement, query } from "./shopping.ts";
import { quantile } from "./statistics.ts";

/** Shoppers at once; each has products of their own. */
const LANES = 4;
/** What the list may lag behind, and how long it is looked at, in milliseconds. */
const GOAL = 2_000;
const GIVEN_UP = 30_000;
const LOOK_EVERY = 20;

interface Piece {
  productId: string;
  variantId: string;
  sku: string;
}

/** Buys the last piece so many times and asks the list until it says sold out; the worker must run. */
export async function freshness(port: number, pool: pg.Pool, times: number): Promise<{ text: string; late: number }> {
  const pieces = await piecesOf(pool);
  const lags: number[] = [];
  let begun = 0;
  await onLanes(port, LANES, async (lane, index) => {
    for (let turn = index; begun < times; turn += LANES) {
      begun++;
      const piece = pieces[turn % pieces.length];
      if (!piece) throw new Error("The shop has nothing to buy.");
      lags.push(await buyTheLast(lane, pool, piece));
      if (lags.length % 100 === 0) console.error(`  ${lags.length} of ${times} bought`);
    }
  });
  const late = lags.filter((lag) => lag > GOAL).length;
  return { text: told(lags, late), late };
}

/** From the order's answer to the list's, in milliseconds. */
async function buyTheLast(lane: Lane, pool: pg.Pool, piece: Piece): Promise<number> {
  await leaveOne(pool, piece);
  await listSays(lane, piece, true);
  const made = await checkout(lane, piece.variantId);
  if (!made) throw new Error(`${piece.sku} was gone before it was bought.`);
  const { status, text } = await lane.ask(placement(made));
  if (status !== 200) throw new Error(`orders.placeOrder: ${status} ${text}`);
  return listSays(lane, piece, false);
}

/** Asks the list until it says that the product is in stock, or is not; how long that took. */
async function listSays(lane: Lane, { productId, sku }: Piece, inStock: boolean): Promise<number> {
  const began = performance.now();
  for (;;) {
    const answer = await lane.ask(query("search.list", { q: sku, currency: "RUB" }));
    if (answer.status !== 200) throw new Error(`search.list: ${answer.status} ${answer.text.slice(0, 300)}`);
    const { rows } = dataOf<{ rows: { productId: string; availability: { inStock: boolean } }[] }>(answer);
    const lag = performance.now() - began;
    const row = rows.find((each) => each.productId === productId);
    if (row?.availability.inStock === inStock || lag > GIVEN_UP) return lag;
    await sleep(LOOK_EVERY);
  }
}

/** Products of one variant, so that its last piece is the product's. */
async function piecesOf(pool: pg.Pool): Promise<Piece[]> {
  const { rows } = await pool.query<Piece>(`
    select min(variant.product_id::text) as "productId", min(variant.id::text) as "variantId", min(sku) as sku
    from catalog.variant join catalog.product on product.id = product_id
    where source = 'bench' and product.status = 'published'
      and exists (select from pricing.price where variant_id = variant.id and currency = 'RUB')
    group by variant.product_id having count(*) = 1 order by 1`);
  return rows;
}

/** One free piece beside what is promised already. */
async function leaveOne(pool: pg.Pool, { variantId }: Piece): Promise<void> {
  await pool.query(
    `select inventory.move(jsonb_build_array(jsonb_build_object('variantId', variant_id, 'locationId', location_id,
      'delta', 1 - (on_hand - reserved))), 'counted', null, 'bench')
     from inventory.level where variant_id = $1 and on_hand - reserved <> 1`,
    [variantId],
  );
}

const told = (lags: readonly number[], late: number): string =>
  [
    `| the last piece is bought, the list says sold out | ${lags.length.toLocaleString("en")} times |`,
    "| --- | ---: |",
    `| p50, ms | ${Math.round(quantile(lags, 0.5))} |`,
    `| p95, ms | ${Math.round(quantile(lags, 0.95))} |`,
    `| at most, ms | ${Math.round(Math.max(...lags))} |`,
    `| later than ${GOAL / 1000} s | ${late} = 0 ${late === 0 ? "✓" : "✗"} |`,
  ].join("\n");
