import { parseArgs } from "node:util";
import { openDatabase } from "@vitrina/db";
import { startEmbedded, type EmbeddedPostgres } from "@vitrina/db/embedded";
import { InvalidConfiguration, readOperatorEnv } from "#env.ts";
import { createServices } from "#services.ts";
import { Misuse, type Operator, type OperatorCommand } from "#shop/command.ts";
import { importCommand } from "#shop/import.ts";
import { keysCommand } from "#shop/keys.ts";
import { refreshCommand } from "#shop/refresh.ts";
import { seedCommand } from "#shop/seed.ts";
import { userCommand } from "#shop/user.ts";

const commands: Record<string, OperatorCommand> = {
  import: importCommand,
  seed: seedCommand,
  refresh: refreshCommand,
  user: userCommand,
  keys: keysCommand,
};

const HELP = `pnpm shop <command>: for those who run the shop

${Object.entries(commands)
  .map(([name, { summary }]) => `  ${name.padEnd(10)} ${summary}`)
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

try {
  await run(process.argv.slice(2));
} catch (error) {
  const told = error instanceof Misuse || error instanceof InvalidConfiguration;
  console.error(told ? error.message : error);
  process.exitCode = 1;
}
