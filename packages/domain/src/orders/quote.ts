import { NotSellable } from "@vitrina/domain/cart";
import type { Hold } from "@vitrina/domain/inventory";
import { computeTotals, type LineTotals, taxRuleOf } from "@vitrina/domain/pricing";
import { considerCodes, discountOf } from "@vitrina/domain/promotions";
import { deliveryOptions } from "./delivery.ts";
import type { DeliveryOption, Quote } from "./order.ts";
import { NoDeliveryMethod } from "./orders.errors.ts";
import type { CheckoutLine, CheckoutMaterial } from "./orders.repository.ts";

/** SHA-256 as 64 hex digits. */
export type Hash = (text: string) => string;

export interface Wish {
  country: string;
  /** As the address writes it; undefined or empty: not known, or none. */
  region?: string | undefined;
  /** Undefined or unknown: the first option. */
  deliveryCode?: string | undefined;
  /** All in one parcel. */
  together?: boolean | undefined;
}

interface Tools {
  hash: Hash;
  now: Date;
  /** The day of the shop's calendar, YYYY-MM-DD. */
  today: string;
}

type SellableLine = CheckoutLine & { unitAmount: number };
export interface DrawnQuote extends Omit<Quote, "heldUntil" | "parcels"> {
  delivery: DeliveryOption;
  totals: Quote["totals"] & { delivery: number };
  lines: (SellableLine & LineTotals)[];
}

const isSellable = (line: CheckoutLine): line is SellableLine => line.published && line.unitAmount !== null;

/** The lines apart: what can be sold, and what is unpublished or has no price. */
export const sortOut = (lines: readonly CheckoutLine[]) => ({
  sellable: lines.filter(isSellable),
  gone: lines.filter((line) => !isSellable(line)),
});

/** @throws NotSellable naming every line that cannot be sold */
function assertSellable(lines: readonly CheckoutLine[]): SellableLine[] {
  const { sellable, gone } = sortOut(lines);
  if (gone.length > 0) throw new NotSellable({ variantIds: gone.map(({ variantId }) => variantId) });
  return sellable;
}

/**
 * What the shopper is asked to agree to. The hash covers the cart and its version, every price, promotion, tax and the
 * delivery with its dates, and what comes later: when any of them differs, so does the hash (CHK-08, T-54).
 * @throws NotSellable @throws NoDeliveryMethod
 */
export function drawQuote(material: CheckoutMaterial, wish: Wish, { hash, now, today }: Tools): DrawnQuote {
  const { cart, codes, taxRates, deliveryMethods } = material;
  const lines = assertSellable(material.lines);
  const { currency } = cart;
  const itemsAmount = lines.reduce((sum, { unitAmount, quantity }) => sum + unitAmount * quantity, 0);
  const promotions = considerCodes(codes, { currency, itemsAmount, now });
  const discount = discountOf(promotions);

  const options = deliveryOptions(deliveryMethods, { currency, goods: itemsAmount - discount, today });
  const delivery = options.find(({ code }) => code === wish.deliveryCode) ?? options[0];
  if (!delivery) throw new NoDeliveryMethod({ country: wish.country });

  const tax = taxRuleOf(taxRates, wish);
  const sums = computeTotals(lines, { currency, discount, delivery: delivery.amount, tax });
  const agreed = { totals: { ...sums.totals, delivery: delivery.amount }, delivery, promotions };
  const priced = lines.map((line, index) => ({ ...line, ...partsOf(sums.lines, index) }));
  const covered = {
    ...agreed,
    cart: [cart.id, cart.version],
    country: wish.country,
    together: wish.together ?? false,
    backOrders: priced.map(({ promised }) => promised),
    lines: priced.map((line) => [line.variantId, line.quantity, line.unitAmount, line.discount, line.tax, line.total]),
  };
  return {
    ...agreed,
    hash: hash(JSON.stringify(covered)),
    lines: priced,
    backOrders: priced.flatMap(({ variantId, sku, name, optionNames, promised }) =>
      promised ? { variantId, sku, name, optionNames, ...promised } : [],
    ),
    deliveryOptions: options,
    paymentMethods: ["on-delivery"],
  };
}

function partsOf(parts: readonly LineTotals[], index: number): LineTotals {
  const part = parts[index];
  if (!part) throw new RangeError("Totals have fewer lines than the cart.");
  return part;
}

/** The quote as the shopper sees it. */
export function shownQuote({ lines: _, ...quote }: DrawnQuote, { until, parcels }: Hold): Quote {
  return { ...quote, heldUntil: until.toISOString(), parcels };
}
