import type { DataSubject, PersonalData } from "@vitrina/domain/core";
import { canonicalEmail } from "@vitrina/domain/users";
import type { Kysely } from "kysely";
import type { OrdersTables } from "./orders.tables.ts";

/** Of RFC 2606: no letter ever goes there. */
const NOBODY = "erased@erased.invalid";

/** Ids of orders that guests placed with the person's address, if it is surely theirs. */
export async function guestOrdersOf(
  db: Kysely<OrdersTables>,
  { email, emailCanonical, emailVerified }: Omit<DataSubject, "id">,
): Promise<string[]> {
  if (!emailVerified) return [];
  const rows = await db
    .selectFrom("orders.order")
    .select(["id", "email"])
    .where("userId", "is", null)
    .where(({ eb, fn }) => eb(fn<string>("lower", ["email"]), "in", [emailCanonical, email.toLowerCase()]))
    .orderBy("placedAt")
    .execute();
  return rows.filter((row) => canonicalEmail(row.email) === emailCanonical).map(({ id }) => id);
}

/** Orders are kept as the law on accounts wants it (GDPR 17(3)(b)): what was bought when, for how much, in which country. */
export const ordersPersonalData = (db: Kysely<OrdersTables>): PersonalData => {
  async function ordersOf(person: DataSubject): Promise<string[]> {
    const own = await db.selectFrom("orders.order").select("id").where("userId", "=", person.id).execute();
    return [...own.map(({ id }) => id), ...(await guestOrdersOf(db, person))];
  }

  return {
    async collect(person) {
      const ids = await ordersOf(person);
      if (ids.length === 0) return { orders: [], orderLines: [], orderEvents: [] };
      const orders = await db
        .selectFrom("orders.order")
        .select(["id", "number", "placedAt", "state", "paymentState", "fulfilmentState", "email", "locale", "currency"])
        .select(["itemsAmount", "discountAmount", "deliveryAmount", "taxAmount", "totalAmount"])
        .select(["delivery", "address", "promotions", "consent"])
        .where("id", "in", ids)
        .orderBy("placedAt")
        .execute();
      const orderLines = await db
        .selectFrom("orders.line")
        .select(["orderId", "position", "sku", "name", "optionNames", "quantity", "currency"])
        .select(["unitAmount", "discountAmount", "taxAmount", "totalAmount"])
        .where("orderId", "in", ids)
        .orderBy("orderId")
        .orderBy("position")
        .execute();
      const orderEvents = await db
        .selectFrom("orders.event")
        .select(["orderId", "type", "at"])
        .where("orderId", "in", ids)
        .orderBy("id")
        .execute();
      return { orders, orderLines, orderEvents };
    },

    async erase(person) {
      const ids = await ordersOf(person);
      if (ids.length === 0) return;
      const rows = await db.selectFrom("orders.order").select(["id", "address"]).where("id", "in", ids).execute();
      const byCountry = Map.groupBy(rows, ({ address }) => address.country);
      for (const [country, orders] of byCountry) {
        const left = { fullName: "—", phone: "——————", country, region: "", city: "—", postcode: "———", street: "———" };
        await db
          .updateTable("orders.order")
          .set({ email: NOBODY, address: JSON.stringify({ ...left, flat: "", note: "" }) })
          .where(
            "id",
            "in",
            orders.map(({ id }) => id),
          )
          .execute();
      }
    },
  };
};
