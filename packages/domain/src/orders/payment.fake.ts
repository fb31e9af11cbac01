import type { PaymentProvider } from "./payment.ports.ts";
import type { Payment, PaymentNews } from "./payment.ts";

export type Fault = "timeout-after-success" | "timeout-before" | "decline" | "wrong-amount";

/** A provider that fails as told, one fault for each call, and keeps the books that real money would be in. */
export function fakePaymentProvider(...faults: (Fault | null)[]) {
  const booked = new Map<string, PaymentNews>();
  const book = (payment: Payment, status: PaymentNews["status"]): PaymentNews => {
    const { id, amount, currency } = payment;
    const news = booked.get(id) ?? { paymentId: id, status, amount, currency, reference: `fake-${id}` };
    booked.set(id, news);
    return news;
  };
  const provider: PaymentProvider = {
    async authorise(payment) {
      const fault = faults.shift() ?? null;
      if (fault === "timeout-before") throw new Error("timeout");
      const news = book(payment, fault === "decline" ? "failed" : "authorised");
      if (fault === "timeout-after-success") throw new Error("timeout");
      return fault === "wrong-amount" ? { ...news, amount: news.amount - 1 } : news;
    },
    find: async (paymentId) => booked.get(paymentId) ?? null,
  };
  return { ...provider, booked };
}
