import type { Locale } from "./locale.ts";

/** A fact that happened, written in the same transaction as the fact; delivered at least once after it commits. */
export type ShopEvent =
  | { topic: "auth.registered"; userId: string; email: string; name: string; locale: Locale }
  | { topic: "auth.registration-repeated"; email: string; locale: Locale }
  | { topic: "auth.guessed"; userId: string; email: string; locale: Locale }
  | { topic: "auth.session-reused"; userId: string; email: string; locale: Locale }
  | { topic: "orders.placed"; orderId: string; locale: Locale }
  | { topic: "orders.shipped"; orderId: string; locale: Locale }
  | { topic: "orders.delivered"; orderId: string; locale: Locale };

/** `dedupKey` makes a repeated fact one event. Call inside a transaction. */
export interface Outbox {
  publish(event: ShopEvent, dedupKey: string): Promise<void>;
}
