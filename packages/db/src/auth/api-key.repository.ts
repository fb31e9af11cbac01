import type { ApiKeyRepository } from "@vitrina/domain/auth";
import type { UsersTables } from "@vitrina/db/users";
import type { Kysely } from "kysely";
import type { AuthTables } from "./auth.tables.ts";

type Tables = AuthTables & Pick<UsersTables, "users.rights">;

const FACTS = ["id", "ownerId", "name", "hint", "scopes", "createdAt", "expiresAt", "lastUsedAt", "revokedAt"] as const;

export const createApiKeyRepository = (db: Kysely<Tables>): ApiKeyRepository => {
  const standing = db
    .selectFrom("auth.apiKey as key")
    .innerJoin("users.rights as owner", "owner.userId", "key.ownerId")
    .select(FACTS.map((column) => `key.${column}` as const))
    .select(["owner.role", "owner.status", "owner.av", "owner.permissions"]);
  return {
    async add(key, hash) {
      await db
        .insertInto("auth.apiKey")
        .values({ ...key, scopes: [...key.scopes], hash: Buffer.from(hash) })
        .execute();
    },

    findByHash: async (hash) => (await standing.where("key.hash", "=", Buffer.from(hash)).executeTakeFirst()) ?? null,

    find: async (id) => (await standing.where("key.id", "=", id).executeTakeFirst()) ?? null,

    async countUsable(ownerId, now) {
      const { count } = await db
        .selectFrom("auth.apiKey")
        .select((eb) => eb.fn.countAll<string>().as("count"))
        .where("ownerId", "=", ownerId)
        .where("revokedAt", "is", null)
        .where("expiresAt", ">", now)
        .executeTakeFirstOrThrow();
      return Number(count);
    },

    list: (ownerId, limit) =>
      db
        .selectFrom("auth.apiKey as key")
        .innerJoin("users.rights as owner", "owner.userId", "key.ownerId")
        .select(FACTS.map((column) => `key.${column}` as const))
        .select("owner.name as ownerName")
        .$if(ownerId !== null, (query) => query.where("key.ownerId", "=", ownerId ?? ""))
        .orderBy((eb) => eb("key.revokedAt", "is not", null))
        .orderBy("key.createdAt", "desc")
        .orderBy("key.id", "desc")
        .limit(limit)
        .execute(),

    async noteUse(id, now, unlessSince) {
      await db
        .updateTable("auth.apiKey")
        .set({ lastUsedAt: now })
        .where("id", "=", id)
        .where(({ eb, or }) => or([eb("lastUsedAt", "is", null), eb("lastUsedAt", "<=", unlessSince)]))
        .execute();
    },

    async revoke(id, ownerId, now) {
      const row = await db
        .updateTable("auth.apiKey")
        .set(({ fn, val }) => ({ revokedAt: fn.coalesce("revokedAt", val(now)) }))
        .where("id", "=", id)
        .$if(ownerId !== null, (query) => query.where("ownerId", "=", ownerId ?? ""))
        .returning(FACTS)
        .executeTakeFirst();
      return row ?? null;
    },
  };
};
