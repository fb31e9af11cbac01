import type { Clock, Locale, NewId, Transact } from "@vitrina/domain/core";
import { findShortages, HOLD_MINUTES, type InventoryService, OutOfStock } from "@vitrina/domain/inventory";
import { RateStale } from "@vitrina/domain/pricing";
import { type AddressService, canonicalEmail, type ConsentService } from "@vitrina/domain/users";
import { calendarIn } from "./delivery.ts";
import type { Address, Order, OrderRate, Placement, Quote } from "./order.ts";
import { AddressGone, EmptyCart, InvalidBuyerEmail, QuoteChanged } from "./orders.errors.ts";
import type { CheckoutMaterial, CheckoutRepository, NewOrder, Owner } from "./orders.repository.ts";
import { type DrawnQuote, drawQuote, type Hash, shownQuote, sortOut, type Wish } from "./quote.ts";

/** The key of an order's page, derived from its id under a key of the server, so that it need not be stored. */
export interface OrderTokens {
  /** 128 bits as base64url. */
  tokenOf(orderId: string): string;
  /** What is stored of a token. */
  hashOf(token: string): Uint8Array;
}

export interface CheckoutDependencies {
  transact: Transact<{ checkout: CheckoutRepository }>;
  inventory: Pick<InventoryService, "hold">;
  addresses: Pick<AddressService, "normalise" | "find" | "keep">;
  consents: Pick<ConsentService, "change">;
  tokens: OrderTokens;
  hash: Hash;
  /** Guests are told apart by a keyed hash of their canonical address. */
  guestKey(emailCanonical: string): string;
  clock: Clock;
  newId: NewId;
  /** IANA name of the shop's time zone: deliveries are promised in its days. */
  timeZone: string;
}

export interface PlacedOrder {
  order: Order;
  token: string;
}

/** From a filled cart to a placed order. */
export function createCheckoutService(dependencies: CheckoutDependencies) {
  const { transact, inventory, addresses, consents, tokens, hash, clock, newId } = dependencies;
  const dayOf = calendarIn(dependencies.timeZone);

  const findPlaced = async (checkout: CheckoutRepository, owner: Owner, quoteHash: string) => {
    const order = await checkout.findPlaced(owner, quoteHash);
    return order && { order, token: tokens.tokenOf(order.id) };
  };

  /** A box that is left unticked withdraws nothing; what a guest ticks stays with the order. */
  async function subscribe(owner: Owner, { consent: { marketing, textVersion } }: Placement): Promise<void> {
    if (!marketing || !("userId" in owner)) return;
    const change = { purpose: "newsletter", channel: "email", granted: true, textVersion } as const;
    await consents.change(owner.userId, change, "checkout");
  }

  return {
    /**
     * Checks every line, holds all of them, then quotes (CHK-01, CHK-04). Called again after each change of the form.
     * @throws EmptyCart @throws NotSellable @throws OutOfStock @throws RateStale @throws NoDeliveryMethod
     * @throws BackOrderLimit @throws SplitNotAllowed
     */
    startCheckout: (owner: Owner, wish: Wish): Promise<Quote> =>
      transact(async ({ checkout }) => {
        const now = clock();
        const customerKey = "userId" in owner ? owner.userId : null;
        const at = { country: wish.country, customerKey, instant: now, numbered: false };
        const material = await checkout.lockMaterial(owner, at);
        if (!material || material.lines.length === 0) throw new EmptyCart({});
        const until = new Date(now.getTime() + HOLD_MINUTES * 60_000);
        assertAvailable(material);
        assertFreshRates(material);
        const quote = drawQuote(material, wish, { hash, now, today: dayOf(now) });
        const demands = material.lines.map(({ variantId, quantity }) => ({ variantId, quantity }));
        const term = { until, now, country: wish.country, together: wish.together };
        return shownQuote(quote, await inventory.hold(material.cart.id, demands, term));
      }),

    /**
     * Places the order the shopper agreed to (CHK-08). A second call for the same quote, under whatever key, is answered
     * with the order placed by the first (T-44).
     * @throws InvalidBuyerEmail @throws InvalidAddress @throws AddressGone @throws EmptyCart @throws NotSellable
     * @throws QuoteChanged @throws CodeRefused @throws OutOfStock @throws RateStale @throws SplitNotAllowed
     */
    async placeOrder(owner: Owner, placement: Placement, locale: Locale): Promise<PlacedOrder> {
      const { quoteHash } = placement;
      const customerKey = customerKeyOf(owner, placement.email, dependencies);
      const address = await destinationOf(owner, placement, addresses);
      return transact(async ({ checkout }) => {
        if (!address) return (await findPlaced(checkout, owner, quoteHash)) ?? refuseAddress(placement);
        const { country, region } = address;
        const now = clock();
        const at = { country, customerKey, instant: now, numbered: true };
        const material = await checkout.lockMaterial(owner, at);
        const quote =
          material && material.lines.length > 0
            ? drawQuote(
                material,
                { country, region, deliveryCode: placement.deliveryCode, together: placement.together },
                { hash, now, today: dayOf(now) },
              )
            : null;
        if (!material || quote?.hash !== quoteHash) {
          const placed = await findPlaced(checkout, owner, quoteHash);
          if (placed) return placed;
          if (!material || !quote) throw new EmptyCart({});
          throw new QuoteChanged({
            quote: shownQuote(quote, { until: material.heldUntil ?? now, parcels: material.parcels }),
          });
        }
        assertAvailable(material);
        assertFreshRates(material);
        const id = newId();
        const token = tokens.tokenOf(id);
        const draft = draftOrder({ material, quote, placement, address, customerKey });
        const number = numberOf(material);
        const stamp = {
          id,
          number,
          paymentId: newId(),
          accessHash: tokens.hashOf(token),
          locale,
          placedAt: now.toISOString(),
        };
        const order: NewOrder = { ...draft, ...stamp };
        if (placement.keepAddress && "userId" in owner) await addresses.keep(owner.userId, address);
        await subscribe(owner, placement);
        await checkout.place(order);
        return { order: placedOrder(order), token };
      });
    },
  };
}

