import type { Currency } from "@vitrina/domain/core";
import type { StandingCart } from "./standing.ts";

/** Whose cart it is: a person's, or whoever holds the secret of a guest's cart (SHA-256 of it). */
export type CartOwner = { userId: string } | { secretHash: Uint8Array };

/** Now, and until when the cart is kept once it is changed now. */
export interface Moment {
  now: Date;
  expiresAt: Date;
}
export interface LineChange extends Moment {
  variantId: string;
  quantity: number;
}
export interface NewCart extends Moment {
  id: string;
  currency: Currency;
}
export interface MergedLine {
  variantId: string;
  quantity: number;
}

/**
 * Every change locks the open cart, raises its version and answers the cart as it stands then, in one round trip; null
 * when the owner has no open cart. The rules judge that answer and refuse by throwing, which undoes the change.
 */
export interface CartRepository {
  find(owner: CartOwner, now: Date): Promise<StandingCart | null>;
  /** Begins a cart unless there is an open one. */
  begin(owner: CartOwner, cart: NewCart): Promise<void>;
  /** Adds to the line, so that concurrent additions commute; a line that would exceed `limit` stays, and `added` is false. */
  addToLine(
    owner: CartOwner,
    change: LineChange & { limit: number },
  ): Promise<{ cart: StandingCart; added: boolean } | null>;
  /** Sets the quantity, 0 removes; null also when `version` is no longer the cart's. */
  setLine(owner: CartOwner, change: LineChange & { version: number }): Promise<StandingCart | null>;
  addCode(owner: CartOwner, change: Moment & { code: string }): Promise<StandingCart | null>;
  /** `removed` is false when the code was not on the cart. */
  removeCode(
    owner: CartOwner,
    change: Moment & { code: string },
  ): Promise<{ cart: StandingCart; removed: boolean } | null>;
  changeCurrency(owner: CartOwner, change: Moment & { currency: Currency }): Promise<StandingCart | null>;
  /** Locks without a change. */
  lock(owner: CartOwner, now: Date): Promise<StandingCart | null>;
  /** Writes these quantities and codes into the cart, beside what it has. */
  merge(
    owner: CartOwner,
    change: Moment & { lines: readonly MergedLine[]; codes: readonly string[] },
  ): Promise<StandingCart | null>;
  /** The cart was joined to another. */
  forget(cartId: string): Promise<void>;
  /** Forgets carts that ran out, at most `limit`; answers how many. */
  forgetExpired(now: Date, limit: number): Promise<number>;
}
