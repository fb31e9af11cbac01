import { expect, test } from "vitest";
import { createDeliveryService } from "./delivery.service.ts";
import { calendarIn, deliveryOptions } from "./delivery.ts";
import { aDeliveryMethod } from "./testing.ts";

const order = { currency: "RUB", goods: 100_000, today: "2026-02-26" } as const;

test("a delivery is promised with its first and last day", () => {
  const [option] = deliveryOptions([aDeliveryMethod({ minDays: 1, maxDays: 3 })], order);

  expect(option).toMatchObject({ amount: 39_000, from: "2026-02-27", to: "2026-03-01" });
});

test("delivery is free from the announced amount on", () => {
  const methods = [aDeliveryMethod({ freeFrom: { RUB: 100_000 } })];

  expect(deliveryOptions(methods, order)[0]?.amount).toBe(0);
  expect(deliveryOptions(methods, { ...order, goods: 99_999 })[0]?.amount).toBe(39_000);
});

test("a method without a price in the currency is not offered", () => {
  expect(deliveryOptions([aDeliveryMethod()], { ...order, currency: "USD" })).toEqual([]);
});

test("the day is the shop's day, not the server's", () => {
  expect(calendarIn("Europe/Moscow")(new Date("2026-03-01T22:30:00Z"))).toBe("2026-03-02");
  expect(calendarIn("America/New_York")(new Date("2026-03-01T22:30:00Z"))).toBe("2026-03-01");
});

test("a product's page announces the price, the threshold and the days of an order of now", async () => {
  const methods = [aDeliveryMethod({ minDays: 1, maxDays: 3, freeFrom: { RUB: 100_000 } })];
  const service = createDeliveryService({
    methodsOf: async () => methods,
    clock: () => new Date("2026-02-26T21:30:00Z"),
    timeZone: "Europe/Moscow",
  });

  expect(await service.offers("RUB")).toMatchObject([
    { amount: 39_000, freeFrom: 100_000, from: "2026-02-28", to: "2026-03-02" },
  ]);
  expect(await service.offers("USD")).toEqual([]);
});
