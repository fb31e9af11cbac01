import { type ChildProcess, execFile, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { openDatabase } from "@vitrina/db";
import { migrate } from "@vitrina/db/core";
import { startEmbedded } from "@vitrina/db/embedded";
import { migrations } from "@vitrina/db/migrations";
import { unpackChromium } from "./chromium.ts";

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, "..", "..");
const script = (name: string) => path.join(root, "apps/api", name);

/** Opens a shop of the tests' own, as `npm start` does it, on any free port; what it returns closes it. */
export default async function openShop(): Promise<() => Promise<void>> {
  const browser = await unpackChromium();
  const dataDir = await mkdtemp(path.join(tmpdir(), "vitrina-e2e-"));
  const postgres = await startEmbedded({ dataDir: path.join(dataDir, "postgres"), durable: false });
  let shop: ChildProcess | undefined;
  const close = async () => {
    if (shop && shop.exitCode === null) {
      const exited = once(shop, "exit");
      shop.kill("SIGTERM");
      await exited;
    }
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const env = {
      ...process.env,
      APP_ENV: "dev",
      NODE_ENV: "production",
      LOG_LEVEL: "error",
      WORKER: "inline",
      PORT: "0",
      HOST: "127.0.0.1",
      DATABASE_URL: postgres.connectionString,
      DATA_DIR: dataDir,
    };
    await migrateAt(postgres.connectionString);
    await run(process.execPath, [script("dist/shop.js"), "seed", "--without-pictures"], { env });
    if (process.env["REAL"] === "1") await importReal(env);
    shop = fork(script("dist/main.js"), { env, stdio: ["ignore", "inherit", "inherit", "ipc"] });
    const [{ port }] = (await once(shop, "message")) as [{ port: number }];
    Object.assign(process.env, {
      SHOP_URL: `http://localhost:${port}`,
      SHOP_DATABASE: postgres.connectionString,
      SHOP_DATA: dataDir,
      ...(browser && { CHROMIUM_PATH: browser.executablePath, CHROMIUM_ENV: JSON.stringify(browser.env) }),
    });
    return close;
  } catch (error) {
    await close();
    throw error;
  }
}

async function migrateAt(connectionString: string): Promise<void> {
  const { db, close } = openDatabase<unknown>({ connectionString, statementTimeout: 0, max: 1 });
  await migrate(db, migrations);
  await close();
}

/** The real catalogue beside the project, as an operator imports it. */
async function importReal(env: NodeJS.ProcessEnv): Promise<void> {
  const file = path.resolve(root, "..", "shared/data/catalogue.jsonl.gz");
  await run(process.execPath, [script("dist/shop.js"), "import", file, "--source", "icecat"], { env, maxBuffer: 1e8 });
}
