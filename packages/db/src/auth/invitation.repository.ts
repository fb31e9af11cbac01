import type { InvitationRepository } from "@vitrina/domain/auth";
import type { UsersTables } from "@vitrina/db/users";
import type { Kysely } from "kysely";
import type { AuthTables } from "./auth.tables.ts";

type Tables = AuthTables & Pick<UsersTables, "users.rights" | "users.roleName">;

export const createInvitationRepository = (db: Kysely<Tables>): InvitationRepository => {
  const named = db
    .selectFrom("auth.invitation as invitation")
    .innerJoin("users.rights as sender", "sender.userId", "invitation.invitedBy")
    .leftJoin("users.roleName as role", "role.roleId", "invitation.roleId")
    .selectAll("invitation")
    .select(["sender.name as invitedByName", "role.name as roleName"]);
  return {
    async put({ id, ...invitation }) {
      await db
        .insertInto("auth.invitation")
        .values({ id, ...invitation })
        .onConflict((conflict) => conflict.column("emailCanonical").doUpdateSet({ id, ...invitation }))
        .execute();
    },

    find: async (id) => (await named.where("invitation.id", "=", id).executeTakeFirst()) ?? null,

    list: (now, limit) =>
      named
        .where("invitation.expiresAt", ">", now)
        .orderBy("invitation.createdAt", "desc")
        .orderBy("invitation.id", "desc")
        .limit(limit)
        .execute(),

    async remove(id) {
      const { numDeletedRows } = await db.deleteFrom("auth.invitation").where("id", "=", id).executeTakeFirstOrThrow();
      return numDeletedRows === 1n;
    },

    async sweep(now, limit) {
      await db
        .deleteFrom("auth.invitation")
        .where("id", "in", ({ selectFrom }) =>
          selectFrom("auth.invitation").select("id").where("expiresAt", "<", now).limit(limit),
        )
        .execute();
    },
  };
};
