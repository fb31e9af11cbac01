import type { NotesRepository } from "@vitrina/domain/users";
import type { Kysely } from "kysely";
import type { UsersTables } from "./users.tables.ts";

export const createNotesRepository = (db: Kysely<UsersTables>): NotesRepository => ({
  async list(userId, { after, limit }) {
    let notes = db
      .selectFrom("users.customerNote as note")
      .leftJoin("users.user as author", "author.id", "note.authorId")
      .select(["note.id", "note.text", "note.authorId", "note.createdAt", "author.name as authorName"])
      .where("note.userId", "=", userId);
    if (after)
      notes = notes.where(({ eb, refTuple, tuple }) =>
        eb(refTuple("note.createdAt", "note.id"), "<", tuple(after.at, after.id)),
      );
    const rows = await notes.orderBy("note.createdAt", "desc").orderBy("note.id", "desc").limit(limit).execute();
    return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
  },

  async add(note) {
    await db.insertInto("users.customerNote").values(note).execute();
  },
});
