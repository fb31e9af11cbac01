import { randomUUID } from "node:crypto";
import { NotFound, StaleVersion } from "@vitrina/domain/core";
import { IllegalTransition } from "@vitrina/domain/orders";
import { anAddress } from "@vitrina/domain/orders/testing";
import type { Database } from "@vitrina/db";
import { testDatabase } from "@vitrina/db/testing";
import { type Kysely, sql } from "kysely";
import { afterEach, beforeAll, expect, test } from "vitest";
import { createOrdersReader } from "./orders.repository.ts";
import { aCart, anArticle, aPlacement, audit, type Goods, openDeliveries, ordersOn } from "./testing.ts";

const database = testDatabase({ max: 20 });
const shop = () => ordersOn(database.db).orders;
const actor = randomUUID();

beforeAll(() => openDeliveries(database.db));
afterEach(async () => {
  expect(await audit(database.db)).toEqual([]);
});

async function anOrder({
  userId = randomUUID(),
  goods,
  email,
}: { userId?: string | null; goods?: Goods; email?: string } = {}) {
  const article = goods ?? (await anArticle(database.db));
  const { owner } = await aCart(database.db, [[article, 2]], { userId });
  const { orders, pass } = ordersOn(database.db);
  pass(placed++ * 1000);
  const { hash } = await orders.startCheckout(owner, { country: "RU" });
  return orders.placeOrder(owner, aPlacement(hash, email ? { email } : {}), "ru");
}
let placed = 0;

test("an order is shipped and delivered, and every step is told to the buyer", async () => {
  const mug = await anArticle(database.db, { stock: 10 });
  const { order } = await anOrder({ goods: mug });

  const shipped = await shop().admin.markShipped({ id: order.id, version: 1, actor });
  const delivered = await shop().admin.markDelivered({ id: order.id, version: 2, actor });

  expect(shipped).toMatchObject({ fulfilmentState: "shipped", paymentState: "pending", state: "placed", version: 2 });
  expect(delivered).toMatchObject({
    fulfilmentState: "delivered",
    paymentState: "paid",
    state: "completed",
    version: 3,
  });
  expect(delivered.timeline.map(({ type }) => type)).toEqual(["placed", "shipped", "delivered", "paid", "completed"]);
  const { rows } = await database.pool.query(
    "select topic from core.outbox where payload ->> 'orderId' = $1 order by id",
    [order.id],
  );
  expect(rows.map(({ topic }) => topic)).toEqual(["orders.placed", "orders.shipped", "orders.delivered"]);
});

test("what is shipped leaves the shelf, with a movement to show for it", async () => {
  const mug = await anArticle(database.db, { stock: 10 });
  const { order } = await anOrder({ goods: mug });

  await shop().admin.markShipped({ id: order.id, version: 1, actor });

  const { rows } = await database.pool.query("select on_hand, reserved from inventory.level where variant_id = $1", [
    mug.variantId,
  ]);
  expect(rows).toEqual([{ on_hand: 8, reserved: 0 }]);
  const { rows: movements } = await database.pool.query(
    "select delta, reference from inventory.movement where variant_id = $1 and reason = 'shipped'",
    [mug.variantId],
  );
  expect(movements).toEqual([{ delta: -2, reference: order.number }]);
});

test("of two shopkeepers who ship one order at once, one does and the other is told it changed", async () => {
  const { order } = await anOrder();

  const outcomes = await Promise.allSettled(
    Array.from({ length: 10 }, () => shop().admin.markShipped({ id: order.id, version: 1, actor })),
  );

  const refusals = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason as unknown] : []));
  expect(refusals).toHaveLength(9);
  expect(refusals.every((refusal) => refusal instanceof StaleVersion)).toBe(true);
});

test("an order is not delivered before it is shipped, nor shipped twice", async () => {
  const { order } = await anOrder();

  await expect(shop().admin.markDelivered({ id: order.id, version: 1, actor })).rejects.toThrow(IllegalTransition);
  await shop().admin.markShipped({ id: order.id, version: 1, actor });
  await expect(shop().admin.markShipped({ id: order.id, version: 2, actor })).rejects.toThrow(IllegalTransition);
  await expect(shop().admin.markShipped({ id: randomUUID(), version: 1, actor })).rejects.toThrow(NotFound);
});

test("a shopper sees their own orders, the newest first, and nobody else's", async () => {
  const [anna, boris] = [randomUUID(), randomUUID()];
  const orders = [];
  for (let count = 0; count < 23; count++) orders.push((await anOrder({ userId: anna })).order);
  const stranger = (await anOrder({ userId: boris })).order;

  const first = await shop().list(anna, {});
  const second = await shop().list(anna, { cursor: first.nextCursor ?? undefined });

  const seen = [...first.orders, ...second.orders];
  expect(seen.map(({ number }) => number)).toEqual(orders.map(({ number }) => number).toReversed());
  expect(second.nextCursor).toBeNull();
  expect(seen[0]).toMatchObject({ itemCount: 2, total: { amount: 339_000, currency: "RUB" } });
  await expect(shop().get(anna, stranger.id)).rejects.toThrow(NotFound);
  await expect(shop().get(anna, randomUUID())).rejects.toThrow(NotFound);
});

