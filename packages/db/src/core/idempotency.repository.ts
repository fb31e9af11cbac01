import type { IdempotencyRepository } from "@vitrina/domain/core";
// oxlint-disable-next-line no-restricted-imports -- stands behind every mutation: building it anew cost 5 % of an addition to a cart
import { type Kysely, sql } from "kysely";
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
    await sql`
      insert into core.idempotency (principal, operation, key_hash, request_hash, answer)
      values (${principal}, ${operation}, ${keyHash}, ${requestHash}, ${Buffer.from(answer)}) ${sentWithNext}`.execute(
      db,
    );
  },
});
