import type { Order } from "@vitrina/domain/orders";
import type { Kysely, Selectable } from "kysely";
import type { OrdersTables, OrdersViews } from "./orders.tables.ts";

export type OrdersDatabase = Kysely<OrdersTables & OrdersViews>;
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
  const { id, number, email, currency, state, paymentState, fulfilmentState, address, delivery, promotions, version } =
    row;
  return {
    ...{ id, number, email, currency, state, paymentState, fulfilmentState, address, delivery, promotions, version },
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
    })),
    totals: {
      currency,
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
