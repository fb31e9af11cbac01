import type { CredentialsRepository } from "@vitrina/domain/auth";
import type { Kysely } from "kysely";
import type { AuthTables } from "./auth.tables.ts";

export const createCredentialsRepository = (db: Kysely<AuthTables>): CredentialsRepository => ({
  async find(userId) {
    const row = await db
      .selectFrom("auth.credential")
      .select("passwordHash")
      .where("userId", "=", userId)
      .executeTakeFirst();
    return row?.passwordHash ?? null;
  },

  async set(userId, passwordHash, changedAt) {
    await db
      .insertInto("auth.credential")
      .values({ userId, passwordHash, changedAt })
      .onConflict((conflict) => conflict.column("userId").doUpdateSet({ passwordHash, changedAt }))
      .execute();
  },

  async remove(userId) {
    await db.deleteFrom("auth.credential").where("userId", "=", userId).execute();
  },

  async rehash(userId, from, to) {
    await db
      .updateTable("auth.credential")
      .set({ passwordHash: to })
      .where("userId", "=", userId)
      .where("passwordHash", "=", from)
      .execute();
  },
});
