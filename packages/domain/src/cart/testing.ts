import type { Offer } from "@vitrina/domain/catalog";
import type { StandingCart, StandingLine } from "./standing.ts";

export { fakeCarts } from "./cart.fake.ts";
export { cartSuite } from "./cart.suite.ts";
export type { CartShop } from "./cart-shop.suite.ts";

let made = 0;
/** A made-up but well-formed and unique UUID. */
export const anId = (): string => `00000000-0000-4000-8000-${String(++made).padStart(12, "0")}`;

export const anOffer = (changes: Partial<Offer> = {}): Offer => {
  const variantId = anId();
  return {
    variantId,
    productId: anId(),
    slug: `cup-${made}`,
    sku: `CUP-${made}`,
    name: { ru: "Чашка", en: "Cup" },
    optionNames: [],
    picture: null,
    taxClass: "standard",
    published: true,
    ...changes,
  };
};

export const aLine = (changes: Partial<StandingLine> = {}): StandingLine => ({
  offer: anOffer(),
  quantity: 1,
  unitAmount: 100_00,
  compareAt: null,
  list: null,
  conversion: null,
  seenAmount: null,
  available: 10,
  promised: null,
  ...changes,
});

export const aCart = (changes: Partial<StandingCart> = {}): StandingCart => ({
  id: anId(),
  version: 1,
  currency: "RUB",
  lines: [],
  codes: [],
  taxRates: [],
  ...changes,
});
