import type { Locale } from "./locale.ts";

/**
 * Something asked for, or noticed, that is looked into after the answer: because it takes its time, or because the answer
 * must not tell, even by its time, what the shop knows. `askId` becomes the id of what is made of it, so that a repeated delivery
 * makes nothing.
 */
export type AskEvent =
  | { topic: "auth.reset-asked"; askId: string; email: string }
  | { topic: "auth.guesses-noticed"; askId: string; account: string }
  | { topic: "auth.email-change-asked"; askId: string; userId: string; av: number; email: string }
  | { topic: "users.export-asked"; askId: string; userId: string }
  | ({ topic: "inventory.notice-asked"; askId: string; userId: string | null; textVersion: string } & AboutGoods);

/** Something about a variant to tell at an address, in the language of the page it was asked for on. */
interface AboutGoods {
  variantId: string;
  email: string;
  locale: Locale;
}
/** The address as a key, from which its unsubscribe link is made. */
type Noticed = AboutGoods & { emailKey: string };

/** Facts that are told in a letter. `link` is the token of its link, sealed for the letter's writer. */
export type LetterEvent =
  | { topic: "auth.registered"; userId: string; email: string; name: string; locale: Locale; link?: string }
  | { topic: "auth.verification-asked"; email: string; locale: Locale; link: string }
  | { topic: "auth.reset-link"; email: string; locale: Locale; link: string }
  | { topic: "auth.password-changed"; email: string; locale: Locale }
  | { topic: "auth.email-change-link"; email: string; locale: Locale; link: string }
  | { topic: "auth.email-taken"; email: string; locale: Locale }
  | { topic: "auth.email-changed"; email: string; newEmail: string; locale: Locale; link: string }
  | { topic: "auth.email-restored"; email: string; locale: Locale; link: string }
  | { topic: "auth.invited"; email: string; locale: Locale; link: string }
  | { topic: "auth.erasure-asked"; email: string; locale: Locale; eraseAt: string; link: string }
  | { topic: "auth.erasure-undone"; email: string; locale: Locale }
  | { topic: "auth.registration-repeated"; email: string; locale: Locale }
  | { topic: "auth.guessed"; userId: string; email: string; locale: Locale }
  | { topic: "auth.factor-added" | "auth.factor-removed" | "auth.factor-reset"; email: string; locale: Locale }
  | { topic: "auth.factor-guessed" | "auth.recovery-codes-renewed"; email: string; locale: Locale }
  | { topic: "auth.recovery-code-used"; email: string; locale: Locale; left: number }
  | { topic: "auth.session-reused"; userId: string; email: string; locale: Locale }
  | { topic: "users.subscribed"; userId: string; email: string; locale: Locale; purpose: string; channel: string }
  | { topic: "users.export-ready"; email: string; locale: Locale; until: string }
  | { topic: "orders.placed"; orderId: string; locale: Locale }
  | { topic: "orders.shipped"; orderId: string; locale: Locale }
  | { topic: "orders.delivered"; orderId: string; locale: Locale }
  | ({ topic: "inventory.notice-link"; link: string } & Noticed)
  | ({ topic: "inventory.notice-known" | "inventory.restocked" } & Noticed);

/** A fact that happened, written in the same transaction as the fact; delivered at least once after it commits. */
export type ShopEvent = AskEvent | LetterEvent;

/** `dedupKey` makes a repeated fact one event. Call inside a transaction. */
export interface Outbox {
  publish(event: ShopEvent, dedupKey: string): Promise<void>;
}
/** Many facts of one act in one statement. */
export interface BulkOutbox {
  publishAll(facts: readonly { event: ShopEvent; dedupKey: string }[]): Promise<void>;
}
