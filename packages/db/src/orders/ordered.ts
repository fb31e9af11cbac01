import type { Kysely } from "kysely";
import type { OrdersTables } from "./orders.tables.ts";

/** Tells whether a product was ever ordered, whatever became of the order. */
export const createOrderedReader =
  (db: Kysely<OrdersTables>) =>
  async (productId: string): Promise<boolean> => {
    const line = await db
      .selectFrom("orders.line")
      .select("orderId")
      .where("productId", "=", productId)
      .limit(1)
      .executeTakeFirst();
    return line !== undefined;
  };
