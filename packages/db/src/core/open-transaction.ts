import { AsyncLocalStorage } from "node:async_hooks";
import type { PostgresPool, PostgresPoolClient } from "kysely";

/** The transaction that the running use case stands in. */
interface OpenTransaction {
  /** Whose transaction it is: a Kysely instance. */
  db: unknown;
  /** Kysely's transaction, once begun. */
  transaction?: unknown;
  pool?: PostgresPool;
  /** The one connection, borrowed again by every query inside; null once given back. */
  borrowed?: PostgresPoolClient | null;
  /** Reads an error of PostgreSQL as a refusal, or as null. */
  refusalOf?: RefusalOf;
}
type RefusalOf = (error: { code?: string; detail?: string }) => Error | null;

export const openTransaction = new AsyncLocalStorage<OpenTransaction>();

/**
 * Says how a statement of the running use case refuses whose answer nobody waits for: its error comes out of whatever is
 * sent next, COMMIT at the latest, and the use case fails with the refusal instead.
 */
export function failsAs(refusalOf: RefusalOf): void {
  const open = openTransaction.getStore();
  if (open) open.refusalOf = refusalOf;
}

/**
 * A pool whose connections inside a transaction are that transaction's own: plain reads of a use case see what it wrote,
 * and no request ever waits for a second connection while it holds a first.
 */
export function joiningTransactions(pool: PostgresPool): PostgresPool {
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const open = openTransaction.getStore();
      if (!open || open.borrowed === null || (open.pool && open.pool !== pool)) return pool.connect();
      if (open.borrowed) return open.borrowed;
      open.pool = pool;
      const client = await pool.connect();
      const query = client.query.bind(client) as PostgresPoolClient["query"];
      open.borrowed = { query, release: () => {} };
      return {
        query,
        release(destroy) {
          open.borrowed = null;
          client.release(destroy);
        },
      };
    },
  };
}
