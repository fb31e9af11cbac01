import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbedded } from "@vitrina/db/embedded";
import pg from "pg";
import { cpuOfChildren, pin, type Server, startServer } from "./server.ts";
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

export type Stage = Awaited<ReturnType<typeof openStage>>;

/** The shop built, an embedded PostgreSQL with fsync in a folder of its own, goods on the shelf; `close` leaves nothing. */
export async function openStage({ build, keep }: { build: boolean; keep: string | undefined }) {
  const targets = ["run", "build", "--filter=@vitrina/api", "--filter=@vitrina/web", "--output-logs=errors-only"];
  if (build) node([inRoot("node_modules/turbo/bin/turbo"), ...targets]);
  const folder = keep ? path.resolve(keep) : mkdtempSync(path.join(tmpdir(), "vitrina-bench-"));
  const postgres = await startEmbedded({ dataDir: path.join(folder, "postgres"), database: "vitrina_bench" });
  const pool = new pg.Pool({ connectionString: postgres.connectionString, max: 4 });
  const servers: Server[] = [];
  const env = {
    APP_ENV: "dev",
    LOG_LEVEL: "error",
    PORT: "0",
    DATABASE_URL: postgres.connectionString,
    DATA_DIR: folder,
    // So that every shopper comes from a network of their own.
    TRUSTED_PROXIES: "127.0.0.1",
  };
  async function close(): Promise<void> {
    for (const server of servers) await server.stop();
    await pool.end();
    await postgres.stop();
    if (!keep) rmSync(folder, { recursive: true, force: true });
  }
  try {
    node([inRoot("packages/db/src/cli.ts"), "migrate"], env);
    const shopCommand = inRoot("apps/api/src/shop.ts");
    node([shopCommand, "seed", "--without-pictures"], env);
    await fillShelf(pool);
    node([shopCommand, "refresh"], env);
    const goods = await goodsOf(pool);
    pin(process.pid, 1);
    const start = async (file: string, asked: string) => {
      const server = await startServer(file, env, asked);
      servers.push(server);
      return server;
    };
    const [postmaster = ""] = readFileSync(path.join(folder, "postgres/postmaster.pid"), "utf8").split("\n");
    return {
      pool,
      goods,
      close,
      /** Runs a command of those who run the shop, e.g. `keys rotate`, while it is open. */
      async operate(...args: string[]) {
        const [code] = await once(
          spawn(process.execPath, [shopCommand, ...args], { env: { ...process.env, ...env } }),
          "exit",
        );
        if (code !== 0) throw new Error(`shop ${args.join(" ")} ended with ${code}`);
      },
      /** Processor time PostgreSQL has used, ms. */
      postgresCpu: () => cpuOfChildren(Number(postmaster)),
      startFloor: () => start(path.join(import.meta.dirname, "floor.ts"), `/product/${goods.slugs[0]}`),
      startShop: () =>
        start(
          inRoot("apps/api/dist/main.js"),
          query("search.list", { category: goods.categories[0], currency: "RUB" }).path,
        ),
    };
  } catch (error) {
    await close();
    throw error;
  }
}
