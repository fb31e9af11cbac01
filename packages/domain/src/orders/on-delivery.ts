import type { PaymentProvider } from "./payment.ports.ts";
import type { Payment } from "./payment.ts";

/** Payment at the door: nobody is asked, the money comes with the delivery. */
export const payOnDelivery: PaymentProvider = {
  authorise: async ({ id, amount, currency }: Payment) => ({
    paymentId: id,
    status: "pending",
    amount,
    currency,
    reference: null,
  }),
  find: async () => null,
};
