import type { CustomersReader } from "@vitrina/domain/users";
// oxlint-disable-next-line no-restricted-imports -- text search has no builder
import { type Kysely, sql } from "kysely";
import type { UsersTables } from "./users.tables.ts";

const WITH_SPECIAL_MEANING = /[\\%_]/g;

/** Words that begin as the typed ones do, in any order; null when no word was typed. */
const beginnings = (text: string): string | null =>
  text
    .match(/[\p{L}\p{N}]+/gu)
    ?.map((word) => `'${word}':*`)
    .join(" & ") ?? null;

export const createCustomersReader = (db: Kysely<UsersTables>): CustomersReader => ({
  search({ text, ids, after, limit }) {
    const words = beginnings(text);
    let query = db
      .selectFrom("users.user")
      .selectAll()
      .where((eb) =>
        eb.or([
          eb("emailCanonical", "like", `${text.toLowerCase().replace(WITH_SPECIAL_MEANING, "\\$&")}%`),
          ...(words === null ? [] : [sql<boolean>`to_tsvector('simple', name) @@ to_tsquery('simple', ${words})`]),
          ...(ids.length === 0 ? [] : [eb("id", "in", [...ids])]),
        ]),
      );
    if (after)
      query = query.where((eb) => eb(eb.refTuple("createdAt", "id"), "<", eb.tuple(after.createdAt, after.id)));
    return query.orderBy("createdAt", "desc").orderBy("id", "desc").limit(limit).execute();
  },

  async namesOf(ids) {
    if (ids.length === 0) return new Map();
    const rows = await db
      .selectFrom("users.user")
      .select(["id", "name"])
      .where("id", "in", [...ids])
      .execute();
    return new Map(rows.map(({ id, name }) => [id, name]));
  },
});
