import { randomUUID } from "node:crypto";
import type pg from "pg";
import { openLane } from "./load.ts";
import { STOCK } from "./shelf.ts";
import { checkout, type Checkout, onLanes, placement } from "./shopping.ts";

const BUYERS = 200;
const UNITS = 50;

/** What must be true, and whether it is. */
export interface Check {
  name: string;
  holds: boolean;
  found: string;
}

/** T-41: 200 buyers at once for 50 units. T-44: each of the lucky clicks twice, with the same key and with another. */
export async function races(port: number, pool: pg.Pool, variantId: string): Promise<Check[]> {
  await pool.query("update inventory.level set on_hand = reserved + $2 where variant_id = $1", [variantId, UNITS]);
  const before = await state(pool, variantId);
  const statuses = new Map<number, number>();
  const lucky: Checkout[] = [];
  const note = (status: number) => void statuses.set(status, (statuses.get(status) ?? 0) + 1);
  await onLanes(port, BUYERS, async (lane) => {
    const made = await checkout(lane, variantId);
    if (!made) return note(409);
    lucky.push(made);
    note(await clickTwice(port, made));
  });
  const after = await state(pool, variantId);
  await pool.query("update inventory.level set on_hand = $2 where variant_id = $1", [variantId, STOCK]);
  const orders = after.orders - before.orders;
  const faults = [...statuses].filter(([status]) => status >= 500).length;
  return [
    {
      name: `${BUYERS} buyers at once for ${UNITS} units (T-41)`,
      holds: orders === UNITS && faults === 0 && after.left === 0,
      found: `${orders} orders, ${after.left} units left, answers ${[...statuses].map(([status, count]) => `${count} × ${status}`).join(", ")}`,
    },
    {
      name: "a double click places one order (T-44)",
      holds: orders === lucky.length,
      found: `${lucky.length * 3} clicks of ${lucky.length} shoppers, ${orders} orders`,
    },
  ];
}

/** Three clicks at once, two of them of one key. Returns the worst status above 409, or else 200 once one was placed. */
async function clickTwice(port: number, made: Checkout): Promise<number> {
  const key = randomUUID();
  const answers = await Promise.all(
    [key, key, randomUUID()].map(async (one) => {
      const lane = await openLane(port);
      const answer = await lane.ask(placement(made, one));
      lane.close();
      return answer;
    }),
  );
  const worst = Math.max(...answers.map(({ status }) => status));
  if (worst >= 500) return worst;
  return answers.some(({ status }) => status === 200) ? 200 : worst;
}

async function state(pool: pg.Pool, variantId: string) {
  const { rows } = await pool.query<{ orders: number; left: number }>(
    `select (select count(*)::int from orders.line where variant_id = $1) as orders,
       (select sum(on_hand - reserved)::int from inventory.level where variant_id = $1) as left`,
    [variantId],
  );
  return rows[0] ?? { orders: 0, left: 0 };
}
