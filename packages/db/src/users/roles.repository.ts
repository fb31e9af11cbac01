import type { RolesRepository } from "@vitrina/domain/users";
import type { Kysely } from "kysely";
import type { UsersTables } from "./users.tables.ts";

const COLUMNS = ["role.id", "role.name", "role.permissions", "role.version"] as const;

export const createRolesRepository = (db: Kysely<UsersTables>): RolesRepository => {
  const roles = db.selectFrom("users.role as role").select(COLUMNS);
  const counted = roles.select((eb) =>
    eb
      .selectFrom("users.roleHolder as holder")
      .select(({ fn }) => fn.countAll<number>().as("holders"))
      .whereRef("holder.roleId", "=", "role.id")
      .$asScalar()
      .$notNull()
      .as("holders"),
  );
  return {
    list: (limit) => counted.orderBy("role.name").orderBy("role.id").limit(limit).execute(),

    async lock(id) {
      const locked = await roles.where("role.id", "=", id).forUpdate().executeTakeFirst();
      // A statement of its own: whoever was given the role while this one waited must be counted.
      return locked ? ((await counted.where("role.id", "=", id).executeTakeFirst()) ?? null) : null;
    },

    hold: async (id) => (await roles.where("role.id", "=", id).forShare().executeTakeFirst()) ?? null,

    async add(role, createdAt) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto("users.role")
        .values({ ...role, createdAt })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    },

    async save({ id, name, permissions, version }) {
      const saved = await db
        .updateTable("users.role")
        .set({ name, permissions, version })
        .where("id", "=", id)
        .execute()
        .then(() => true, unlessNameTaken);
      if (!saved) return false;
      await db
        .updateTable("users.user")
        .set((eb) => ({ av: eb("av", "+", 1) }))
        .where("id", "in", (eb) => eb.selectFrom("users.roleHolder").select("userId").where("roleId", "=", id))
        .execute();
      return true;
    },

    async remove(id) {
      await db.deleteFrom("users.role").where("id", "=", id).execute();
    },
  };
};

function unlessNameTaken(error: { constraint?: string }): false {
  if (error.constraint === "role_name_unique") return false;
  throw error;
}
