import { MOST_VIEWS, type SavedViewsRepository } from "@vitrina/domain/core";
import type { Kysely } from "kysely";
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
    // Held, so that two tabs do not both take the last place.
    const own = await db
      .selectFrom("core.savedView")
      .select("id")
      .where("ownerId", "=", ownerId)
      .where("list", "=", list)
      .forUpdate()
      .execute();
    return own.length;
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
