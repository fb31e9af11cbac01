import { randomUUID } from "node:crypto";
import { testDatabase } from "@vitrina/db/testing";
import { SplitNotAllowed } from "@vitrina/domain/inventory";
import { QuoteChanged } from "@vitrina/domain/orders";
import { afterEach, beforeAll, expect, test } from "vitest";
import { aCart, anArticle, aPlacement, audit, type Goods, openDeliveries, ordersOn } from "./testing.ts";

const database = testDatabase();
const shop = () => ordersOn(database.db);
const EXPECTED = "2026-04-15";

beforeAll(() => openDeliveries(database.db));
afterEach(async () => {
  expect(await audit(database.db)).toEqual([]);
});

async function aPlace(priority: number, countries: string[], stock: [Goods, number][]): Promise<string> {
  const id = randomUUID();
  const name = JSON.stringify({ ru: "Место", en: "Place" });
  await database.db
    .insertInto("inventory.location")
    .values({ id, code: `p-${id}`, name, priority, countries })
    .execute();
  const receipts = stock.map(([{ variantId }, quantity]) => ({ variantId, locationId: id, quantity }));
  await shop().inventory.receive(receipts, { actor: "test", reference: null });
  return id;
}

const placesOf = async (cartId: string) => {
  const holds = await database.db
    .selectFrom("inventory.hold")
    .select(["locationId", "kind"])
    .where("holderId", "=", cartId)
    .execute();
  return holds.map(({ locationId, kind }) => `${kind} ${locationId}`);
};

test("an order whose hold has run out is still sent from a place that serves its country", async () => {
  const mug = await anArticle(database.db, { stock: 0 });
  await aPlace(1, ["DE"], [[mug, 5]]);
  const russian = await aPlace(9, ["RU"], [[mug, 5]]);
  const { owner, cartId } = await aCart(database.db, [[mug, 1]]);
  const { orders, inventory } = shop();
  const { hash } = await orders.startCheckout(owner, { country: "RU" });
  await inventory.releaseExpired(new Date("2126-01-01T00:00:00Z"), 100);

  await orders.placeOrder(owner, aPlacement(hash), "ru");

  expect(await placesOf(cartId)).toEqual([`allocated ${russian}`]);
});

test("who wants one parcel is told what is short where, and gets it in one once it lies together", async () => {
  const [mug, plate] = [await anArticle(database.db, { stock: 0 }), await anArticle(database.db, { stock: 0 })];
  const near = await aPlace(1, [], [[mug, 3]]);
  await aPlace(2, [], [[plate, 1]]);
  const { owner, cartId } = await aCart(database.db, [
    [mug, 2],
    [plate, 1],
  ]);
  const { orders, inventory } = shop();
  const wish = { country: "RU", together: true };

  const split = await orders.startCheckout(owner, { country: "RU" });
  expect(split.parcels).toBe(2);
  await expect(orders.startCheckout(owner, wish)).rejects.toMatchObject({
    constructor: SplitNotAllowed,
    details: { locationId: near, shortages: [{ variantId: plate.variantId, wanted: 1, left: 0 }] },
  });
  await expect(orders.placeOrder(owner, aPlacement(split.hash, { together: true }), "ru")).rejects.toThrow(
    QuoteChanged,
  );

  const arrived = [{ variantId: plate.variantId, locationId: near, quantity: 1 }];
  await inventory.receive(arrived, { actor: "test", reference: null });
  const whole = await orders.startCheckout(owner, wish);
  expect(whole.parcels).toBe(1);
  await orders.placeOrder(owner, aPlacement(whole.hash, { together: true }), "ru");
  expect(new Set(await placesOf(cartId))).toEqual(new Set([`allocated ${near}`]));
});

test("an order for one parcel that lost its hold is refused rather than split", async () => {
  const [mug, plate] = [await anArticle(database.db, { stock: 0 }), await anArticle(database.db, { stock: 0 })];
  const whole = await aPlace(
    1,
    [],
    [
      [mug, 1],
      [plate, 1],
    ],
  );
  await aPlace(2, [], [[plate, 1]]);
  const { owner } = await aCart(database.db, [
    [mug, 1],
    [plate, 1],
  ]);
  const { orders, inventory } = shop();
  const { hash } = await orders.startCheckout(owner, { country: "RU", together: true });
  await inventory.releaseExpired(new Date("2126-01-01T00:00:00Z"), 100);
  const elsewhere = await inventory.hold(randomUUID(), [{ variantId: plate.variantId, quantity: 1 }], {
    until: new Date("2126-01-01T00:00:00Z"),
    now: new Date(),
  });
  expect(elsewhere.parcels).toBe(1);

  await expect(orders.placeOrder(owner, aPlacement(hash, { together: true }), "ru")).rejects.toMatchObject({
    constructor: SplitNotAllowed,
    details: { locationId: whole, shortages: [{ variantId: plate.variantId, wanted: 1, left: 0 }] },
  });
  await inventory.releaseExpired(new Date("2127-01-01T00:00:00Z"), 100);
});

test("the day a back-order is expected is agreed to in the quote and stays with the order", async () => {
  const mug = await anArticle(database.db, { stock: 1 });
  await database.db
    .insertInto("inventory.policy")
    .values({ variantId: mug.variantId, mode: "limit", most: 5, expectedOn: EXPECTED })
    .execute();
  await database.pool.query(
    "insert into inventory.level (variant_id, location_id, on_hand) values ($1, inventory.promise_place(), 1000000)",
    [mug.variantId],
  );
  const { owner } = await aCart(database.db, [[mug, 3]]);
  const { orders } = shop();
  const first = await orders.startCheckout(owner, { country: "RU" });
  expect(first.backOrders).toMatchObject([{ variantId: mug.variantId, quantity: 2, expectedOn: EXPECTED }]);
  const again = await orders.startCheckout(owner, { country: "RU" });
  expect(again.hash).toBe(first.hash);

  const { order, token } = await orders.placeOrder(owner, aPlacement(again.hash), "ru");

  expect(order.lines).toMatchObject([{ quantity: 3, backOrder: { quantity: 2, expectedOn: EXPECTED } }]);
  expect(await orders.getByToken(token)).toEqual(order);
});
