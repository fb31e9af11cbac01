import { EmailTaken, type UsersRepository } from "@vitrina/domain/users";
import type { ExpressionBuilder, Kysely } from "kysely";
import type { UsersTables } from "./users.tables.ts";

export const createUsersRepository = (db: Kysely<UsersTables>): UsersRepository => {
  const people = db.selectFrom("users.user").selectAll();
  return {
    find: async (id) => (await people.where("id", "=", id).executeTakeFirst()) ?? null,

    findByEmail: async (key) => (await people.where("emailCanonical", "=", key).executeTakeFirst()) ?? null,

    lock: async (id) => (await people.where("id", "=", id).forNoKeyUpdate().executeTakeFirst()) ?? null,

    async add(user) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto("users.user")
        .values(user)
        .onConflict((conflict) => conflict.column("emailCanonical").doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    },

    async edit({ id, name, phone, locale, currency, version }) {
      await db.updateTable("users.user").set({ name, phone, locale, currency, version }).where("id", "=", id).execute();
    },

    async markVerified(id, now) {
      await db
        .updateTable("users.user")
        .set({ emailVerifiedAt: now })
        .where("id", "=", id)
        .where("emailVerifiedAt", "is", null)
        .execute();
    },

    async setStatus(id, status) {
      await db
        .updateTable("users.user")
        .set((eb) => ({ ...raisedAv(eb), status, version: eb("version", "+", 1) }))
        .where("id", "=", id)
        .execute();
    },

    async setEraseAt(id, eraseAt) {
      await db.updateTable("users.user").set({ eraseAt }).where("id", "=", id).execute();
    },

    async lockErasable(now) {
      const due = people.where("eraseAt", "<=", now).where("role", "=", "customer").orderBy("eraseAt").limit(1);
      return (await due.forUpdate().skipLocked().executeTakeFirst()) ?? null;
    },

    async raiseAv(id) {
      await db.updateTable("users.user").set(raisedAv).where("id", "=", id).execute();
    },

    async setEmail(id, { email, emailCanonical }, emailVerifiedAt) {
      await db
        .updateTable("users.user")
        .set((eb) => ({ ...raisedAv(eb), email, emailCanonical, emailVerifiedAt }))
        .where("id", "=", id)
        .execute()
        .catch((error: { constraint?: string }) => {
          throw error.constraint === "user_email_canonical_unique" ? new EmailTaken({}) : error;
        });
    },
  };
};

const raisedAv = (eb: ExpressionBuilder<UsersTables, "users.user">) => ({ av: eb("av", "+", 1) });
