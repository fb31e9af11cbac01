import { CartView, MAX_QUANTITY, MergeReport, Quantity } from "@vitrina/domain/cart";
import { Currency, Id, Version } from "@vitrina/domain/core";
import { PromotionCode } from "@vitrina/domain/promotions";
import * as z from "zod";
import { mutation, query } from "#core/endpoint.ts";

/** `secret` is the guest cart's key for programs; null for browsers (cookie) and customers. */
export const CartAnswer = CartView.extend({ secret: z.string().nullable() });

export const cartContract = {
  view: query({ input: z.strictObject({ currency: Currency }), output: CartView }),
  /** Adds commute; begins the cart when there is none (CART-01, -02). */
  addItem: mutation({
    input: z.strictObject({ variantId: Id, quantity: Quantity, currency: Currency }),
    output: CartAnswer,
  }),
  /** Sets the quantity, 0 removes (CART-03). A stale `version` is refused (CART-07). */
  changeQuantity: mutation({
    input: z.strictObject({ variantId: Id, quantity: z.int().min(0).max(MAX_QUANTITY), version: Version }),
    output: CartView,
  }),
  enterCode: mutation({ input: z.strictObject({ code: PromotionCode }), output: CartView }),
  removeCode: mutation({ input: z.strictObject({ code: PromotionCode }), output: CartView }),
  /** Reprices the cart in another currency. */
  changeCurrency: mutation({ input: z.strictObject({ currency: Currency }), output: CartView }),
  /** Called after sign-in: the guest cart joins the account's; twice is once (CART-08). `currency` is that of a cart not yet begun. */
  claimGuestCart: mutation({
    input: z.strictObject({ currency: Currency.default("RUB") }),
    output: z.object({ cart: CartView, report: MergeReport }),
  }),
  admin: {
    /** A customer's cart; `currency` is that of a cart not yet begun. */
    viewOf: query({ input: z.strictObject({ userId: Id, currency: Currency }), output: CartView }),
  },
};