/** Where the order goes; null when the chosen address is not among the person's own. @throws InvalidAddress */
async function destinationOf(
  owner: Owner,
  { address, addressId = "" }: Placement,
  { normalise, find }: Pick<AddressService, "normalise" | "find">,
): Promise<Address | null> {
  if (address) return normalise(address);
  const saved = "userId" in owner ? await find(owner.userId, addressId) : null;
  if (!saved) return null;
  const { id: _, ...chosen } = saved;
  return { ...chosen, note: "" };
}

function refuseAddress({ addressId = "" }: Placement): never {
  throw new AddressGone({ addressId });
}

/** @throws InvalidBuyerEmail */
function customerKeyOf(owner: Owner, email: string, { guestKey }: Pick<CheckoutDependencies, "guestKey">): string {
  const canonical = canonicalEmail(email);
  if (canonical === null) throw new InvalidBuyerEmail({});
  return "userId" in owner ? owner.userId : guestKey(canonical);
}

/**
 * Looks before anything is locked, so that the losers of a rush write nothing. Names every line that cannot be had: with a
 * shortage beside it, what is no longer sold counts as none left. @throws OutOfStock
 */
function assertAvailable({ lines }: CheckoutMaterial): void {
  const { sellable, gone } = sortOut(lines);
  const shortages = findShortages(
    sellable,
    new Map(sellable.map(({ variantId, available }) => [variantId, available])),
  );
  if (shortages.length === 0) return;
  const missing = gone.map(({ variantId, quantity }) => ({ variantId, wanted: quantity, left: 0 }));
  throw new OutOfStock({ shortages: [...shortages, ...missing] });
}

/** Nobody buys at a price that a forgotten rate made (PRC-06). @throws RateStale */
function assertFreshRates({ cart: { currency }, lines }: CheckoutMaterial): void {
  const stale = lines.filter(({ conversion }) => conversion?.fresh === false);
  if (stale.length > 0) throw new RateStale({ currency, variantIds: stale.map(({ variantId }) => variantId) });
}

function numberOf({ number }: CheckoutMaterial): string {
  if (number === null) throw new Error("An order is being placed without a number.");
  return number;
}

interface Draft {
  material: CheckoutMaterial;
  quote: DrawnQuote;
  placement: Placement;
  address: Address;
  customerKey: string;
}

function draftOrder({ material: { cart }, quote, placement, address, customerKey }: Draft) {
  const { currency } = cart;
  return {
    cartId: cart.id,
    userId: cart.userId,
    currency,
    email: placement.email,
    address,
    paymentMethod: placement.paymentMethod,
    consent: placement.consent,
    quoteHash: placement.quoteHash,
    together: placement.together,
    totals: quote.totals,
    delivery: quote.delivery,
    promotions: quote.promotions,
    redemptions: quote.promotions
      .filter(({ amount }) => amount > 0)
      .map(({ code, amount }) => ({ code, customerKey, amount, currency })),
    rates: ratesOf(quote.lines),
    lines: quote.lines.map(
      ({ taxClass: _, published: __, available: ___, conversion: ____, promised, picture, ...line }) => ({
        ...line,
        picture: picture?.location ?? null,
        ...(promised && { backOrder: promised }),
      }),
    ),
  };
}

/** By what the lines were converted, each rate once. */
function ratesOf(lines: DrawnQuote["lines"]): OrderRate[] {
  const converted = lines.filter(({ conversion }) => conversion !== null);
  const groups = Map.groupBy(converted, ({ conversion }) => JSON.stringify(conversion));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first?.conversion) return [];
    const { fresh: _, ...rate } = first.conversion;
    return { ...rate, variantIds: group.map(({ variantId }) => variantId) };
  });
}

/** The order as its buyer sees it at the moment it is placed. */
export function placedOrder(order: NewOrder): Order {
  return {
    id: order.id,
    number: order.number,
    email: order.email,
    currency: order.currency,
    lines: order.lines,
    totals: order.totals,
    delivery: order.delivery,
    paymentMethod: order.paymentMethod,
    address: order.address,
    promotions: order.promotions,
    rates: order.rates,
    placedAt: order.placedAt,
    state: "placed",
    paymentState: "pending",
    fulfilmentState: "unfulfilled",
    timeline: [{ type: "placed", at: order.placedAt }],
    version: 1,
  };
}
