import * as z from "zod";
import { Amount, Currency, Id, Instant, LocalizedText, Money } from "@vitrina/domain/core";
import { Offer } from "@vitrina/domain/catalog";
import { AppliedRate, Totals } from "@vitrina/domain/pricing";
import { Promised } from "@vitrina/domain/inventory";
import { Consideration } from "@vitrina/domain/promotions";
import { ConsentTextVersion, Email, PostalAddress } from "@vitrina/domain/users";

/** Where an order goes: a copy, so that what becomes of a saved address changes no order. */
export const Address = PostalAddress.extend({ note: z.string().trim().max(500).default("") });
export type Address = z.infer<typeof Address>;

export const DeliveryOption = z.object({
  code: z.string().max(50),
  name: LocalizedText,
  amount: Amount,
  /** Earliest and latest arrival, calendar days of the shop. */
  from: z.iso.date(),
  to: z.iso.date(),
});
export type DeliveryOption = z.infer<typeof DeliveryOption>;

export const PaymentMethod = z.enum(["on-delivery"]);
export type PaymentMethod = z.infer<typeof PaymentMethod>;

/** What the shopper is asked to agree to. `hash` covers cart version, prices, promotions, tax, delivery and what comes later (CHK-08). */
export const Quote = z.object({
  hash: z.string().length(64),
  totals: Totals,
  deliveryOptions: z.array(DeliveryOption),
  delivery: DeliveryOption.nullable(),
  paymentMethods: z.array(PaymentMethod),
  promotions: z.array(Consideration),
  /** The goods are held for this shopper until then. */
  heldUntil: Instant,
  /** What is not here yet, line by line. */
  backOrders: z.array(Offer.pick({ variantId: true, sku: true, name: true, optionNames: true }).extend(Promised.shape)),
  /** From how many places the goods come. */
  parcels: z.int(),
});
export type Quote = z.infer<typeof Quote>;

/** The separate, unticked consent to personal-data processing: text version as shown. */
export const Consent = z.strictObject({
  personalData: z.literal(true),
  textVersion: ConsentTextVersion,
  marketing: z.boolean().default(false),
});
export type Consent = z.infer<typeof Consent>;

export const Placement = z
  .strictObject({
    email: Email,
    /** Typed in. */
    address: Address.exactOptional(),
    /** Or chosen from the person's saved addresses. */
    addressId: Id.exactOptional(),
    /** Whether the typed one is saved for the next time; nothing is saved for a guest. */
    keepAddress: z.boolean().default(false),
    /** Whether all of it must come in one parcel (INV-09). */
    together: z.boolean().default(false),
    deliveryCode: z.string().max(50),
    paymentMethod: PaymentMethod,
    consent: Consent,
    quoteHash: z.string().length(64),
  })
  .refine(({ address, addressId }) => (address === undefined) !== (addressId === undefined), { path: ["address"] });
export type Placement = z.infer<typeof Placement>;

export const OrderState = z.enum(["placed", "completed", "cancelled"]);
export type OrderState = z.infer<typeof OrderState>;
export const PaymentState = z.enum(["pending", "authorised", "paid", "refunded", "failed"]);
export type PaymentState = z.infer<typeof PaymentState>;
export const FulfilmentState = z.enum(["unfulfilled", "shipped", "delivered"]);
export type FulfilmentState = z.infer<typeof FulfilmentState>;

export const OrderLine = Offer.pick({
  productId: true,
  variantId: true,
  sku: true,
  name: true,
  optionNames: true,
}).extend({
  /** Location of the picture as it was, a key under /media or a URL. */
  picture: z.string().nullable(),
  /** Current address of the product, null once it is gone. */
  slug: z.string().nullable(),
  quantity: z.int(),
  unitAmount: Amount,
  discount: Amount,
  tax: Amount,
  total: Amount,
  /** Of it, sold before it was here (INV-08): how many pieces, and the day they were expected. */
  backOrder: Promised.exactOptional(),
});
export type OrderLine = z.infer<typeof OrderLine>;

/** By what the prices of some lines were converted (PRC-06). */
export const OrderRate = AppliedRate.extend({ variantIds: z.array(Id) });
export type OrderRate = z.infer<typeof OrderRate>;

export const OrderEvent = z.object({ type: z.string(), at: Instant });

/** An order as its buyer sees it: a snapshot. */
export const Order = z.object({
  id: Id,
  number: z.string(),
  email: Email,
  currency: Currency,
  state: OrderState,
  paymentState: PaymentState,
  fulfilmentState: FulfilmentState,
  lines: z.array(OrderLine),
  totals: Totals.extend({ delivery: Amount }),
  delivery: DeliveryOption,
  paymentMethod: PaymentMethod,
  address: Address,
  promotions: z.array(Consideration),
  /** None where every price was set in the order's currency. */
  rates: z.array(OrderRate),
  timeline: z.array(OrderEvent),
  placedAt: Instant,
  version: z.int(),
});
export type Order = z.infer<typeof Order>;

export const OrderSummary = Order.pick({
  id: true,
  number: true,
  state: true,
  paymentState: true,
  fulfilmentState: true,
  placedAt: true,
  version: true,
}).extend({
  total: Money,
  itemCount: z.int(),
  pictures: z.array(z.string()).max(4),
});
export type OrderSummary = z.infer<typeof OrderSummary>;
