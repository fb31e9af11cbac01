import type { PersonalData } from "@vitrina/domain/core";
import type { Kysely } from "kysely";
import type { ReviewsTables } from "./reviews.tables.ts";

/** Reviews stay, for others rely on them, but nobody's: shown as by a former customer. */
export const reviewsPersonalData = (db: Kysely<ReviewsTables>): PersonalData => ({
  async collect({ id }) {
    const reviews = await db
      .selectFrom("reviews.review")
      .select(["productId", "orderId", "author", "rating", "title", "body", "locale", "status", "createdAt"])
      .where("userId", "=", id)
      .orderBy("createdAt")
      .execute();
    return { reviews };
  },

  async erase({ id }) {
    await db.updateTable("reviews.review").set({ userId: null, author: null }).where("userId", "=", id).execute();
  },
});
