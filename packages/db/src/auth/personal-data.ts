import type { PersonalData } from "@vitrina/domain/core";
import type { Kysely } from "kysely";
import type { AuthTables } from "./auth.tables.ts";

/** Where the person signed in and which keys they made; never a secret or a digest of one. */
export const authPersonalData = (db: Kysely<AuthTables>): PersonalData => ({
  async collect({ id }) {
    const sessions = await db
      .selectFrom("auth.session")
      .select(["createdAt", "lastUsedAt", "absoluteExpiresAt", "realm", "uaLabel", "ipPrefix", "revokedAt", "reason"])
      .where("userId", "=", id)
      .orderBy("createdAt")
      .execute();
    const keys = await db
      .selectFrom("auth.apiKey")
      .select(["name", "hint", "scopes", "createdAt", "expiresAt", "lastUsedAt", "revokedAt"])
      .where("ownerId", "=", id)
      .orderBy("createdAt")
      .execute();
    return { sessions, keys };
  },

  async erase({ id, emailCanonical }) {
    await db
      .deleteFrom("auth.link")
      .where(({ eb, or }) => or([eb("userId", "=", id), eb("emailCanonical", "=", emailCanonical)]))
      .execute();
    await db.deleteFrom("auth.invitation").where("emailCanonical", "=", emailCanonical).execute();
  },
});
