import type { Currency, DataSubject, Locale } from "@vitrina/domain/core";
import type { Offer } from "@vitrina/domain/catalog";
import type { Promised } from "@vitrina/domain/inventory";
import type { Conversion, TaxRate } from "@vitrina/domain/pricing";
import type { EnteredCode } from "@vitrina/domain/promotions";
import type { DeliveryMethod } from "./delivery.ts";
import type { Address, Consent, FulfilmentState, Order, OrderSummary, PaymentMethod } from "./order.ts";
import type { OrderStates } from "./order-states.ts";

/** Whose cart or order it is: a person's, or whoever holds the secret of a guest's cart (SHA-256 of it). */
export type Owner = { userId: string } | { secretHash: Uint8Array };

/** One line of the cart with what is sold under it now. */
export interface CheckoutLine extends Offer {
  quantity: number;
  /** Minor units; null without a price in the cart's currency. */
  unitAmount: number | null;
  /** How the price came to be when it is converted. */
  conversion: Conversion | null;
  /** What this cart can have: free pieces and those it holds itself. */
  available: number;
  /** What of it is not here yet; null: nothing. */
  promised: Promised | null;
}

/** All that a quote depends on, read at one moment under the cart's lock. */
export interface CheckoutMaterial {
  /** What an order placed now will be called; null when none is being placed. */
  number: string | null;
  cart: { id: string; version: number; currency: Currency; userId: string | null };
  heldUntil: Date | null;
  /** From how many places comes what it holds. */
  parcels: number;
  lines: CheckoutLine[];
  /** Codes of the cart, in the order they were entered. */
  codes: EnteredCode[];
  taxRates: TaxRate[];
  deliveryMethods: DeliveryMethod[];
}

export interface NewOrder extends Pick<
  Order,
  "id" | "number" | "email" | "currency" | "totals" | "delivery" | "promotions" | "rates"
> {
  cartId: string;
  userId: string | null;
  quoteHash: string;
  accessHash: Uint8Array;
  locale: Locale;
  address: Address;
  consent: Consent;
  lines: Order["lines"];
  /** Codes to take, each counted for a customer: the user's id, or the keyed hash of a guest's canonical address. */
  redemptions: { code: string; customerKey: string; amount: number; currency: Currency }[];
  paymentId: string;
  paymentMethod: PaymentMethod;
  placedAt: string;
  /** In one parcel, from one place. */
  together: boolean;
}

export interface CheckoutRepository {
  /** Locks the owner's open cart and reads what its quote depends on, in one round trip. Null without an open cart. */
  lockMaterial(
    owner: Owner,
    at: { country: string; customerKey: string | null; instant: Date; numbered: boolean },
  ): Promise<CheckoutMaterial | null>;
  /**
   * Closes the cart, writes the order down, takes its codes and, last, its stock, in one round trip together with the
   * commit. The transaction may thus fail as late as that, with CodeRefused, OutOfStock, BackOrderLimit or SplitNotAllowed naming every short line.
   */
  place(order: NewOrder): Promise<void>;
  /** The order this owner placed by this quote. */
  findPlaced(owner: Owner, quoteHash: string): Promise<Order | null>;
}

/** Where a list goes on: the last order of the page before. */
export interface OrderPosition {
  placedAt: Date;
  id: string;
}
export interface OrdersPage {
  after: OrderPosition | null;
  limit: number;
}
export interface WorklistPage extends OrdersPage {
  /** Unfulfilled: of open orders, those to pack. */
  fulfilment?: FulfilmentState | undefined;
  /** Number, SKU, or the beginning of an e-mail address. */
  q?: string | undefined;
  /** Only a whole e-mail address counts, for whoever sees it masked and might guess it letter by letter. */
  wholeEmail?: boolean;
}

export interface OrdersReader {
  find(key: { id: string } | { id: string; userId: string } | { accessHash: Uint8Array }): Promise<Order | null>;
  list(userId: string, page: OrdersPage): Promise<OrderSummary[]>;
  worklist(page: WorklistPage): Promise<(OrderSummary & { email: string })[]>;
  /** Open orders that have not left, counted up to `most`. */
  countToShip(most: number): Promise<number>;
  lastAddress(userId: string): Promise<Address | null>;
  /** The person's orders that are not over yet, those placed as a guest with their own address too. */
  listOpen(person: DataSubject): Promise<{ id: string; number: string }[]>;
  /** What guests ordered with the person's own address and nobody has claimed, the newest first. */
  listClaimable(person: DataSubject, limit: number): Promise<OrderSummary[]>;
  /** Who placed the order of that number, or had one sent to one of these phone numbers; at most `limit` people. */
  findBuyers(key: { number: string; phones: readonly string[] }, limit: number): Promise<string[]>;
  /** The latest order that brought the product to this person. */
  findDelivered(userId: string, productId: string): Promise<{ orderId: string } | null>;
}

export interface OrderMove {
  orderId: string;
  states: OrderStates;
  events: readonly string[];
  actor: string;
  at: Date;
}

export interface OrdersRepository extends OrdersReader {
  /** Gives these to the person, as far as they are claimable; returns which were. */
  claim(person: DataSubject, ids: readonly string[]): Promise<string[]>;
  /** The order's row, locked until the end of the transaction. */
  lock(id: string): Promise<(OrderStates & { number: string; cartId: string; locale: Locale; version: number }) | null>;
  /** Writes the states and their events down and raises the version; a paid order's payment is captured with it. */
  saveMove(move: OrderMove): Promise<void>;
}
