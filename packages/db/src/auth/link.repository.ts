import type { LinkRepository } from "@vitrina/domain/auth";
import type { ExpressionBuilder, Kysely } from "kysely";
import type { AuthTables } from "./auth.tables.ts";

const DAY = 24 * 3_600_000;
const COLUMNS = [
  "id",
  "purpose",
  "userId",
  "email",
  "emailCanonical",
  "av",
  "subject",
  "createdAt",
  "expiresAt",
] as const;

export const createLinkRepository = (db: Kysely<AuthTables>): LinkRepository => ({
  async add(link, hash) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto("auth.link")
      .values({ ...link, hash: Buffer.from(hash), consumedAt: null })
      .onConflict((conflict) => conflict.column("id").doNothing())
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n;
  },

  async find(hash, now) {
    const row = await db
      .selectFrom("auth.link")
      .select(COLUMNS)
      .where("hash", "=", Buffer.from(hash))
      .where((eb) => works(eb, now))
      .executeTakeFirst();
    return row ?? null;
  },

  async consume(hash, purposes, now) {
    const row = await db
      .updateTable("auth.link")
      .set({ consumedAt: now })
      .where("hash", "=", Buffer.from(hash))
      .where("purpose", "in", purposes)
      .where((eb) => works(eb, now))
      .returning(COLUMNS)
      .executeTakeFirst();
    return row ?? null;
  },

  async endOthers({ id, purpose, userId, emailCanonical, createdAt }, which, now) {
    await db
      .updateTable("auth.link")
      .set({ consumedAt: now })
      .where("purpose", "=", purpose)
      .where("id", "<>", id)
      .where("consumedAt", "is", null)
      .where("createdAt", which === "older" ? "<=" : ">=", createdAt)
      .$if(userId !== null, (query) => query.where("userId", "=", userId))
      .$if(userId === null, (query) => query.where("userId", "is", null).where("emailCanonical", "=", emailCanonical))
      .execute();
  },

  async countSince(userId, purpose, since) {
    const { count } = await db
      .selectFrom("auth.link")
      .select((eb) => eb.fn.countAll<string>().as("count"))
      .where("userId", "=", userId)
      .where("purpose", "=", purpose)
      .where("createdAt", ">", since)
      .executeTakeFirstOrThrow();
    return Number(count);
  },

  async isReserved(emailCanonical, userId, now) {
    const row = await db
      .selectFrom("auth.link")
      .select("id")
      .where("emailCanonical", "=", emailCanonical)
      .where("purpose", "=", "undo-email")
      .where("userId", "<>", userId)
      .where((eb) => works(eb, now))
      .executeTakeFirst();
    return row !== undefined;
  },

  async sweep(now, limit) {
    await db
      .deleteFrom("auth.link")
      .where("id", "in", ({ selectFrom }) =>
        selectFrom("auth.link")
          .select("id")
          .where("expiresAt", "<", new Date(now.getTime() - DAY))
          .limit(limit),
      )
      .execute();
  },
});

const works = (eb: ExpressionBuilder<AuthTables, "auth.link">, now: Date) =>
  eb.and([eb("consumedAt", "is", null), eb("expiresAt", ">", now)]);
