import type { Payment, PaymentsRepository } from "@vitrina/domain/orders";
import type { Kysely } from "kysely";
import type { OrdersTables } from "./orders.tables.ts";

export const createPaymentsRepository = (db: Kysely<OrdersTables>): PaymentsRepository => {
  const payments = () =>
    db
      .selectFrom("orders.payment")
      .select(["id", "orderId", "provider", "state as status", "amount", "currency", "providerRef as reference"]);
  return {
    async findLive(orderId) {
      const payment = await payments()
        .where("orderId", "=", orderId)
        .where("state", "not in", ["failed", "voided"])
        .executeTakeFirst();
      return payment ?? null;
    },

    async lock(paymentId) {
      const order = await db
        .selectFrom("orders.order")
        .select(["state", "paymentState", "fulfilmentState"])
        .where("id", "=", (eb) => eb.selectFrom("orders.payment").select("orderId").where("id", "=", paymentId))
        .forNoKeyUpdate()
        .executeTakeFirst();
      const payment = await payments().where("id", "=", paymentId).forNoKeyUpdate().executeTakeFirst();
      return order && payment ? { order, payment } : null;
    },

    async save({ id, status, reference }: Payment) {
      await db
        .updateTable("orders.payment")
        .set({ state: status, providerRef: reference })
        .where("id", "=", id)
        .execute();
    },
  };
};
