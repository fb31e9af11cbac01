import type { IdempotencyRepository } from "@vitrina/domain/core";
import type { Kysely } from "kysely";
import type { CoreTables } from "./core.tables.ts";
import { sentWithNext } from "./named-statements.ts";

export const createIdempotencyRepository = (db: Kysely<CoreTables>): IdempotencyRepository => ({
  async claim({ principal, operation, keyHash, requestHash }) {
    for (;;) {
      // A concurrent holder of the key makes this statement wait on the index until it commits or gives the key back.
      const taken = await db
        .insertInto("core.idempotency")
        .values({ principal, operation, keyHash, requestHash })
        .onConflict((conflict) => conflict.doNothing())
        .returning("keyHash")
        .executeTakeFirst();
      if (taken) return null;

      const earlier = await db
        .selectFrom("core.idempotency")
        .select(["requestHash", "answer"])
        .where("principal", "=", principal)
        .where("operation", "=", operation)
        .where("keyHash", "=", keyHash)
        .executeTakeFirst();
      if (earlier?.answer) return { requestHash: earlier.requestHash, answer: earlier.answer };
      if (earlier) throw new Error(`The idempotency key of ${operation} is claimed twice in one transaction.`);
    }
  },

  async complete({ principal, operation, keyHash }, answer) {
    await db
      .updateTable("core.idempotency")
      .set({ answer: Buffer.from(answer) })
      .where("principal", "=", principal)
      .where("operation", "=", operation)
      .where("keyHash", "=", keyHash)
      .modifyEnd(sentWithNext)
      .execute();
  },
});
