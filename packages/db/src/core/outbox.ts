import type { Outbox } from "@vitrina/domain/core";
import type { Kysely } from "kysely";
import type { CoreTables } from "./core.tables.ts";

export const createOutbox = (db: Kysely<CoreTables>): Outbox => ({
  async publish({ topic, ...payload }, dedupKey) {
    await db
      .insertInto("core.outbox")
      .values({ dedupKey, topic, payload: JSON.stringify(payload) })
      .onConflict((conflict) => conflict.column("dedupKey").doNothing())
      .execute();
  },
});
