import type { DataSubject, PersonalData } from "@vitrina/domain/core";
import type { ExpressionBuilder, Kysely } from "kysely";
import type { InventoryTables } from "./inventory.tables.ts";

/** What a person waits for (INV-11): theirs by the account, and by the address once it is surely theirs. */
export const inventoryPersonalData = (db: Kysely<InventoryTables>): PersonalData => {
  const theirs =
    ({ id, emailCanonical, emailVerified }: DataSubject) =>
    (eb: ExpressionBuilder<InventoryTables, "inventory.notice">) =>
      eb.or([eb("userId", "=", id), ...(emailVerified ? [eb("emailCanonical", "=", emailCanonical)] : [])]);

  return {
    async collect(person) {
      const notices = await db
        .selectFrom("inventory.notice")
        .select(["variantId", "email", "locale", "textVersion", "askedAt", "confirmedAt", "expiresAt"])
        .where(theirs(person))
        .orderBy("askedAt")
        .execute();
      return { notices };
    },

    async erase(person) {
      await db.deleteFrom("inventory.notice").where(theirs(person)).execute();
    },
  };
};
