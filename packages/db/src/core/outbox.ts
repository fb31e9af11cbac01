import type { BulkOutbox, Outbox, ShopEvent } from "@vitrina/domain/core";
import type { Kysely } from "kysely";
import type { CoreTables } from "./core.tables.ts";

export const createOutbox = (db: Kysely<CoreTables>): Outbox & BulkOutbox => {
  const publishAll: BulkOutbox["publishAll"] = async (facts) => {
    await db
      .insertInto("core.outbox")
      .values(facts.map(rowOf))
      .onConflict((conflict) => conflict.column("dedupKey").doNothing())
      .execute();
  };
  return { publishAll, publish: (event, dedupKey) => publishAll([{ event, dedupKey }]) };
};

const rowOf = ({ event: { topic, ...payload }, dedupKey }: { event: ShopEvent; dedupKey: string }) => ({
  dedupKey,
  topic,
  payload: JSON.stringify(payload),
});
