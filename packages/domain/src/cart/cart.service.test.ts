import type { PromotionTerms } from "@vitrina/domain/promotions";
import { aCode } from "@vitrina/domain/promotions/testing";
import { createCartService } from "./cart.service.ts";
import { anId, anOffer, cartSuite, fakeCarts } from "./testing.ts";

cartSuite(async () => {
  const { carts, transact, goods, codes } = fakeCarts();
  const time = { now: new Date("2026-11-24T12:00:00Z") };
  return {
    cart: createCartService({ carts, transact, clock: () => time.now, newId: anId }),
    time,
    async offer({ amount = 100_00, onHand = 10, published = true } = {}) {
      const offer = anOffer({ published });
      goods.set(offer.variantId, { offer, onHand, prices: amount === null ? {} : { RUB: amount, EUR: amount / 100 } });
      return offer.variantId;
    },
    async reprice(variantId, amount) {
      const known = goods.get(variantId);
      if (known) goods.set(variantId, { ...known, prices: { RUB: amount } });
    },
    async issue(code, { startsAt: _, endsAt: __, status, ...terms } = {}) {
      codes.set(code, aCode(code, { ...terms, paused: status === "paused" }).terms as PromotionTerms);
    },
    newUser: () => ({ userId: anId() }),
    newGuest: () => ({ secretHash: new TextEncoder().encode(anId()) }),
  };
});
