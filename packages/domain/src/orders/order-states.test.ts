import { expect, test } from "vitest";
import { deliver, eventsOf, move, type OrderStates, ship } from "./order-states.ts";
import { IllegalTransition } from "./orders.errors.ts";

const placed: OrderStates = { state: "placed", paymentState: "pending", fulfilmentState: "unfulfilled" };

test("an order on delivery is shipped, then handed over, paid and completed", () => {
  const shipped = ship(placed);
  const delivered = deliver(shipped);

  expect(shipped).toEqual({ ...placed, fulfilmentState: "shipped" });
  expect(delivered).toEqual({ state: "completed", paymentState: "paid", fulfilmentState: "delivered" });
});

test("every move is told as an event", () => {
  const shipped = ship(placed);

  expect(eventsOf(placed, shipped)).toEqual(["shipped"]);
  expect(eventsOf(shipped, deliver(shipped))).toEqual(["delivered", "paid", "completed"]);
});

test("an order is not shipped twice, and not delivered before it is shipped", () => {
  const shipped = ship(placed);

  expect(() => ship(shipped)).toThrow(IllegalTransition);
  expect(() => deliver(placed)).toThrow(IllegalTransition);
  expect(() => deliver(deliver(shipped))).toThrow(IllegalTransition);
});

test("a cancelled order neither ships nor comes back", () => {
  const cancelled = move(placed, { state: "cancelled" });

  expect(() => ship(cancelled)).toThrow(IllegalTransition);
  expect(() => move(cancelled, { state: "placed" })).toThrow(IllegalTransition);
});
