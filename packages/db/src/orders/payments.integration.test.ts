import { randomUUID } from "node:crypto";
import { createTransact } from "@vitrina/db/core";
import { testDatabase } from "@vitrina/db/testing";
import { createPaymentService } from "@vitrina/domain/orders";
import { type Fault, fakePaymentProvider } from "@vitrina/domain/orders/testing";
import { afterEach, beforeAll, expect, test } from "vitest";
import { createOrdersRepository } from "./orders.repository.ts";
import { createPaymentsRepository } from "./payments.repository.ts";
import { aCart, anArticle, aPlacement, audit, openDeliveries, ordersOn } from "./testing.ts";

const database = testDatabase({ max: 20 });

beforeAll(() => openDeliveries(database.db));
afterEach(async () => {
  expect(await audit(database.db)).toEqual([]);
});

async function anOrderPaidBy(...faults: (Fault | null)[]) {
  const { db } = database;
  const provider = fakePaymentProvider(...faults);
  const { orders } = ordersOn(db);
  const userId = randomUUID();
  const { owner } = await aCart(db, [[await anArticle(db), 1]], { userId });
  const { hash } = await orders.startCheckout(owner, { country: "RU" });
  const { order } = await orders.placeOrder(owner, aPlacement(hash), "ru");
  const payments = createPaymentService({
    payments: createPaymentsRepository(db),
    transact: createTransact(db, (transaction) => ({
      payments: createPaymentsRepository(transaction),
      orders: createOrdersRepository(transaction),
    })),
    providers: { "on-delivery": provider },
    clock: () => new Date(),
  });
  return { provider, settle: () => payments.settle(order.id), see: () => orders.get(userId, order.id) };
}

test("twenty jobs settling one order at once book its payment once", async () => {
  const { provider, settle, see } = await anOrderPaidBy();

  await Promise.all(Array.from({ length: 20 }, settle));

  expect(provider.booked.size).toBe(1);
  expect((await see()).timeline.map(({ type }) => type)).toEqual(["placed", "authorised"]);
});

test("money taken before the answer was lost is found by the next try", async () => {
  const { provider, settle, see } = await anOrderPaidBy("timeout-before", "timeout-after-success");

  await expect(settle()).rejects.toThrow("timeout");
  await expect(settle()).rejects.toThrow("timeout");
  await settle();

  expect(provider.booked.size).toBe(1);
  expect(await see()).toMatchObject({ paymentState: "authorised", state: "placed" });
});

test("a provider that speaks of another amount changes nothing", async () => {
  const { settle, see } = await anOrderPaidBy("wrong-amount");

  expect(await settle()).toBe("mismatch");

  expect(await see()).toMatchObject({ paymentState: "pending", version: 1 });
});
