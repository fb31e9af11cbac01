import { move, type OrderStates } from "./order-states.ts";
import { PaymentDeclined } from "./orders.errors.ts";
import type { PaymentProvider } from "./payment.ports.ts";
import { applyNews, type Payment, type PaymentNews } from "./payment.ts";
import type { Clock, Transact } from "@vitrina/domain/core";

export interface PaymentsRepository {
  find(paymentId: string): Promise<Payment | null>;
  /** Locks the order, then the payment (lock order of every writer). */
  lock(paymentId: string): Promise<{ payment: Payment; order: OrderStates & { id: string } } | null>;
  save(payment: Payment): Promise<void>;
  saveStates(change: { orderId: string; states: OrderStates; events: string[]; at: Date }): Promise<void>;
}

interface Dependencies {
  payments: Pick<PaymentsRepository, "find">;
  transact: Transact<{ payments: PaymentsRepository }>;
  providers: Partial<Record<string, PaymentProvider>>;
  clock: Clock;
}

/** Payment of placed orders. Called after the order is committed, by a job: never inside its transaction (T-40, T-46). */
export function createPaymentService({ payments, transact, providers, clock }: Dependencies) {
  const apply = (paymentId: string, news: PaymentNews) =>
    transact(async ({ payments }) => {
      const locked = await payments.lock(paymentId);
      if (!locked) return null;
      const after = applyNews(locked.payment, news);
      if (after === null || after === "mismatch") return after;
      await payments.save(after);
      const target = ORDER_STATE_OF[after.status];
      if (target && target !== locked.order.paymentState) {
        const states = move(locked.order, { paymentState: target });
        await payments.saveStates({ orderId: locked.order.id, states, events: [target], at: clock() });
      }
      return after;
    });

  return {
    apply,

    /**
     * Brings a payment to where its provider has it: asks how it stands, authorises what was never begun. Safe to call
     * again after any failure. Returns the payment, or "mismatch" when the provider speaks of other money.
     * @throws PaymentDeclined
     */
    async settle(paymentId: string): Promise<Payment | "mismatch" | null> {
      const payment = await payments.find(paymentId);
      const provider = payment && providers[payment.provider];
      if (!payment || !provider) return null;
      const news = (await provider.find(paymentId)) ?? (await provider.authorise(payment));
      const applied = (await apply(paymentId, news)) ?? (await payments.find(paymentId));
      if (applied && applied !== "mismatch" && applied.status === "failed")
        throw new PaymentDeclined({ reason: "declined" });
      return applied;
    },
  };
}
export type PaymentService = ReturnType<typeof createPaymentService>;

const ORDER_STATE_OF = { authorised: "authorised", captured: "paid", failed: "failed" } as Partial<
  Record<Payment["status"], "authorised" | "paid" | "failed">
>;
