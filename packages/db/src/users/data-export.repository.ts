import type { DataExportRepository } from "@vitrina/domain/users";
import type { Kysely } from "kysely";
import type { UsersTables } from "./users.tables.ts";

export const createDataExportRepository = (db: Kysely<UsersTables>): DataExportRepository => ({
  async find(userId) {
    const row = await db
      .selectFrom("users.dataExport")
      .select(["id", "userId", "askedAt", "expiresAt"])
      .select(({ fn }) => fn<number | null>("octet_length", ["archive"]).as("size"))
      .where("userId", "=", userId)
      .executeTakeFirst();
    return row ?? null;
  },

  async begin(begun, givenUp) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto("users.dataExport")
      .values({ ...begun, archive: null, expiresAt: null })
      .onConflict((conflict) =>
        conflict
          .column("userId")
          .doUpdateSet({ id: begun.id, askedAt: begun.askedAt, archive: null, expiresAt: null })
          .where(({ eb, or }) =>
            or([eb("users.dataExport.expiresAt", "is not", null), eb("users.dataExport.askedAt", "<=", givenUp)]),
          ),
      )
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n;
  },

  async finish(id, archive, expiresAt) {
    const { numUpdatedRows } = await db
      .updateTable("users.dataExport")
      .set({ archive: Buffer.from(archive), expiresAt })
      .where("id", "=", id)
      .where("expiresAt", "is", null)
      .executeTakeFirstOrThrow();
    return numUpdatedRows === 1n;
  },

  async archive(userId, now) {
    const row = await db
      .selectFrom("users.dataExport")
      .select("archive")
      .where("userId", "=", userId)
      .where("expiresAt", ">", now)
      .executeTakeFirst();
    return row?.archive ?? null;
  },

  async sweep({ now, givenUp }, limit) {
    await db
      .deleteFrom("users.dataExport")
      .where("userId", "in", ({ selectFrom }) =>
        selectFrom("users.dataExport")
          .select("userId")
          .where(({ eb, or, and }) =>
            or([eb("expiresAt", "<=", now), and([eb("expiresAt", "is", null), eb("askedAt", "<=", givenUp)])]),
          )
          .limit(limit)
          .forUpdate()
          .skipLocked(),
      )
      .execute();
  },
});
