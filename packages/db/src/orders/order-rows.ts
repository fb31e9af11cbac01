import type { Order } from "@vitrina/domain/orders";
import type { Kysely, Selectable } from "kysely";
import type { OrdersTables } from "./orders.tables.ts";

export type OrdersDatabase = Kysely<OrdersTables>;
type OrderRow = Selectable<OrdersTables["orders.order"]>;

/** The order of a row with its lines, timeline and way of payment. */
export async function completeOrder(db: OrdersDatabase, row: OrderRow): Promise<Order> {
  const lines = await db
    .selectFrom("orders.shownLine")
    .selectAll()
    .where("orderId", "=", row.id)
    .orderBy("position")
    .execute();
  const events = await db
    .selectFrom("orders.event")
    .select(["type", "at"])
    .where("orderId", "=", row.id)
    .orderBy("id")
    .execute();
  return {
    id: row.id,
    number: row.number,
    email: row.email,
    currency: row.currency,
    state: row.state,
    paymentState: row.paymentState,
    fulfilmentState: row.fulfilmentState,
    address: row.address,
    delivery: row.delivery,
    promotions: row.promotions,
    rates: row.rates,
    version: row.version,
    lines: lines.map((line) => ({
      productId: line.productId,
      variantId: line.variantId,
      sku: line.sku,
      name: line.name,
      optionNames: line.optionNames,
      picture: line.picture,
      slug: line.slug,
      quantity: line.quantity,
      unitAmount: line.unitAmount,
      discount: line.discountAmount,
      tax: line.taxAmount,
      total: line.totalAmount,
      ...(line.promised !== null && { backOrder: { quantity: line.promised, expectedOn: line.expectedOn } }),
    })),
    totals: {
      currency: row.currency,
      items: row.itemsAmount,
      discount: row.discountAmount,
      delivery: row.deliveryAmount,
      tax: row.taxAmount,
      taxIncluded: row.taxIncluded,
      total: row.totalAmount,
    },
    paymentMethod: "on-delivery",
    timeline: events.map(({ type, at }) => ({ type, at: at.toISOString() })),
    placedAt: row.placedAt.toISOString(),
  };
}
