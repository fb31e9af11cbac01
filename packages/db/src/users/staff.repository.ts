import type { StaffRepository } from "@vitrina/domain/users";
import type { Kysely } from "kysely";
import type { UsersTables } from "./users.tables.ts";

export const createStaffRepository = (db: Kysely<UsersTables>): StaffRepository => {
  const people = db
    .selectFrom("users.user as person")
    .innerJoin("users.rights as rights", "rights.userId", "person.id")
    .select(["person.id", "person.name", "person.email", "person.role", "person.status", "person.av", "person.version"])
    .select(["rights.roleId", "rights.roleName", "rights.permissions"]);
  return {
    list: (limit) =>
      people.where("person.role", "<>", "customer").orderBy("person.name").orderBy("person.id").limit(limit).execute(),

    find: async (userId) => (await people.where("person.id", "=", userId).executeTakeFirst()) ?? null,

    async lockAdmins() {
      const rows = await db
        .selectFrom("users.user")
        .select("id")
        .where("role", "=", "admin")
        .where("status", "=", "active")
        .orderBy("id")
        .forNoKeyUpdate()
        .execute();
      return rows.map(({ id }) => id);
    },

    async assign(userId, { role, roleId }) {
      await db
        .updateTable("users.user")
        .set((eb) => ({ role, av: eb("av", "+", 1), version: eb("version", "+", 1) }))
        .where("id", "=", userId)
        .execute();
      if (roleId === null) await db.deleteFrom("users.roleHolder").where("userId", "=", userId).execute();
      else
        await db
          .insertInto("users.roleHolder")
          .values({ userId, roleId })
          .onConflict((conflict) => conflict.column("userId").doUpdateSet({ roleId }))
          .execute();
    },
  };
};
