import type { Currency } from "@vitrina/domain/core";
import { type NewPromotion } from "@vitrina/domain/promotions";
import type { CartOwner } from "./cart.repository.ts";
import type { CartService } from "./cart.service.ts";

/** A shop with goods to fill carts from, on whatever keeps them. */
export interface CartShop {
  cart: CartService;
  /** The shop's clock, which tests may turn. */
  time: { now: Date };
  /** A published cup at 100.00 RUB and 1.00 EUR, ten on the shelf, unless told; answers its variant. */
  offer(goods?: { amount?: number | null; onHand?: number; published?: boolean }): Promise<string>;
  reprice(variantId: string, amount: number): Promise<void>;
  /** A code for ten per cent off, unless told. */
  issue(code: string, terms?: Partial<NewPromotion>): Promise<void>;
  newUser(): CartOwner & { userId: string };
  newGuest(): CartOwner & { secretHash: Uint8Array };
}

/** What one owner does to their cart. */
export const fill = ({ cart }: CartShop, owner: CartOwner) => ({
  add: async (variantId: string, quantity = 1, currency: Currency = "RUB") =>
    (await cart.addItem({ owner, newcomer: () => owner }, { variantId, quantity, currency })).cart,
  view: () => cart.view(owner, "RUB"),
});
