import {
  type PostgresCursor,
  type PostgresPool,
  type PostgresPoolClient,
  type PostgresQueryResult,
  // oxlint-disable-next-line no-restricted-imports -- a mark for the connection is no query
  sql,
} from "kysely";
import type pg from "pg";

const MAX_NAMED = 500;
const MAX_SEEN = 2000;

const WITH_NEXT = "/* sent with the next statement */";

/**
 * The end of a statement whose answer nobody waits for. Inside a transaction it is sent with the next statement, COMMIT
 * at the latest, which fails with it: a round trip less.
 */
export const sentWithNext = sql.raw(WITH_NEXT);

/**
 * Gives PostgreSQL a name for every statement that comes a second time, so that each connection parses and plans it
 * once, and sends BEGIN in one write with the first statement behind it. Kysely 0.29 has no option for either.
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
interface Statement {
  text: string;
  values: readonly unknown[];
}

const wrappers = new WeakMap<pg.PoolClient, PostgresPoolClient>();

function wrap(client: pg.PoolClient, naming: Naming): PostgresPoolClient {
  const known = wrappers.get(client);
  if (known) return known;
  let waiting: Statement[] = [];

  const send = ({ text, values }: Statement) => {
    const name = naming.nameOf(text);
    return client.query({ text, values: [...values], ...(name && { name }) });
  };
  const run = async (text: string, values: readonly unknown[]) => {
    if (text === "begin" || (text.endsWith(WITH_NEXT) && client.getTransactionStatus() === "T")) {
      waiting.push({ text, values });
      return { command: "BEGIN", rowCount: 0, rows: [] };
    }
    const begun = waiting.some((statement) => statement.text === "begin");
    const statements = text === "rollback" ? [{ text, values }] : [...waiting, { text, values }];
    waiting = [];
    if (text === "rollback" && begun) return { command: "ROLLBACK", rowCount: 0, rows: [] };
    const { stream } = client.connection;
    stream.cork();
    const answers = statements.map(send);
    stream.uncork();
    try {
      return (await Promise.all(answers)).at(-1);
    } catch (error) {
      if (!isStalePlan(error)) throw error;
      for (const statement of statements) naming.forget(statement.text);
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
