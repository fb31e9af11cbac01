import type { Currency, Locale, LocalizedText } from "@vitrina/domain/core";
import type { Address, DeliveryMethod, DeliveryOption, Order, OrderLine, OrderState } from "@vitrina/domain/orders";
import type { FulfilmentState, PaymentState, PaymentStatus } from "@vitrina/domain/orders";
import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from "kysely";

interface LineColumns {
  orderId: string;
  position: number;
  currency: Currency;
  productId: string;
  variantId: string;
  sku: string;
  name: JSONColumnType<LocalizedText>;
  optionNames: JSONColumnType<OrderLine["optionNames"]>;
  picture: string | null;
  quantity: number;
  unitAmount: number;
  discountAmount: number;
  taxAmount: number;
  totalAmount: number;
}

export interface OrdersTables extends OrdersViews {
  "orders.deliveryMethod": {
    code: string;
    name: JSONColumnType<LocalizedText>;
    countries: string[];
    prices: JSONColumnType<DeliveryMethod["prices"]>;
    freeFrom: ColumnType<DeliveryMethod["freeFrom"], string | undefined, string>;
    minDays: number;
    maxDays: number;
    position: Generated<number>;
  };
  "orders.order": {
    id: string;
    number: string;
    cartId: string;
    userId: string | null;
    accessHash: Buffer;
    quoteHash: string;
    email: string;
    locale: Locale;
    currency: Currency;
    state: OrderState;
    paymentState: PaymentState;
    fulfilmentState: FulfilmentState;
    itemsAmount: number;
    discountAmount: number;
    deliveryAmount: number;
    taxAmount: number;
    taxIncluded: boolean;
    totalAmount: number;
    delivery: JSONColumnType<DeliveryOption>;
    address: JSONColumnType<Address>;
    promotions: JSONColumnType<Order["promotions"]>;
    rates: ColumnType<Order["rates"], string | undefined, string>;
    consent: JSONColumnType<object>;
    placedAt: Date;
    version: Generated<number>;
  };
  "orders.line": LineColumns;
  "orders.payment": {
    id: string;
    orderId: string;
    currency: Currency;
    provider: string;
    providerRef: string | null;
    state: PaymentStatus;
    amount: number;
    createdAt: Date;
  };
  "orders.misallocation": { holderId: string; variantId: string; foundAt: Date };
  "orders.event": {
    id: GeneratedAlways<number>;
    orderId: string;
    type: string;
    actor: string;
    details: ColumnType<object, string | undefined, string>;
    at: Date;
  };
}

/** Published to the rooms above. */
export interface OrdersViews {
  /** The auditor: empty unless what is set aside is not what orders have to send. */
  "orders.unbalanced": { holderId: string; variantId: string };
  "orders.toShip": { holderId: string; variantId: string; orderId: string; quantity: number };
  "orders.shownLine": LineColumns & { slug: string | null; promised: number | null; expectedOn: string | null };
}
