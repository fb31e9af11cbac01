import { accessSync, constants, mkdirSync } from "node:fs";
import path from "node:path";
import { openDatabase } from "@vitrina/db";
import { migrate } from "@vitrina/db/core";
import { startEmbedded } from "@vitrina/db/embedded";
import { migrations } from "@vitrina/db/migrations";
import { Cure, root, run, step } from "./steps.ts";

export interface ShopDatabase {
  connectionString: string;
  stop(): Promise<void>;
}

export const dataDir = path.resolve(root, process.env.DATA_DIR ?? ".data");

/** The shop's database, migrated: that of DATABASE_URL, or else the embedded one in DATA_DIR. */
export async function openShopDatabase(): Promise<ShopDatabase> {
  makeDataDir();
  const database = await startDatabase(process.env.DATABASE_URL);
  try {
    await step("Migrating", () => migrateAt(database.connectionString));
  } catch (error) {
    await database.stop();
    throw error;
  }
  return database;
}

/** Fills an empty shop with the demo catalogue; the environment must name the database. */
export async function seedIfEmpty(env: NodeJS.ProcessEnv): Promise<void> {
  const { db, close } = openDatabase<Record<string, { id: string }>>({
    connectionString: env.DATABASE_URL ?? "",
    max: 1,
  });
  const user = await db.selectFrom("users.user").select("id").limit(1).executeTakeFirst();
  await close();
  if (user) return;
  console.log("· Filling the shop with the demo catalogue (first run only)");
  const { code } = await run(process.execPath, ["apps/api/src/shop.ts", "seed"], {
    env,
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (code !== 0) throw new Cure("The demo catalogue could not be written; the reason is above.");
}

async function startDatabase(url: string | undefined): Promise<ShopDatabase> {
  if (url) {
    await step("Reaching the database of DATABASE_URL", () => reach(url));
    return { connectionString: url, stop: async () => {} };
  }
  return step("Starting PostgreSQL", () => startEmbedded({ dataDir: path.join(dataDir, "postgres") }));
}

async function reach(url: string): Promise<void> {
  const { pool, close } = openDatabase({ connectionString: url, max: 1 });
  try {
    await pool.query("select 1");
  } catch (error) {
    const reason = error instanceof AggregateError ? error.errors[0] : error;
    throw new Cure(
      `The database of DATABASE_URL does not answer (${(reason as Error).message}): ` +
        `start it or correct DATABASE_URL, or unset it to use the embedded PostgreSQL.`,
    );
  } finally {
    await close();
  }
}

async function migrateAt(connectionString: string): Promise<void> {
  const { db, close } = openDatabase<unknown>({ connectionString, statementTimeout: 0, max: 1 });
  try {
    await migrate(db, migrations);
  } finally {
    await close();
  }
}

function makeDataDir(): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK);
  } catch {
    throw new Cure(
      `This user may not write to ${dataDir}: give it that right (chown or chmod), or set DATA_DIR to another folder.`,
    );
  }
}
