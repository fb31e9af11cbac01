import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { drawDataModel } from "./core/diagram.ts";
import { EmbeddedPostgresError, startEmbedded } from "./core/embedded.ts";
import { readSchema } from "./core/live-schema.ts";
import { writeLiveTypes } from "./core/live-types.ts";
import { checkMigrations, migrate, MigrationProblem } from "./core/migrate.ts";
import { seal } from "./core/seal.ts";
import { openDatabase } from "./database.ts";
import { migrations } from "./migrations/index.ts";
import { withScratchServer } from "./scratch.ts";

const HELP = `pnpm db <command>: the schema of the database

  migrate      apply what is pending (safe from several processes at once; forward only)
  check        compare the database with the folder of migrations; names every fault and its repair
  make <name>  begin a new migration: the file, its line in the list, its checksum
  seal         write the checksum of every migration file into manifest.json
  diagram      draw docs/data-model.md and the live types from a freshly migrated throw-away database

migrate and check work on DATABASE_URL, or else on the embedded database in DATA_DIR (.data).`;

const here = import.meta.dirname;
const folder = path.join(here, "migrations");
const root = path.join(here, "..", "..", "..");
const liveTypes = path.join(here, "live-types.gen.ts");
const dataModel = path.join(root, "docs", "data-model.md");

const commands: Record<string, (...args: string[]) => Promise<void>> = {
  migrate: () =>
    withDatabase(async (db) => {
      const applied = await migrate(db, migrations);
      console.log(applied.length > 0 ? `Applied ${applied.join(", ")}` : `Up to date: ${migrations.length} migrations`);
    }),
  check: () =>
    withDatabase(async (db) => {
      const { problems, pending } = await checkMigrations(db, migrations, folder);
      if (problems.length > 0) throw new MigrationProblem(problems);
      console.log(
        `The chain is whole: ${migrations.length} migrations, ${pending.length} pending${pending.length > 0 ? ` (${pending.join(", ")})` : ""}`,
      );
    }),
  make,
  seal: async () => console.log(`Sealed ${await seal(folder)} migrations`),
  diagram,
};

async function make(name = ""): Promise<void> {
  if (!/^[a-z][a-z0-9_]*$/.test(name))
    throw new MigrationProblem(["Name the migration in snake_case: pnpm db make cart_notes"]);
  const last =
    (await readdir(folder))
      .filter((file) => /^\d{4}_/.test(file))
      .toSorted()
      .at(-1) ?? "0000";
  const number = String(Number(last.slice(0, 4)) + 1).padStart(4, "0");
  const step = `step${number}`;
  const file = `${number}_${name}`;
  const text =
    'import { sql, type Kysely } from "kysely";\n\nexport async function up(db: Kysely<unknown>): Promise<void> {\n  await sql``.execute(db);\n}\n';
  await writeFile(path.join(folder, `${file}.ts`), text, { flag: "wx" });
  const index = path.join(folder, "index.ts");
  const list = await readFile(index, "utf8");
  await writeFile(
    index,
    list
      .replace("\n\nconst steps", `\nimport * as ${step} from "./${file}.ts";\n\nconst steps`)
      .replace("\n];", `\n  ["${file}", ${step}],\n];`),
  );
  await seal(folder);
  console.log(`Made packages/db/src/migrations/${file}.ts: write it, then run pnpm db seal and pnpm db diagram`);
}

async function diagram(): Promise<void> {
  await withScratchServer(async (connectionString) => {
    const { db, close } = openDatabase<unknown>({ connectionString, statementTimeout: 0, max: 1 });
    await migrate(db, migrations);
    const tables = await readSchema(db);
    await close();
    await writeFile(liveTypes, writeLiveTypes(tables));
    await writeFile(dataModel, drawDataModel(tables));
    console.log(`Drew ${tables.length} tables and views into docs/data-model.md`);
  });
}

async function withDatabase(
  work: (db: ReturnType<typeof openDatabase<unknown>>["db"]) => Promise<void>,
): Promise<void> {
  const own = process.env.DATABASE_URL;
  const dataDir = path.resolve(root, process.env.DATA_DIR ?? ".data", "postgres");
  const embedded = own ? undefined : await startEmbedded({ dataDir, log: console.log });
  const { db, close } = openDatabase<unknown>({
    connectionString: own ?? embedded!.connectionString,
    statementTimeout: 0,
    max: 2,
  });
  try {
    await work(db);
  } finally {
    await close();
    await embedded?.stop();
  }
}

const [name = "--help", ...args] = process.argv.slice(2);
const command = commands[name];
if (!command || args.includes("--help")) {
  console.log(HELP);
  process.exitCode = name === "--help" || command ? 0 : 2;
} else {
  try {
    await command(...args);
  } catch (error) {
    const expected = error instanceof MigrationProblem || error instanceof EmbeddedPostgresError;
    console.error(expected ? error.message : error);
    process.exitCode = 1;
  }
}
