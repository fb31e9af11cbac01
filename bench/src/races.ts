import { randomUUID } from "node:crypto";
import type pg from "pg";
import { type Answer, openLane } from "./load.ts";
import { STOCK } from "./shelf.ts";
import { addItem, checkout, mutation, onLanes, placement, secretOf } from "./shopping.ts";

const BUYERS = 200;
const UNITS = 50;
const CLICKS = 50;
const REPEATS = { additions: 20, units: 5 };
const WRONG_QUANTITIES = [0, -1, 0.5, 1000, 1e10, 2 ** 31, 2 ** 53, "1", true, null];

/** What must be true, and whether it is. */
export interface Check {
  name: string;
  holds: boolean;
  found: string;
}

/** What no load may break: T-41, T-42, T-44 and T-55 of the reliability plan. The goods must be sold by nobody else meanwhile. */
export async function races(port: number, pool: pg.Pool, variantId: string): Promise<Check[]> {
  return [
    await rush(port, pool, variantId),
    await repeats(port, pool, variantId),
    await impatience(port, pool, variantId),
    await wrongQuantities(port, variantId),
  ];
}

/** Everybody goes from the empty cart to the order at once. */
async function rush(port: number, pool: pg.Pool, variantId: string): Promise<Check> {
  await setFree(pool, variantId, UNITS);
  const before = await state(pool, variantId);
  const statuses: number[] = [];
  await onLanes(port, BUYERS, async (lane) => {
    const made = await checkout(lane, variantId);
    statuses.push(made ? (await lane.ask(placement(made))).status : 409);
  });
  const { orders, left } = await state(pool, variantId);
  await setFree(pool, variantId, STOCK);
  return {
    name: `${BUYERS} buyers at once for ${UNITS} units (T-41)`,
    holds: orders - before.orders === UNITS && left === 0 && statuses.every((status) => status < 500),
    found: `${orders - before.orders} orders, ${left} units left, answers ${tally(statuses)}`,
  };
}

/** One cart, one article, one piece at a time: however often it is added, the cart demands what there is. */
async function repeats(port: number, pool: pg.Pool, variantId: string): Promise<Check> {
  const { additions, units } = REPEATS;
  await setFree(pool, variantId, units);
  const lane = await openLane(port);
  const first = await lane.ask(addItem(variantId, null));
  const secret = secretOf(first);
  const statuses: number[] = [first.status];
  await onLanes(port, additions - 1, async (one) => {
    statuses.push((await one.ask(addItem(variantId, secret))).status);
  });
  const quoted = await lane.ask(mutation("orders.startCheckout", { country: "RU" }, { "x-cart-secret": secret }));
  lane.close();
  const { left } = await state(pool, variantId);
  await setFree(pool, variantId, STOCK);
  const added = statuses.filter((status) => status === 200).length;
  return {
    name: `${additions} additions at once to one cart of ${units} units (T-42)`,
    holds: added === units && quoted.status === 200 && left === 0 && statuses.every((status) => status < 500),
    found: `${added} added, checkout ${quoted.status}, ${left} units left, answers ${tally(statuses)}`,
  };
}

/** One cart, fifty clicks: half of them repeat one key, the others have one each. */
async function impatience(port: number, pool: pg.Pool, variantId: string): Promise<Check> {
  const before = await state(pool, variantId);
  const lane = await openLane(port);
  const made = await checkout(lane, variantId);
  lane.close();
  if (!made) throw new Error("There is nothing to click on.");
  const key = randomUUID();
  const answers: Answer[] = [];
  await onLanes(port, CLICKS, async (one, index) => {
    answers.push(await one.ask(placement(made, index % 2 ? key : randomUUID())));
  });
  const { orders } = await state(pool, variantId);
  const numbers = new Set(answers.flatMap(({ text }) => /"number":"(\d+)"/.exec(text)?.[1] ?? []));
  return {
    name: `${CLICKS} clicks at once on one cart (T-44)`,
    holds: orders - before.orders === 1 && numbers.size === 1 && answers.every(({ status }) => status < 500),
    found: `${orders - before.orders} order, ${numbers.size} number, answers ${tally(answers.map(({ status }) => status))}`,
  };
}

async function wrongQuantities(port: number, variantId: string): Promise<Check> {
  const lane = await openLane(port);
  const statuses: number[] = [];
  for (const quantity of WRONG_QUANTITIES) {
    const { status } = await lane.ask(mutation("cart.addItem", { variantId, quantity, currency: "RUB" }, {}));
    statuses.push(status);
  }
  lane.close();
  return {
    name: "no such quantity (T-55)",
    holds: statuses.every((status) => status === 400),
    found: `${WRONG_QUANTITIES.map((quantity) => JSON.stringify(quantity)).join(", ")}: ${tally(statuses)}`,
  };
}

const tally = (statuses: number[]) =>
  [...Map.groupBy(statuses, (status) => status)].map(([status, { length }]) => `${length} × ${status}`).join(", ");

const setFree = (pool: pg.Pool, variantId: string, units: number) =>
  pool.query("update inventory.level set on_hand = reserved + $2 where variant_id = $1", [variantId, units]);

async function state(pool: pg.Pool, variantId: string) {
  const { rows } = await pool.query<{ orders: number; left: number }>(
    `select (select count(*)::int from orders.line where variant_id = $1) as orders,
       (select sum(on_hand - reserved)::int from inventory.level where variant_id = $1) as left`,
    [variantId],
  );
  return rows[0] ?? { orders: 0, left: 0 };
}
