import { Currency, Id, Version, WaitingCount } from "@vitrina/domain/core";
import { Address, DeliveryOffer, FulfilmentState, Order, OrderSummary, Placement, Quote } from "@vitrina/domain/orders";
import { Country, Reason } from "@vitrina/domain/users";
import * as z from "zod";
import { mutation, query } from "#core/endpoint.ts";
import { pageInput } from "#core/page.ts";
import { allocationsContract } from "./allocations.contract.ts";

/** An order as the shop's people see it: `masked` without the right to see whom it goes to. */
const StaffOrder = Order.extend({ masked: z.boolean() });
const Page = z.strictObject(pageInput);
/** 128-bit key of a guest's order, base64url. */
const OrderToken = z
  .string()
  .length(22)
  .regex(/^[A-Za-z0-9_-]+$/);

export const ordersContract = {
  /** What delivery into the currency's home country takes and costs when ordered now (CAT-10). */
  delivery: query({ input: z.strictObject({ currency: Currency }), output: z.array(DeliveryOffer).max(20) }),
  /** Checks and holds every line (CHK-01), prices the delivery (CHK-04) and quotes the total. Call again after each change. */
  startCheckout: mutation({
    input: z.strictObject({
      country: Country,
      region: z.string().trim().max(100).optional(),
      deliveryCode: z.string().max(50).optional(),
      /** All of it in one parcel (INV-09). */
      together: z.boolean().optional(),
    }),
    output: Quote,
  }),
  /** CHK-08. `token` opens the order's page for whoever placed it. */
  placeOrder: mutation({ input: Placement, output: z.object({ order: Order, token: OrderToken }) }),
  list: query({
    input: Page,
    output: z.object({ orders: z.array(OrderSummary).max(20), nextCursor: z.string().nullable() }),
  }),
  get: query({ input: z.strictObject({ id: Id }), output: Order }),
  /** A guest's order by its 128-bit token, never by number (T-02). */
  getByToken: query({ input: z.strictObject({ token: OrderToken }), output: Order }),
  /** What the signed-in person ordered as a guest with the address they have confirmed (USER-07); at most 50. */
  claimable: query({ input: z.void(), output: z.array(OrderSummary).max(50) }),
  /** Makes these orders the person's own: all of them or none. */
  claim: mutation({ input: z.strictObject({ ids: z.array(Id).min(1).max(50) }), output: z.object({}) }),
  /** The address of the last order, to prefill the form; null when there is none. */
  lastAddress: query({ input: z.void(), output: Address.nullable() }),
  admin: {
    list: query({
      input: Page.extend({ fulfilment: FulfilmentState.optional(), q: z.string().trim().max(100).optional() }),
      output: z.object({
        orders: z.array(OrderSummary.extend({ email: z.string() })).max(50),
        nextCursor: z.string().nullable(),
      }),
    }),
    /** How many orders are to be packed. */
    waiting: query({ input: z.void(), output: z.object({ toShip: WaitingCount }) }),
    /** One customer's orders, the newest first. */
    listOf: query({
      input: Page.extend({ userId: Id }),
      output: z.object({ orders: z.array(OrderSummary).max(20), nextCursor: z.string().nullable() }),
    }),
    get: query({ input: z.strictObject({ id: Id }), output: StaffOrder }),
    /** Whom and where an order goes to, once, for a reason that is written down. */
    revealContact: mutation({
      input: z.strictObject({ id: Id, reason: Reason }),
      output: Order.pick({ email: true, address: true }),
    }),
    markShipped: mutation({ input: z.strictObject({ id: Id, version: Version }), output: StaffOrder }),
    markDelivered: mutation({ input: z.strictObject({ id: Id, version: Version }), output: StaffOrder }),
  },
  allocations: allocationsContract,
};
