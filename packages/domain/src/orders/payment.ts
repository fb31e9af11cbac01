/** Life of one attempt to pay; a rank that only grows, so that repeated and late news change nothing (T-62). */
export type PaymentStatus = "pending" | "authorising" | "authorised" | "capturing" | "captured" | "failed" | "voided";

const RANK: Record<PaymentStatus, number> = {
  pending: 0,
  authorising: 1,
  authorised: 2,
  capturing: 3,
  captured: 4,
  failed: 5,
  voided: 5,
};

/** What the provider says of a payment, amounts in minor units. */
export interface PaymentNews {
  paymentId: string;
  status: PaymentStatus;
  amount: number;
  currency: string;
  /** The provider's own name of it. */
  reference: string | null;
}

export interface Payment {
  id: string;
  orderId: string;
  provider: string;
  status: PaymentStatus;
  amount: number;
  currency: string;
  reference: string | null;
}

/**
 * The payment after the news, or null when they tell nothing new. News of another payment, amount or currency never
 * apply: they are `mismatch`, for a person to look at (T-48).
 */
export function applyNews(payment: Payment, news: PaymentNews): Payment | "mismatch" | null {
  const same = news.paymentId === payment.id && news.amount === payment.amount && news.currency === payment.currency;
  if (!same) return "mismatch";
  // Captured money does not turn into a failure: giving it back is a refund.
  if (RANK[news.status] <= RANK[payment.status] || payment.status === "captured") return null;
  return { ...payment, status: news.status, reference: news.reference ?? payment.reference };
}
