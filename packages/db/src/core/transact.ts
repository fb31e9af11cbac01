import { setTimeout as sleep } from "node:timers/promises";
import type { Transact } from "@vitrina/domain/core";
import type { Kysely } from "kysely";
import { GAVE_WAY } from "./busy.ts";
import { isStalePlan } from "./named-statements.ts";
import { openTransaction } from "./open-transaction.ts";

const TRIES = 4;

/**
 * The domain's Transact on Kysely, READ COMMITTED. `buildScope` binds the repositories to the transaction.
 * The outermost call is tried again as a whole when PostgreSQL gave way to another transaction, so `work` must have no
 * effect outside of the database. Plain queries of `work` on `db` belong to the transaction too.
 */
export function createTransact<Tables, Scope>(
  db: Kysely<Tables>,
  buildScope: (transaction: Kysely<Tables>) => Scope,
): Transact<Scope> {
  return (work) => {
    const outer = openTransaction.getStore();
    if (outer?.db === db && outer.borrowed) return work(buildScope(outer.transaction as Kysely<Tables>));
    return withRetries(async () => {
      const open: NonNullable<ReturnType<typeof openTransaction.getStore>> = { db };
      try {
        return await openTransaction.run(open, () =>
          db.transaction().execute((transaction) => {
            open.transaction = transaction;
            return work(buildScope(transaction));
          }),
        );
      } catch (error) {
        throw open.refusalOf?.(error as object) ?? error;
      }
    });
  };
}

async function withRetries<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      if (attempt === TRIES || !isTransient(error)) throw error;
      await sleep(10 + Math.random() * 70);
    }
  }
}

function isTransient(error: unknown): boolean {
  return GAVE_WAY.has((error as { code?: string }).code ?? "") || isStalePlan(error);
}
