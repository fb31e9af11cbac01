import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from "kysely";
import type pg from "pg";

const MAX_NAMED = 500;
const MAX_SEEN = 2000;

/**
 * Gives PostgreSQL a name for every statement that comes a second time, so that each connection parses and plans it
 * once, and sends BEGIN in one round trip with the first statement behind it. Kysely 0.29 has no option for either.
 */
export function withNamedStatements(pool: pg.Pool): PostgresPool {
  const naming = createNaming();
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => wrap(await pool.connect(), naming),
  };
}

type Naming = ReturnType<typeof createNaming>;

const wrappers = new WeakMap<pg.PoolClient, PostgresPoolClient>();

function wrap(client: pg.PoolClient, naming: Naming): PostgresPoolClient {
  const known = wrappers.get(client);
  if (known) return known;
  let begin: Promise<unknown> | undefined;

  const run = async (text: string, values: readonly unknown[]) => {
    if (text === "begin") {
      begin = client.query(text);
      begin.catch(() => {});
      return { command: "BEGIN", rowCount: 0, rows: [] };
    }
    const opened = begin;
    begin = undefined;
    const name = naming.nameOf(text);
    const send = () => client.query({ text, values: [...values], ...(name && { name }) });
    try {
      const [, result] = await Promise.all([opened, send()]);
      return result;
    } catch (error) {
      if (!name || !isStalePlan(error)) throw error;
      naming.forget(text);
      // In a transaction the error has spoilt it: the whole of it is tried again by its owner.
      if (client.getTransactionStatus() !== "I") throw error;
      return client.query(text, [...values]);
    }
  };

  function query<Row>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>>;
  function query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>;
  function query(text: unknown, values: readonly unknown[] = []): unknown {
    if (typeof text !== "string") throw new TypeError("Cursors do not work on a pipelined connection.");
    return run(text, values);
  }

  const wrapper: PostgresPoolClient = { query, release: (destroy) => client.release(destroy) };
  wrappers.set(client, wrapper);
  return wrapper;
}

/** A migration changed what a prepared statement returns: the next try must be parsed anew. */
export function isStalePlan(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return code === "0A000" && message === "cached plan must not change result type";
}

function createNaming() {
  const names = new Map<string, string>();
  const seen = new Set<string>();
  let counter = 0;
  return {
    nameOf(text: string): string | undefined {
      const name = names.get(text);
      if (name) return name;
      if (seen.delete(text) && names.size < MAX_NAMED && !text.includes(";")) {
        names.set(text, `s${++counter}`);
        return names.get(text);
      }
      if (seen.size >= MAX_SEEN) seen.clear();
      seen.add(text);
      return undefined;
    },
    forget: (text: string) => names.delete(text),
  };
}
