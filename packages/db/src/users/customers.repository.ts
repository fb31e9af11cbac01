import type { CustomersReader } from "@vitrina/domain/users";
import type { Kysely } from "kysely";
import { isNamedLike } from "./named-like.ts";
import type { UsersTables } from "./users.tables.ts";

export const createCustomersReader = (db: Kysely<UsersTables>): CustomersReader => ({
  search({ text, phones, ids, after, limit }) {
    let found = db
      // Found first, sorted then: a walk from the newest would look at everybody for the few who are meant as a rule.
      .with(
        (cte) => cte("found").materialized(),
        (qb) =>
          qb
            .selectFrom("users.user")
            .selectAll()
            .where((eb) =>
              eb.or([
                isNamedLike(eb, text),
                ...(phones.length === 0 ? [] : [eb("phone", "in", [...phones])]),
                ...(ids.length === 0 ? [] : [eb("id", "in", [...ids])]),
              ]),
            ),
      )
      .selectFrom("found")
      .selectAll();
    if (after) found = found.where((eb) => eb(eb.refTuple("createdAt", "id"), "<", eb.tuple(after.at, after.id)));
    return found.orderBy("createdAt", "desc").orderBy("id", "desc").limit(limit).execute();
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