test("the order stays as it was bought when the product changes and goes", async () => {
  const mug = await anArticle(database.db);
  const userId = randomUUID();
  const { order } = await anOrder({ userId, goods: mug });
  await database.pool.query(`update catalog.product set name = '{"ru": "Другое"}', status = 'archived' where id = $1`, [
    mug.productId,
  ]);

  const later = await shop().get(userId, order.id);

  expect(later).toEqual({ ...order, lines: order.lines.map((line) => ({ ...line, slug: null })) });
});

test("the work list finds an order by number, by the beginning of the address, by SKU and by state", async () => {
  const mug = await anArticle(database.db);
  const { order } = await anOrder({ goods: mug, email: "petra_100%@example.com" });
  const numbers = async (query: { q?: string; fulfilment?: "shipped" }) =>
    (await shop().admin.list(query)).orders.map(({ number }) => number);

  expect(await numbers({ q: order.number })).toEqual([order.number]);
  expect(await numbers({ q: "PETRA_100%" })).toEqual([order.number]);
  expect(await numbers({ q: order.lines[0]?.sku ?? "" })).toEqual([order.number]);
  expect(await numbers({ q: "%" })).toEqual([]);
  expect(await numbers({ q: order.number, fulfilment: "shipped" })).toEqual([]);
});

test("orders to pack are counted and listed: neither those that have left nor those that were cancelled", async () => {
  const before = await shop().admin.waiting();
  const [open, left, cancelled] = [await anOrder(), await anOrder(), await anOrder()];
  await shop().admin.markShipped({ id: left.order.id, version: 1, actor });
  const { rows } = await database.pool.query("select cart_id from orders.order where id = $1", [cancelled.order.id]);
  await database.pool.query("update orders.order set state = 'cancelled' where id = $1", [cancelled.order.id]);
  await database.pool.query("select inventory.release($1)", [rows[0].cart_id]);

  expect((await shop().admin.waiting()).toShip).toBe(before.toShip + 1);
  const { orders } = await shop().admin.list({ fulfilment: "unfulfilled" });
  const numbers = orders.map(({ number }) => number);
  expect(numbers).toContain(open.order.number);
  expect(numbers).not.toContain(cancelled.order.number);
});

test("an order that was cancelled after it had left is still among those that have left", async () => {
  const { order } = await anOrder();
  await shop().admin.markShipped({ id: order.id, version: 1, actor });
  await database.pool.query("update orders.order set state = 'cancelled' where id = $1", [order.id]);

  const { orders } = await shop().admin.list({ fulfilment: "shipped" });

  expect(orders.map(({ number }) => number)).toContain(order.number);
});

test("orders to pack are counted and listed without a look at those that have left", async () => {
  await database.db.transaction().execute(async (db: Kysely<Database>) => {
    await sql`set local plan_cache_mode = force_generic_plan`.execute(db);
    await sql`set local enable_seqscan = off`.execute(db);
    const looks = async () => {
      const { rows } = await sql<{ looks: number }>`
        select pg_stat_get_xact_numscans('orders.order_to_ship'::regclass) as looks`.execute(db);
      return Number(rows[0]?.looks);
    };
    const page = { after: null, limit: 10, fulfilment: "unfulfilled", q: undefined } as const;

    const before = await looks();
    await createOrdersReader(db).worklist(page);
    expect(await looks()).toBe(before + 1);
    await createOrdersReader(db).countToShip(100);
    expect(await looks()).toBe(before + 2);
  });
});

test("the next checkout knows the last address, and a guest's never becomes anyone's", async () => {
  const userId = randomUUID();
  await anOrder({ userId: null });
  expect(await shop().lastAddress(userId)).toBeNull();

  await anOrder({ userId });

  expect(await shop().lastAddress(userId)).toEqual(anAddress());
});

test("a product counts as bought once it is delivered to this person", async () => {
  const mug = await anArticle(database.db);
  const userId = randomUUID();
  const { order } = await anOrder({ userId, goods: mug });
  expect(await shop().purchased(userId, mug.productId)).toBeNull();

  await shop().admin.markShipped({ id: order.id, version: 1, actor });
  await shop().admin.markDelivered({ id: order.id, version: 2, actor });

  expect(await shop().purchased(userId, mug.productId)).toEqual({ orderId: order.id });
  expect(await shop().purchased(randomUUID(), mug.productId)).toBeNull();
});

test.each([
  ["a negative quantity", "update orders.line set quantity = -1"],
  ["a quantity of a thousand", "update orders.line set quantity = 1000"],
  ["a total that is not the sum", "update orders.order set total_amount = total_amount - 1"],
  [
    "a second live payment",
    "insert into orders.payment select gen_random_uuid(), order_id, currency, provider, provider_ref, state, amount, created_at from orders.payment limit 1",
  ],
  ["a payment in another currency", "update orders.payment set currency = 'USD'"],
])("the database itself refuses %s", async (_, statement) => {
  await anOrder();

  await expect(database.pool.query(statement)).rejects.toMatchObject({ code: expect.stringMatching(/^23/) });
});
