import type { IdempotencyRepository } from "@vitrina/domain/core";
import type { Kysely } from "kysely";
import type { CoreTables } from "./core.tables.ts";
import { sentWithNext } from "./named-statements.ts";

export const createIdempotencyRepository = (db: Kysely<CoreTables>): IdempotencyRepository => ({
  async find({ principal, operation, keyHash }) {
    const kept = await db
      .selectFrom("core.idempotency")
      .select(["requestHash", "answer"])
      .where("principal", "=", principal)
      .where("operation", "=", operation)
      .where("keyHash", "=", keyHash)
      .executeTakeFirst();
    return kept?.answer ? { requestHash: kept.requestHash, answer: kept.answer } : null;
  },

  async keep({ principal, operation, keyHash, requestHash }, answer) {
    // A concurrent holder of the key makes this statement wait on the index until it commits or gives up.
    await db
      .insertInto("core.idempotency")
      .values({ principal, operation, keyHash, requestHash, answer: Buffer.from(answer) })
      .modifyEnd(sentWithNext)
      .execute();
  },
});
