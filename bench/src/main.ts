import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { startEmbedded } from "@vitrina/db/embedded";
import pg from "pg";
import { run } from "./load.ts";
import { measurePairs, type Measured } from "./measure.ts";
import { races } from "./races.ts";
import { pin, type Server, startServer } from "./server.ts";
import { analyzeFilled, fillShelf, goodsOf } from "./shelf.ts";
import { pairs, purchases, query } from "./shopping.ts";
import { median, report } from "./table.ts";

const HELP = `pnpm bench: how fast the shop is, against a floor

Starts the built shop and a floor of raw node:http and pg on one embedded PostgreSQL with fsync, in a folder of their own,
and measures them in turns: medians of the rounds, processor time per request beside requests per second. Ends with the
races that must hold: no unit sold twice, no order doubled.

  --quick      short rounds: a first impression in a minute
  --only <x>   only what has x in its name, e.g. --only order
  --no-build   measures what is built already
  --keep <dir> keeps the data in that folder, for the next run`;

const { values } = parseArgs({
  options: {
    help: { type: "boolean", short: "h" },
    quick: { type: "boolean" },
    "no-build": { type: "boolean" },
    keep: { type: "string" },
    only: { type: "string", default: "" },
  },
});

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

async function bench(): Promise<number> {
  const { rounds, seconds } = values.quick ? { rounds: 2, seconds: 1 } : { rounds: 5, seconds: 3 };
  const build = ["run", "build", "--filter=@vitrina/api", "--filter=@vitrina/web", "--output-logs=errors-only"];
  if (!values["no-build"]) node([inRoot("node_modules/turbo/bin/turbo"), ...build]);
  const folder = values.keep ? path.resolve(values.keep) : mkdtempSync(path.join(tmpdir(), "vitrina-bench-"));
  const postgres = await startEmbedded({ dataDir: path.join(folder, "postgres"), database: "vitrina_bench" });
  const pool = new pg.Pool({ connectionString: postgres.connectionString, max: 4 });
  const env = {
    APP_ENV: "dev",
    LOG_LEVEL: "warn",
    PORT: "0",
    DATABASE_URL: postgres.connectionString,
    DATA_DIR: folder,
  };
  const servers: Server[] = [];
  try {
    node([inRoot("packages/db/src/cli.ts"), "migrate"], env);
    const shopCommand = inRoot("apps/api/src/shop.ts");
    node([shopCommand, "seed", "--without-pictures"], env);
    await fillShelf(pool);
    node([shopCommand, "refresh"], env);
    const goods = await goodsOf(pool);

    pin(process.pid, 1);
    const [slug = ""] = goods.slugs;
    const [category = ""] = goods.categories;
    const floor = await startServer(path.join(import.meta.dirname, "floor.ts"), env, `/product/${slug}`);
    servers.push(floor);
    const first = query("search.list", { category, currency: "RUB" }).path;
    const shop = await startServer(inRoot("apps/api/dist/main.js"), env, first);
    servers.push(shop);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const idle = { shop: shop.memory().now, floor: floor.memory().now };

    const wanted = pairs(goods, values.quick ? 600 : 2000).filter(({ name }) => name.includes(values.only));
    const settle = () => analyzeFilled(pool);
    const measured = await measurePairs(wanted, { floor, shop }, { rounds, seconds, settle });
    const page = "pages".includes(values.only) ? await pages(shop, goods.categories, { rounds, seconds }) : null;
    const orders = values.only === "" ? await purchases(shop.port, goods, seconds) : null;
    const checks = values.only === "" ? await races(shop.port, pool, goods.variantIds[0] ?? "") : [];
    console.log(report({ measured, page, orders, checks, idle, shop, floor, products: goods.slugs.length }));
    console.log(
      `\n${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}, PostgreSQL 18, 16 connections, ` +
        `${rounds} rounds of ${seconds} s; the median of each.`,
    );
    return checks.every(({ holds }) => holds) ? 0 : 1;
  } finally {
    for (const server of servers) await server.stop();
    await pool.end();
    await postgres.stop();
    if (!values.keep) rmSync(folder, { recursive: true, force: true });
  }
}

/** Listing pages, rendered on the server. */
async function pages(shop: Server, categories: string[], { rounds, seconds }: { rounds: number; seconds: number }) {
  let turn = 0;
  console.error("· server-rendered listing");
  const workload = { next: () => ({ path: `/catalog/${categories[turn++ % categories.length]}` }) };
  await run(shop.port, workload, { seconds: 1 });
  const runs: Measured[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = shop.cpu();
    const { perSecond, count, p99 } = await run(shop.port, workload, { seconds });
    runs.push({ perSecond, p99, cpu: (shop.cpu() - before) / count });
  }
  return median(runs);
}

if (values.help) console.log(HELP);
else process.exitCode = await bench();
