import type { ChallengeRepository } from "@vitrina/domain/auth";
import type { Kysely } from "kysely";
import type { AuthTables } from "./auth.tables.ts";

const COLUMNS = ["userId", "av", "expiresAt"] as const;

export const createChallengeRepository = (db: Kysely<AuthTables>): ChallengeRepository => ({
  async add(challenge, hash) {
    await db
      .insertInto("auth.challenge")
      .values({ ...challenge, hash: Buffer.from(hash) })
      .execute();
  },

  async find(hash, now) {
    const row = await db
      .selectFrom("auth.challenge")
      .select(COLUMNS)
      .where("hash", "=", Buffer.from(hash))
      .where("expiresAt", ">", now)
      .executeTakeFirst();
    return row ?? null;
  },

  async consume(hash, now) {
    const row = await db
      .deleteFrom("auth.challenge")
      .where("hash", "=", Buffer.from(hash))
      .where("expiresAt", ">", now)
      .returning(COLUMNS)
      .executeTakeFirst();
    return row ?? null;
  },

  async sweep(now, limit) {
    await db
      .deleteFrom("auth.challenge")
      .where("hash", "in", ({ selectFrom }) =>
        selectFrom("auth.challenge").select("hash").where("expiresAt", "<", now).limit(limit),
      )
      .execute();
  },
});
