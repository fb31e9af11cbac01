import type { PersonalData } from "@vitrina/domain/core";
import type { Kysely } from "kysely";
import type { PromotionsTables } from "./promotions.tables.ts";

/** Which codes the person took. They stay with the bare id, for a limited code must not become free again. */
export const promotionsPersonalData = (db: Kysely<PromotionsTables>): PersonalData => ({
  async collect({ id }) {
    const redeemedCodes = await db
      .selectFrom("promotions.redemption")
      .select(["code", "orderId", "amount", "currency", "redeemedAt"])
      .where("customerKey", "=", id)
      .orderBy("redeemedAt")
      .execute();
    return { redeemedCodes };
  },

  async erase() {},
});
