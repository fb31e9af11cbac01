import { MOST_VIEWS, type SavedViewsRepository } from "@vitrina/domain/core";
// oxlint-disable-next-line no-restricted-imports -- a lock of what has no row yet, which the builder cannot say
import { sql, type Kysely } from "kysely";
import type { CoreTables } from "./core.tables.ts";

export const createSavedViewsRepository = (db: Kysely<CoreTables>): SavedViewsRepository => ({
  list: (personId, list) =>
    db
      .selectFrom("core.savedView")
      .select(["id", "name", "shared", "search", "version"])
      .select(({ eb }) => eb("ownerId", "=", personId).as("own"))
      .$castTo<Awaited<ReturnType<SavedViewsRepository["list"]>>[number]>()
      .where("list", "=", list)
      .where(({ eb, or }) => or([eb("ownerId", "=", personId), eb("shared", "=", true)]))
      .orderBy(({ eb }) => eb("ownerId", "=", personId), "desc")
      .orderBy("name")
      .orderBy("id")
      .limit(MOST_VIEWS)
      .execute(),

  async count(ownerId, list) {
    // One tab after the other, so that two do not both take the last place: rows held would not hold those to come.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`saved-view:${ownerId}`}, 0))`.execute(db);
    const { count } = await db
      .selectFrom("core.savedView")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .where("ownerId", "=", ownerId)
      .where("list", "=", list)
      .executeTakeFirstOrThrow();
    return Number(count);
  },

  async add({ search, ...view }, createdAt) {
    await db
      .insertInto("core.savedView")
      .values({ ...view, search: JSON.stringify(search), createdAt })
      .execute();
  },

  lock: async (id, ownerId) =>
    (await db
      .selectFrom("core.savedView")
      .select(["id", "ownerId", "list", "name", "shared", "search", "version"])
      .where("id", "=", id)
      .where("ownerId", "=", ownerId)
      .forUpdate()
      .executeTakeFirst()) ?? null,

  async save({ id, name, shared, search, version }) {
    await db
      .updateTable("core.savedView")
      .set({ name, shared, search: JSON.stringify(search), version })
      .where("id", "=", id)
      .execute();
  },

  async remove(id) {
    await db.deleteFrom("core.savedView").where("id", "=", id).execute();
  },
});
