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
export class InvalidAddress extends DomainError<{ field: "email" | "phone" | "postcode" | "region" }> {
  readonly kind = "invalid";
  readonly code = "orders.invalid-address";
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
