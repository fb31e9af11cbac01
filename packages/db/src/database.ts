import { CamelCasePlugin, Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { AuthTables } from "./auth/index.ts";
import type { CartTables } from "./cart/index.ts";
import type { CatalogTables } from "./catalog/index.ts";
import type { CoreTables } from "./core/index.ts";
import { withNamedStatements } from "./core/named-statements.ts";
import { joiningTransactions } from "./core/open-transaction.ts";
import type { InventoryTables } from "./inventory/index.ts";
import type { OrdersTables } from "./orders/index.ts";
import type { PricingTables } from "./pricing/index.ts";
import type { PromotionsTables } from "./promotions/index.ts";
import type { ReviewsTables } from "./reviews/index.ts";
import type { SearchTables } from "./search/index.ts";
import type { UsersTables } from "./users/index.ts";

/** Sum of the rooms' tables. */
export interface Database
  extends
    AuthTables,
    CartTables,
    CatalogTables,
    CoreTables,
    InventoryTables,
    OrdersTables,
    PricingTables,
    PromotionsTables,
    ReviewsTables,
    SearchTables,
    UsersTables {}

export interface DatabaseOptions {
  connectionString: string;
  /** Most connections at once; 10 unless told. */
  max?: number;
  /** Shown in pg_stat_activity. */
  applicationName?: string;
  /** False behind a pooler that shares sessions (pgBouncer in transaction mode): no named statements, no session settings. */
  namedStatements?: boolean;
  /** Milliseconds; 0 means no limit. */
  statementTimeout?: number;
  /** How long a statement may wait for a lock, in milliseconds; 2000 unless told. */
  lockTimeout?: number;
  /** How long a query may wait for a free connection, in milliseconds; 5000 unless told. */
  connectionTimeout?: number;
}

export interface OpenDatabase<Tables = Database> {
  db: Kysely<Tables>;
  pool: pg.Pool;
  close(): Promise<void>;
}

const { INT8, DATE } = pg.types.builtins;
const INT8_ARRAY = 1016;

/** bigint comes as a number (money and counts are safe integers), numeric and date as text, timestamps as Date. */
const parsers: Record<number, (text: string) => unknown> = {
  [INT8]: toSafeInteger,
  [INT8_ARRAY]: (text) => JSON.parse(text.toLowerCase().replace("{", "[").replace("}", "]")),
  [DATE]: (text) => text,
};

function toSafeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} does not fit a safe integer`);
  return value;
}

/** Opens a pool of connections to a migrated database; nothing is sent until the first query. */
export function openDatabase<Tables = Database>(options: DatabaseOptions): OpenDatabase<Tables> {
  const {
    connectionString,
    max = 10,
    applicationName = "vitrina",
    namedStatements = true,
    statementTimeout = 5_000,
    lockTimeout = 2_000,
    connectionTimeout = 5_000,
  } = options;
  const limits = {
    statement_timeout: statementTimeout,
    lock_timeout: lockTimeout,
    idle_in_transaction_session_timeout: 5_000,
    // The default weighs a random page like a turn of a disk, and reads whole tables where an index is at hand.
    // Compiling a statement to machine code takes longer than any of ours runs.
    options: "-c random_page_cost=1.1 -c jit=off",
  };
  const pool = new pg.Pool({
    connectionString,
    max,
    application_name: applicationName,
    connectionTimeoutMillis: connectionTimeout,
    keepAlive: true,
    pipeline: namedStatements,
    types: {
      getTypeParser: (oid, format) => (format !== "binary" && parsers[oid]) || pg.types.getTypeParser(oid, format),
    },
    ...(namedStatements ? limits : {}),
  });
  // Without a listener, a connection that the server ends would end this process too; the pool listens to idle ones.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: joiningTransactions(namedStatements ? withNamedStatements(pool) : pool) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  return { db, pool, close: () => (pool.ended ? Promise.resolve() : pool.end()) };
}
