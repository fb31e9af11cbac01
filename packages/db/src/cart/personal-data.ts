import type { CatalogTables } from "@vitrina/db/catalog";
import type { PersonalData } from "@vitrina/domain/core";
import type { Kysely } from "kysely";
import type { CartTables } from "./cart.tables.ts";

type Tables = CartTables & Pick<CatalogTables, "catalog.offer">;

/** What lies in the person's cart, and what lay there before it was ordered. */
export const cartPersonalData = (db: Kysely<Tables>): PersonalData => ({
  async collect({ id }) {
    const cart = await db
      .selectFrom("cart.line as line")
      .innerJoin("cart.cart as cart", "cart.id", "line.cartId")
      .leftJoin("catalog.offer as offer", "offer.variantId", "line.variantId")
      .select(["cart.state", "cart.currency", "offer.sku", "offer.name", "line.quantity", "line.addedAt"])
      .where("cart.userId", "=", id)
      .orderBy("cart.createdAt")
      .orderBy("line.position")
      .execute();
    const codes = await db
      .selectFrom("cart.code as code")
      .innerJoin("cart.cart as cart", "cart.id", "code.cartId")
      .select(["code.code", "code.addedAt", "cart.state"])
      .where("cart.userId", "=", id)
      .orderBy("code.position")
      .execute();
    return { cart, enteredCodes: codes };
  },

  async erase({ id }) {
    await db.deleteFrom("cart.cart").where("userId", "=", id).execute();
  },
});
