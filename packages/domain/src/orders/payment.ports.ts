import type { Payment, PaymentNews } from "./payment.ts";

/**
 * A way to pay. Never called inside a transaction. `authorise` with the same payment id is the same payment: asked again
 * after a lost answer it tells how the first attempt ended, and takes no second money.
 */
export interface PaymentProvider {
  authorise(payment: Payment): Promise<PaymentNews>;
  /** How a payment stands at the provider; null when it never heard of it. */
  find(paymentId: string): Promise<PaymentNews | null>;
}
