import type { Currency } from "@vitrina/domain/core";
// oxlint-disable-next-line no-restricted-imports -- the builder does not look into jsonb by a key that is data
import { sql } from "kysely";
import type { OrdersDatabase } from "./order-rows.ts";

/** Amount of goods from which some delivery into the country is free, minor units; null when none ever is. */
export const createFreeDeliveryReader =
  (db: OrdersDatabase) =>
  async (country: string, currency: Currency): Promise<number | null> => {
    const { rows } = await sql<{ amount: number | null }>`
      select min((free_from ->> ${currency}::text)::bigint) as amount from orders.delivery_method where ${country} = any (countries)
    `.execute(db);
    return rows[0]?.amount ?? null;
  };
