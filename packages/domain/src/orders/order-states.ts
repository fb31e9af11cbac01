import { IllegalTransition } from "./orders.errors.ts";
import type { FulfilmentState, OrderState, PaymentState } from "./order.ts";

/** Where an order stands: three states that move apart (ORD-04). */
export interface OrderStates {
  state: OrderState;
  paymentState: PaymentState;
  fulfilmentState: FulfilmentState;
}

type Moves<State extends string> = Record<State, readonly State[]>;

/** Every legal move. */
const MOVES: {
  state: Moves<OrderState>;
  paymentState: Moves<PaymentState>;
  fulfilmentState: Moves<FulfilmentState>;
} = {
  state: { placed: ["completed", "cancelled"], completed: [], cancelled: [] },
  paymentState: {
    pending: ["authorised", "paid", "failed"],
    authorised: ["paid", "failed"],
    paid: ["refunded"],
    refunded: [],
    failed: ["pending"],
  },
  fulfilmentState: { unfulfilled: ["shipped"], shipped: ["delivered"], delivered: [] },
};

/** The states after the moves. @throws IllegalTransition naming the first move the table does not have */
export function move(order: OrderStates, to: Partial<OrderStates>): OrderStates {
  if (to.state) assertMove(MOVES.state, order.state, to.state);
  if (to.paymentState) assertMove(MOVES.paymentState, order.paymentState, to.paymentState);
  if (to.fulfilmentState) assertMove(MOVES.fulfilmentState, order.fulfilmentState, to.fulfilmentState);
  return { state: order.state, paymentState: order.paymentState, fulfilmentState: order.fulfilmentState, ...to };
}

function assertMove<State extends string>(moves: Moves<State>, from: State, to: State): void {
  if (!moves[from].includes(to)) throw new IllegalTransition({ from, to });
}

/** A cancelled order does not leave the house. @throws IllegalTransition */
export function ship(order: OrderStates): OrderStates {
  if (order.state !== "placed") throw new IllegalTransition({ from: order.state, to: "shipped" });
  return move(order, { fulfilmentState: "shipped" });
}

/** Handing over completes the order; what is paid on delivery is paid now. @throws IllegalTransition */
export function deliver(order: OrderStates): OrderStates {
  const paid = order.paymentState === "paid" ? {} : { paymentState: "paid" as const };
  return move(order, { fulfilmentState: "delivered", state: "completed", ...paid });
}

/** The events of a change, in the order they are told: one for each state that moved. */
export function eventsOf(before: OrderStates, after: OrderStates): string[] {
  return (["fulfilmentState", "paymentState", "state"] as const)
    .filter((kind) => before[kind] !== after[kind])
    .map((kind) => after[kind]);
}
