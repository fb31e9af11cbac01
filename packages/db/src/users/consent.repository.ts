import type { ConsentRepository } from "@vitrina/domain/users";
import type { Kysely } from "kysely";
import type { UsersTables } from "./users.tables.ts";

const unknown = (): string | null => null;

/** `requestId` is the id of the request behind a change. */
export const createConsentRepository = (db: Kysely<UsersTables>, requestId = unknown): ConsentRepository => ({
  latest: (userId) =>
    db
      .selectFrom("users.consent")
      .distinctOn(["purpose", "channel"])
      .select(["userId", "purpose", "channel", "granted", "textVersion", "source", "at"])
      .where("userId", "=", userId)
      .orderBy("purpose")
      .orderBy("channel")
      .orderBy("id", "desc")
      .execute(),

  async append(record) {
    await db
      .insertInto("users.consent")
      .values({ ...record, requestId: requestId() })
      .execute();
  },
});
