import { DomainError } from "@vitrina/domain/core";
import type { CartView } from "./cart.ts";

/** Unpublished, or without a price in the cart's currency. */
export class NotSellable extends DomainError<{ variantIds: string[] }> {
  readonly kind = "conflict";
  readonly code = "cart.not-sellable";
}
export class LineLimitReached extends DomainError<{ limit: number }> {
  readonly kind = "conflict";
  readonly code = "cart.line-limit";
}
export class QuantityLimitReached extends DomainError<{ limit: number }> {
  readonly kind = "conflict";
  readonly code = "cart.quantity-limit";
}
export class CodeLimitReached extends DomainError<{ limit: number }> {
  readonly kind = "conflict";
  readonly code = "cart.code-limit";
}
/** A set on a stale version, answered with the fresh cart (CART-07). */
export class StaleCart extends DomainError<{ cart: CartView }> {
  readonly kind = "conflict";
  readonly code = "cart.stale";
}
