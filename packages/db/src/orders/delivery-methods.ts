import type { DeliveryMethod } from "@vitrina/domain/orders";
import type { OrdersDatabase } from "./order-rows.ts";

const MOST = 20;

/** Ways of delivery into a country, in the order in which checkout offers them. */
export const createDeliveryMethodsReader =
  (db: OrdersDatabase) =>
  (country: string): Promise<DeliveryMethod[]> =>
    db
      .selectFrom("orders.deliveryMethod")
      .select(["code", "name", "prices", "freeFrom", "minDays", "maxDays"])
      .where((eb) => eb(eb.val(country), "=", eb.fn.any("countries")))
      .orderBy("position")
      .orderBy("code")
      .limit(MOST)
      .execute();
