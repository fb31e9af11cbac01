import type { Clock, Transact } from "@vitrina/domain/core";
import { move, type OrderStates } from "./order-states.ts";
import type { PaymentState } from "./order.ts";
import type { OrdersRepository } from "./orders.repository.ts";
import type { PaymentProvider } from "./payment.ports.ts";
import { applyNews, type Payment, type PaymentNews, type PaymentStatus } from "./payment.ts";

export interface PaymentsRepository {
  /** The one payment of an order that is not failed or voided. */
  findLive(orderId: string): Promise<Payment | null>;
  /** Locks the order, then the payment (lock order of every writer). */
  lock(paymentId: string): Promise<{ payment: Payment; order: OrderStates } | null>;
  save(payment: Payment): Promise<void>;
}

interface Dependencies {
  payments: Pick<PaymentsRepository, "findLive">;
  transact: Transact<{ payments: PaymentsRepository; orders: Pick<OrdersRepository, "saveMove"> }>;
  /** By the way of payment. */
  providers: Partial<Record<string, PaymentProvider>>;
  clock: Clock;
}

/** Payment of placed orders, by a job after the order is committed: no provider is asked inside a transaction (T-40, T-46). */
export function createPaymentService({ payments, transact, providers, clock }: Dependencies) {
  /** Writes down what a provider tells; news that tell nothing new change nothing. */
  const apply = (news: PaymentNews) =>
    transact(async ({ payments, orders }) => {
      const locked = await payments.lock(news.paymentId);
      if (!locked) return null;
      const after = applyNews(locked.payment, news);
      if (after === null || after === "mismatch") return after;
      await payments.save(after);
      const paymentState = ORDER_STATE_OF[after.status];
      if (paymentState && paymentState !== locked.order.paymentState) {
        const states = move(locked.order, { paymentState });
        await orders.saveMove({
          orderId: after.orderId,
          states,
          events: [paymentState],
          actor: after.provider,
          at: clock(),
        });
      }
      return after;
    });

  return {
    apply,

    /**
     * Brings the payment of an order to where its provider has it: asks how it stands, authorises what was never begun.
     * Safe to call again after any failure. "mismatch" when the provider speaks of other money: nothing is booked.
     */
    async settle(orderId: string): Promise<Payment | "mismatch" | null> {
      const payment = await payments.findLive(orderId);
      const provider = payment && providers[payment.provider];
      if (!payment || !provider) return null;
      const news = (await provider.find(payment.id)) ?? (await provider.authorise(payment));
      return (await apply(news)) ?? payment;
    },
  };
}
export type PaymentService = ReturnType<typeof createPaymentService>;

const ORDER_STATE_OF: Partial<Record<PaymentStatus, PaymentState>> = {
  authorised: "authorised",
  captured: "paid",
  failed: "failed",
};
