import type { FactorRepository } from "@vitrina/domain/auth";
import type { Kysely } from "kysely";
import type { AuthTables } from "./auth.tables.ts";

export const createFactorRepository = (db: Kysely<AuthTables>): FactorRepository => ({
  async find(userId) {
    const row = await db
      .selectFrom("auth.factor")
      .select(["secretSealed", "confirmedAt", "lastStep"])
      .where("userId", "=", userId)
      .executeTakeFirst();
    return row ?? null;
  },

  async begin(userId, secretSealed, begunAt) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto("auth.factor")
      .values({ userId, secretSealed, begunAt, confirmedAt: null, lastStep: null })
      .onConflict((conflict) =>
        conflict.column("userId").doUpdateSet({ secretSealed, begunAt }).where("auth.factor.confirmedAt", "is", null),
      )
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n;
  },

  async confirm(userId, lastStep, confirmedAt) {
    await db
      .updateTable("auth.factor")
      .set({ confirmedAt, lastStep })
      .where("userId", "=", userId)
      .where("confirmedAt", "is", null)
      .execute();
  },

  async spendStep(userId, step) {
    const { numUpdatedRows } = await db
      .updateTable("auth.factor")
      .set({ lastStep: step })
      .where("userId", "=", userId)
      .where("lastStep", "<", step)
      .executeTakeFirstOrThrow();
    return numUpdatedRows === 1n;
  },

  async remove(userId) {
    const { numDeletedRows } = await db
      .deleteFrom("auth.factor")
      .where("userId", "=", userId)
      .where("confirmedAt", "is not", null)
      .executeTakeFirstOrThrow();
    return numDeletedRows === 1n;
  },

  async replaceCodes(userId, hashes) {
    await db.deleteFrom("auth.recoveryCode").where("userId", "=", userId).execute();
    await db
      .insertInto("auth.recoveryCode")
      .values(hashes.map((hash) => ({ userId, hash: Buffer.from(hash), usedAt: null })))
      .execute();
  },

  async spendCode(userId, hash, usedAt) {
    const { numUpdatedRows } = await db
      .updateTable("auth.recoveryCode")
      .set({ usedAt })
      .where("userId", "=", userId)
      .where("hash", "=", Buffer.from(hash))
      .where("usedAt", "is", null)
      .executeTakeFirstOrThrow();
    return numUpdatedRows === 1n;
  },

  async countCodes(userId) {
    const { count } = await db
      .selectFrom("auth.recoveryCode")
      .select((eb) => eb.fn.countAll<string>().as("count"))
      .where("userId", "=", userId)
      .where("usedAt", "is", null)
      .executeTakeFirstOrThrow();
    return Number(count);
  },
});
