import { parseArgs } from "node:util";
import { openDatabase } from "@vitrina/db";
import { MigrationProblem } from "@vitrina/db/core";
import { EmbeddedPostgresError, startEmbedded, type EmbeddedPostgres } from "@vitrina/db/embedded";
import { InvalidConfiguration, readOperatorEnv } from "#env.ts";
import { createServices } from "#services.ts";
import { Misuse, type Operator, type OperatorCommand } from "#shop/command.ts";
import { codeCommand, factorCommand } from "#shop/factor.ts";
import { exportCommand } from "#shop/export.ts";
import { importCommand } from "#shop/import.ts";
import { keysCommand } from "#shop/keys.ts";
import { migrateCommand } from "#shop/migrate.ts";
import { reconcileStockCommand } from "#shop/reconcile-stock.ts";
import { refreshCommand } from "#shop/refresh.ts";
import { searchEvalCommand } from "#shop/search-eval.ts";
import { seedCommand } from "#shop/seed.ts";
import { userCommand } from "#shop/user.ts";

const INTERRUPTED = 130;
const UNDEFINED_TABLE = "42P01";
const UNDEFINED_SCHEMA = "3F000";

const commands: Record<string, OperatorCommand> = {
  migrate: migrateCommand,
  import: importCommand,
  export: exportCommand,
  seed: seedCommand,
  refresh: refreshCommand,
  "search-eval": searchEvalCommand,
  "reconcile-stock": reconcileStockCommand,
  user: userCommand,
  keys: keysCommand,
  factor: factorCommand,
  code: codeCommand,
};

const HELP = `pnpm shop <command>: for those who run the shop

${Object.entries(commands)
  .map(([name, { summary }]) => `  ${name.padEnd(12)} ${summary}`)
  .join("\n")}

pnpm shop <command> --help tells more. They work on DATABASE_URL, or else on the embedded database in DATA_DIR (.data).`;

async function run([name = "", ...args]: string[]): Promise<void> {
  const command = commands[name];
  if (!command) {
    if (name && name !== "--help" && name !== "-h") throw new Misuse(`There is no command "${name}".\n\n${HELP}`);
    return console.log(HELP);
  }
  const options = { help: { type: "boolean", short: "h" }, ...command.options } as const;
  const { values, positionals } = parse(() => parseArgs({ args, options, allowPositionals: true }));
  if (values.help) return console.log(command.help);
  await command.check?.({ values, positionals });
  await withOperator((operator) => command.run(operator, { values, positionals }));
}

/** A wrong option is told in a sentence. */
function parse<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new Misuse((error as Error).message);
  }
}

async function withOperator(work: (operator: Operator) => Promise<void>): Promise<void> {
  let embedded: EmbeddedPostgres | undefined;
  const interrupted = () => void Promise.resolve(embedded?.stop()).finally(() => process.exit(INTERRUPTED));
  process.once("SIGINT", interrupted).once("SIGTERM", interrupted);
  try {
    const env = await readOperatorEnv(async (dataDir) => {
      embedded = await startEmbedded({ dataDir });
      return embedded.connectionString;
    });
    const database = openDatabase({
      connectionString: env.DATABASE_URL,
      max: 3,
      applicationName: "vitrina-shop",
      namedStatements: env.DATABASE_NAMED_STATEMENTS,
      statementTimeout: 120_000,
    });
    const now = () => new Date();
    try {
      await work({ env, now, db: database.db, services: await createServices({ db: database.db, env, now }) });
    } finally {
      await database.close();
    }
  } finally {
    await embedded?.stop();
  }
}

/** What the operator can cure is told in a sentence; anything else is a bug with its stack. */
function explain(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { code } = error as { code?: string };
  if (code === UNDEFINED_TABLE || code === UNDEFINED_SCHEMA)
    return `The database is not up to date (${error.message}): run pnpm shop migrate.`;
  if (code === "ECONNREFUSED" || code === "ENOENT")
    return `The database of DATABASE_URL does not answer: start it or correct DATABASE_URL.`;
  const told = [Misuse, InvalidConfiguration, EmbeddedPostgresError, MigrationProblem];
  return told.some((known) => error instanceof known) ? error.message : error;
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
