import { createTransact, sentWithNext } from "@vitrina/db/core";
// oxlint-disable-next-line no-restricted-imports -- a setting of PostgreSQL, which the builder cannot say
import { sql, type Kysely } from "kysely";
import type { SearchTables } from "./search.tables.ts";

/**
 * Reads by the plans that a connection drew once for all parameters. PostgreSQL would plan the statement of a page anew for
 * each answer, as its estimates look better with known parameters: its thousand nodes take longer to plan than to run.
 */
export function readingByOnePlan(db: Kysely<SearchTables>) {
  const transact = createTransact(db, (transaction) => transaction);
  return <Answer>(read: (transaction: Kysely<SearchTables>) => Promise<Answer>): Promise<Answer> =>
    transact(async (transaction) => {
      await sql`set local plan_cache_mode = force_generic_plan ${sentWithNext}`.execute(transaction);
      return read(transaction);
    });
}
