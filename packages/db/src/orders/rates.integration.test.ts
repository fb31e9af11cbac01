import { randomUUID } from "node:crypto";
import { RateStale } from "@vitrina/domain/pricing";
import { testDatabase } from "@vitrina/db/testing";
import { beforeAll, expect, test } from "vitest";
import { type Goods, aCart, anArticle, aPlacement, openDeliveries, ordersOn } from "./testing.ts";

const database = testDatabase();
const MINUTE = 60_000;
const RUSSIA = { country: "RU" };
/** The clock of the tests stands there. */
const NOON = "2026-03-01T12:00:00Z";
const rateId = randomUUID();

beforeAll(async () => {
  await openDeliveries(database.db);
  await database.pool.query(
    "insert into pricing.rate (id, currency, base, unit_cost, ending, hold_days, valid_from) values ($1, 'RUB', 'EUR', 10000, 'whole', 7, $2::timestamptz - interval '7 days' + interval '1 minute')",
    [rateId, NOON],
  );
});
const converted = async (goods: Goods) => {
  await database.pool.query("update pricing.price set rate_id = $1 where variant_id = $2", [rateId, goods.variantId]);
  return goods;
};

test("an order keeps the rate by which its lines were converted, and only those", async () => {
  const [mug, bowl] = [await converted(await anArticle(database.db)), await anArticle(database.db)];
  const { owner } = await aCart(database.db, [
    [mug, 1],
    [bowl, 1],
  ]);
  const { orders } = ordersOn(database.db);
  const quote = await orders.startCheckout(owner, RUSSIA);
  const { order, token } = await orders.placeOrder(owner, aPlacement(quote.hash), "ru");

  expect(order.rates).toEqual([{ base: "EUR", unitCost: 10_000, ending: "whole", variantIds: [mug.variantId] }]);
  expect(await orders.getByToken(token)).toEqual(order);
});

test("a price that a forgotten rate made is not sold: neither quoted nor ordered on an older quote", async () => {
  const mug = await converted(await anArticle(database.db));
  const { owner } = await aCart(database.db, [[mug, 1]]);
  const { orders, pass } = ordersOn(database.db);
  const quote = await orders.startCheckout(owner, RUSSIA);
  pass(2 * MINUTE);
  const refused = orders.startCheckout(owner, RUSSIA);

  await expect(refused).rejects.toThrow(RateStale);
  await expect(refused).rejects.toMatchObject({ details: { currency: "RUB", variantIds: [mug.variantId] } });
  await expect(orders.placeOrder(owner, aPlacement(quote.hash), "ru")).rejects.toThrow(RateStale);
  const { rows } = await database.pool.query("select from orders.line where variant_id = $1", [mug.variantId]);
  expect(rows).toEqual([]);
});
