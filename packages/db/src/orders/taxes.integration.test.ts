import { QuoteChanged } from "@vitrina/domain/orders";
import { anAddress } from "@vitrina/domain/orders/testing";
import { testDatabase } from "@vitrina/db/testing";
import { beforeEach, expect, test } from "vitest";
import { aCart, anArticle, aPlacement, openDeliveries, ordersOn } from "./testing.ts";

const database = testDatabase();
const MINUTE = 60_000;
/** The clock of the tests stands there. */
const NOON = "2026-03-01T12:00:00Z";

beforeEach(async () => {
  await database.pool.query("truncate pricing.tax_rate, orders.delivery_method");
  await openDeliveries(database.db);
  await database.pool.query("update orders.delivery_method set countries = '{RU,US}' where code = 'courier'");
});
const tax = ({ country = "RU", region = "", percent = 0, from = "-infinity", until = "infinity", included = true }) =>
  database.pool.query(
    `insert into pricing.tax_rate (id, country, region, tax_class, rate_basis_points, included, valid_from, valid_to)
     values (gen_random_uuid(), $1, $2, 'standard', $3, $4, $5, $6)`,
    [country, region, percent * 100, included, from, until],
  );

test("the tax of the moment counts: who was quoted before it changed is shown the new one first", async () => {
  const change = new Date(Date.parse(NOON) + MINUTE).toISOString();
  await tax({ percent: 20, until: change });
  await tax({ percent: 10, from: change });
  const mug = await anArticle(database.db, { amount: 110_00 });
  const { owner } = await aCart(database.db, [[mug, 1]]);
  const { orders, pass } = ordersOn(database.db);
  const before = await orders.startCheckout(owner, { country: "RU" });
  pass(2 * MINUTE);
  const refused: unknown = await orders
    .placeOrder(owner, aPlacement(before.hash), "ru")
    .catch((error: unknown) => error);

  expect(refused).toBeInstanceOf(QuoteChanged);
  const { quote } = (refused as QuoteChanged).details;
  const { order } = await orders.placeOrder(owner, aPlacement(quote.hash), "ru");
  // Of 500 with the delivery: 20 in 120 before, 10 in 110 now.
  expect(before.totals.tax).toBe(83_33);
  expect(order.totals.tax).toBe(45_45);
});

test("a region's tax counts as soon as the address names it, and the order is placed only at that sum", async () => {
  await tax({ country: "US", percent: 0, included: false });
  await tax({ country: "US", region: "NY", percent: 10, included: false });
  const mug = await anArticle(database.db, { amount: 100_00 });
  const { owner } = await aCart(database.db, [[mug, 1]]);
  const { orders } = ordersOn(database.db);
  const unknown = await orders.startCheckout(owner, { country: "US" });
  const known = await orders.startCheckout(owner, { country: "US", region: "NY" });
  const address = anAddress({ country: "US", region: "NY", postcode: "10001", phone: "+12125552671" });

  expect([unknown.totals.tax, known.totals.tax]).toEqual([0, 49_00]);
  await expect(orders.placeOrder(owner, aPlacement(unknown.hash, { address }), "en")).rejects.toThrow(QuoteChanged);
  const { order } = await orders.placeOrder(owner, aPlacement(known.hash, { address }), "en");
  expect(order.totals).toMatchObject({ tax: 49_00, taxIncluded: false, total: 100_00 + 390_00 + 49_00 });
});
