import {
  type PostgresCursor,
  type PostgresPool,
  type PostgresPoolClient,
  type PostgresQueryResult,
  // oxlint-disable-next-line no-restricted-imports -- a mark for the connection is no query
  sql,
} from "kysely";
import pg from "pg";

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

// What pg's own classes have and their types leave out.
declare module "pg" {
  // oxlint-disable-next-line typescript/no-explicit-any -- a merged declaration repeats the parameters of the first
  interface Query<R extends pg.QueryResultRow = any, I extends any[] = any> {
    prepare(connection: pg.Connection): void;
    handleDataRow(message: unknown): void;
    handleCommandComplete(message: unknown, connection: pg.Connection): void;
  }
  interface Connection {
    /** Texts by name. */
    readonly parsedStatements: Readonly<Record<string, string>>;
  }
}

type Done = (error: Error | null, result: pg.QueryResult) => void;

/**
 * Several prepared statements in one packet, answered in one packet: with a Sync behind each, PostgreSQL sends one for
 * each, and waking the reader costs more than the statement. The answer is that of the last; the first error ends it.
 */
class Batch extends pg.Query {
  readonly #ahead: pg.QueryConfig[];
  #pending: number;

  constructor(ahead: pg.QueryConfig[], last: pg.QueryConfig, done: Done) {
    super(last, done);
    this.#ahead = ahead;
    this.#pending = ahead.length;
  }
  override prepare(connection: pg.Connection): void {
    const quiet = Object.create(connection, {
      describe: { value: () => {} },
      sync: { value: () => {} },
    }) as pg.Connection;
    for (const statement of this.#ahead) new pg.Query(statement).prepare(quiet);
    super.prepare(connection);
  }
  override handleDataRow(message: unknown): void {
    if (this.#pending === 0) super.handleDataRow(message);
  }
  override handleCommandComplete(message: unknown, connection: pg.Connection): void {
    if (this.#pending === 0) super.handleCommandComplete(message, connection);
    else this.#pending--;
  }
}

const sendBatch = (client: pg.PoolClient, configs: pg.QueryConfig[]) =>
  new Promise<pg.QueryResult>((resolve, reject) => {
    const done: Done = (error, result) => (error ? reject(error) : resolve(result));
    client.query(new Batch(configs.slice(0, -1), configs.at(-1) as pg.QueryConfig, done));
  });

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

  const named = ({ text, values }: Statement) => {
    const name = naming.nameOf(text);
    return { text, values: [...values], ...(name && { name }) };
  };
  const sendAll = async (statements: Statement[]) => {
    const configs = statements.map(named);
    const { parsedStatements, stream } = client.connection;
    if (configs.length > 1 && configs.every(({ name }) => name && parsedStatements[name]))
      return sendBatch(client, configs);
    stream.cork();
    const answers = configs.map((config) => client.query(config));
    stream.uncork();
    return (await Promise.all(answers)).at(-1);
  };
  const run = async (text: string, values: readonly unknown[]) => {
    const inside = waiting.length > 0 || client.getTransactionStatus() === "T";
    if (text === "begin" || (inside && text.endsWith(WITH_NEXT))) {
      waiting.push({ text, values });
      return { command: "BEGIN", rowCount: 0, rows: [] };
    }
    const begun = waiting.some((statement) => statement.text === "begin");
    const statements = text === "rollback" ? [{ text, values }] : [...waiting, { text, values }];
    waiting = [];
    if (text === "rollback" && begun) return { command: "ROLLBACK", rowCount: 0, rows: [] };
    try {
      return await sendAll(statements);
    } catch (error) {
      if (!isStalePlan(error)) throw error;
      for (const statement of statements) naming.forget(statement.text);
      // In a transaction the error has spoilt it: the whole of it is tried again by its owner.
      if (inside) throw error;
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
