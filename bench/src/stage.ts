import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbedded } from "@vitrina/db/embedded";
import pg from "pg";
import { cpuOfChildren, pin, type Server, startServer, unpin } from "./server.ts";
import { fillShelf, goodsOf } from "./shelf.ts";
import { query } from "./shopping.ts";

const root = path.resolve(import.meta.dirname, "../..");
const inRoot = (...parts: string[]) => path.join(root, ...parts);

function node(args: string[], env: NodeJS.ProcessEnv = {}): void {
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  if (status !== 0) throw new Error(`${args.join(" ")} failed`);
}

async function ended(worker: ChildProcess): Promise<void> {
  worker.kill("SIGTERM");
  if (worker.exitCode === null && worker.signalCode === null) await once(worker, "exit");
}

export type House = Awaited<ReturnType<typeof openHouse>>;

interface Ground {
  build: boolean;
  folder: string;
}

/** The shop built and an embedded PostgreSQL with fsync in that folder, its schema up to date. */
export async function openHouse({ build, folder }: Ground) {
  const targets = ["run", "build", "--filter=@vitrina/api", "--filter=@vitrina/web", "--output-logs=errors-only"];
  if (build) node([inRoot("node_modules/turbo/bin/turbo"), ...targets]);
  const postgres = await startEmbedded({ dataDir: path.join(folder, "postgres"), database: "vitrina_bench" });
  const pool = new pg.Pool({ connectionString: postgres.connectionString, max: 4 });
  // The server ends before every connection has said good-bye.
  pool.on("error", () => {});
  const servers: Server[] = [];
  const workers: ChildProcess[] = [];
  const env = {
    APP_ENV: "dev",
    LOG_LEVEL: "error",
    PORT: "0",
    DATABASE_URL: postgres.connectionString,
    DATA_DIR: folder,
    // So that every shopper comes from a network of their own.
    TRUSTED_PROXIES: "127.0.0.1",
  };
  const shopCommand = inRoot("apps/api/src/shop.ts");
  const start = async (file: string, asked: string) => {
    const server = await startServer(file, env, asked);
    servers.push(server);
    return server;
  };
  const [postmaster = ""] = readFileSync(path.join(folder, "postgres/postmaster.pid"), "utf8").split("\n");
  node([inRoot("packages/db/src/cli.ts"), "migrate"], env);
  return {
    pool,
    async close(): Promise<void> {
      for (const server of servers) await server.stop();
      for (const worker of workers) await ended(worker);
      await pool.end();
      await postgres.stop();
    },
    /** Runs a command of those who run the shop and waits for it, before anything is measured. */
    fill: (...args: string[]) => node([shopCommand, ...args], env),
    /** Runs a command of those who run the shop, e.g. `keys rotate`, while it is open. */
    async operate(...args: string[]) {
      const [code] = await once(
        spawn(process.execPath, [shopCommand, ...args], { env: { ...process.env, ...env } }),
        "exit",
      );
      if (code !== 0) throw new Error(`shop ${args.join(" ")} ended with ${code}`);
    },
    /** The worker of the shop, which keeps listings true. */
    startWorker() {
      const worker = spawn(process.execPath, [inRoot("apps/api/dist/worker.js")], {
        stdio: ["ignore", "inherit", "inherit"],
        env: { ...process.env, ...env, NODE_ENV: "production" },
      });
      workers.push(worker);
      unpin(worker.pid as number);
      return { stop: () => ended(worker) };
    },
    /** Processor time PostgreSQL has used, ms. */
    postgresCpu: () => cpuOfChildren(Number(postmaster)),
    /** @param asked a path that it must answer before it counts as started */
    startFloor: (asked: string) => start(path.join(import.meta.dirname, "floor.ts"), asked),
    startShop: (asked: string) => start(inRoot("apps/api/dist/main.js"), asked),
  };
}

export type Stage = Awaited<ReturnType<typeof openStage>>;

/** A house with goods on the shelf; `close` leaves nothing unless the folder is to be kept. */
export async function openStage({ build, keep }: { build: boolean; keep: string | undefined }) {
  const folder = keep ? path.resolve(keep) : mkdtempSync(path.join(tmpdir(), "vitrina-bench-"));
  const house = await openHouse({ build, folder });
  const close = async () => {
    await house.close();
    if (!keep) rmSync(folder, { recursive: true, force: true });
  };
  try {
    house.fill("seed", "--without-pictures");
    await fillShelf(house.pool);
    house.fill("refresh");
    const goods = await goodsOf(house.pool);
    pin(process.pid, 1);
    return {
      ...house,
      goods,
      close,
      startFloor: () => house.startFloor(`/product/${goods.slugs[0]}`),
      startShop: () => house.startShop(query("search.list", { category: goods.categories[0], currency: "RUB" }).path),
    };
  } catch (error) {
    await close();
    throw error;
  }
}
