import { expect, test } from "vitest";
import type { OrderStates } from "./order-states.ts";
import { payOnDelivery } from "./on-delivery.ts";
import { type Fault, fakePaymentProvider } from "./payment.fake.ts";
import { createPaymentService } from "./payment.service.ts";
import { applyNews, type Payment } from "./payment.ts";
import { aPayment, fakePayments } from "./testing.ts";

const placed: OrderStates = { state: "placed", paymentState: "pending", fulfilmentState: "unfulfilled" };

function tillWith(...faults: (Fault | null)[]) {
  const provider = fakePaymentProvider(...faults);
  const books = fakePayments(aPayment(), placed);
  const service = createPaymentService({
    payments: books.payments,
    transact: (work) => work(books),
    providers: { fake: provider },
    clock: () => new Date("2026-01-01T00:00:00Z"),
  });
  return { provider, books, settle: () => service.settle(aPayment().orderId) };
}

test("an answer lost after the money was taken is found again, and taken once", async () => {
  const { settle, provider, books } = tillWith("timeout-after-success");

  await expect(settle()).rejects.toThrow("timeout");
  await settle();

  expect(provider.booked.size).toBe(1);
  expect(books.state()).toMatchObject({ payment: { status: "authorised" }, order: { paymentState: "authorised" } });
});

test("settling again and again changes nothing more", async () => {
  const { settle, books } = tillWith();

  for (let round = 0; round < 5; round++) await settle();

  expect(books.state().events).toEqual(["authorised"]);
});

test("a declined payment is told, and the order waits for another", async () => {
  const { settle, books } = tillWith("decline");

  expect(await settle()).toMatchObject({ status: "failed" });

  expect(books.state().order).toMatchObject({ state: "placed", paymentState: "failed" });
});

test("news of another amount are never booked", async () => {
  const { settle, books } = tillWith("wrong-amount");

  expect(await settle()).toBe("mismatch");
  expect(books.state().order).toEqual(placed);
});

test("news in whatever order and number lead to the same end", () => {
  const { id: paymentId, amount, currency } = aPayment();
  const news = (["authorised", "captured"] as const).map((status) => ({
    paymentId,
    status,
    amount,
    currency,
    reference: "x",
  }));
  const [authorised, captured] = news as [(typeof news)[0], (typeof news)[0]];
  const schedules = [
    [authorised, captured],
    [captured, authorised],
    [captured, captured, authorised, authorised],
  ];

  for (const schedule of schedules) {
    const end = schedule.reduce<Payment>((payment, told) => {
      const after = applyNews(payment, told);
      return after && after !== "mismatch" ? after : payment;
    }, aPayment());
    expect(end.status).toBe("captured");
  }
});

test("money at the door is asked of nobody", async () => {
  expect(await payOnDelivery.authorise(aPayment())).toMatchObject({ status: "pending" });
});
