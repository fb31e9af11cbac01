import { DomainError } from "@vitrina/domain/core";
import type { Quote } from "./order.ts";

export class EmptyCart extends DomainError {
  readonly kind = "conflict";
  readonly code = "orders.empty-cart";
}
/** The shown total no longer holds; the new quote to agree to (CHK-08). */
export class QuoteChanged extends DomainError<{ quote: Quote }> {
  readonly kind = "conflict";
  readonly code = "orders.quote-changed";
}
export class NoDeliveryMethod extends DomainError<{ country: string }> {
  readonly kind = "conflict";
  readonly code = "orders.no-delivery-method";
}
/** Nobody can be written to there (CHK-02). */
export class InvalidBuyerEmail extends DomainError {
  readonly kind = "invalid";
  readonly code = "orders.invalid-email";
}
/** The chosen address is not, or no longer, among the person's own: another one must be picked (USER-04, T-01). */
export class AddressGone extends DomainError<{ addressId: string }> {
  readonly kind = "not-found";
  readonly code = "orders.address-gone";
}
/** The state machine does not allow this move (ORD-04). */
export class IllegalTransition extends DomainError<{ from: string; to: string }> {
  readonly kind = "conflict";
  readonly code = "orders.illegal-transition";
}
export class PaymentDeclined extends DomainError<{ reason: string }> {
  readonly kind = "conflict";
  readonly code = "orders.payment-declined";
}

/** Only whoever has confirmed their address may take what was ordered with it (T-09). */
export class BuyerUnverified extends DomainError {
  readonly kind = "forbidden";
  readonly code = "orders.buyer-unverified";
}
