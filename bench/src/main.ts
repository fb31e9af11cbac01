import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { authBench } from "./auth.ts";
import { measureCatalogue } from "./catalogue.ts";
import { catalogueReport } from "./catalogue-table.ts";
import { exactness } from "./exactness.ts";
import { freshness } from "./freshness.ts";
import { run } from "./load.ts";
import { measurePairs, type Measured } from "./measure.ts";
import { races } from "./races.ts";
import type { Server } from "./server.ts";
import { analyzeFilled } from "./shelf.ts";
import { pairs, purchases } from "./shopping.ts";
import { openStage } from "./stage.ts";
import { median, report } from "./table.ts";
import { tokensBench } from "./tokens.ts";

const HELP = `pnpm bench: how fast the shop is, against a floor
pnpm bench auth: what signing in costs, what a flood of wrong passwords does, and whether times tell who is known
  (parts: loop, principal, admission, flood, timing; ends with 1 when a goal is missed by more than twice)
pnpm bench catalogue: whether lists, facets, search and prices stay as fast at a million products as at a thousand
  (--sizes 1000,100000,1000000; catalogues are made once and kept in .data/bench, the largest takes some 10 GB)
pnpm bench exactness: whether every number of random lists is what the base tables say, also after writers changed them
  (--products 10000 --combinations 1000)
pnpm bench freshness: whether a list says sold out within two seconds of the last piece being bought, 1,000 times
  (--times 1000; ends with 1 when one was later)
pnpm bench tokens: whether sessions outlive lost answers and rotated keys, at two processes

Starts the built shop and a floor of raw node:http and pg on one embedded PostgreSQL with fsync, in a folder of their own,
and measures them in turns: medians of the rounds, processor time per request beside requests per second. Ends with the
races that must hold: no unit sold twice, no order doubled.

  --quick      short rounds: a first impression in a minute
  --only <x>   only what has x in its name, e.g. --only order
  --no-build   measures what is built already
  --keep <dir> keeps the data in that folder, for the next run`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    help: { type: "boolean", short: "h" },
    quick: { type: "boolean" },
    "no-build": { type: "boolean" },
    keep: { type: "string" },
    only: { type: "string", default: "" },
    products: { type: "string", default: "10000" },
    combinations: { type: "string", default: "1000" },
    sizes: { type: "string", default: "1000,100000,1000000" },
    times: { type: "string", default: "1000" },
  },
});

const stage = () => openStage({ build: !values["no-build"], keep: values.keep });
const machine = () => `${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}, PostgreSQL 18`;

async function bench(): Promise<number> {
  const { rounds, seconds } = values.quick ? { rounds: 2, seconds: 1 } : { rounds: 5, seconds: 3 };
  const { pool, goods, startFloor, startShop, close } = await stage();
  try {
    const floor = await startFloor();
    const shop = await startShop();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const idle = { shop: shop.memory().now, floor: floor.memory().now };

    const wanted = pairs(goods, values.quick ? 600 : 2000).filter(({ name }) => name.includes(values.only));
    const settle = () => analyzeFilled(pool);
    const measured = await measurePairs(wanted, { floor, shop }, { rounds, seconds, settle });
    const page = "pages".includes(values.only) ? await pages(shop, goods.categories, { rounds, seconds }) : null;
    const orders = values.only === "" ? await purchases(shop.port, goods, seconds) : null;
    const checks = values.only === "" ? await races(shop.port, pool, goods.variantIds[0] ?? "") : [];
    console.log(report({ measured, page, orders, checks, idle, shop, floor, products: goods.slugs.length }));
    console.log(`\n${machine()}, 16 connections, ${rounds} rounds of ${seconds} s; the median of each.`);
    return checks.every(({ holds }) => holds) ? 0 : 1;
  } finally {
    await close();
  }
}

async function auth(): Promise<number> {
  const opened = await stage();
  try {
    const plan = { quick: values.quick ?? false, only: values.only };
    const { text, missed } = await authBench(await opened.startShop(), opened, plan);
    console.log(`${text}\n\n${machine()}`);
    return missed ? 1 : 0;
  } finally {
    await opened.close();
  }
}

async function catalogue(): Promise<number> {
  const sizes = values.sizes.split(",").map(Number);
  const { rounds, seconds } = values.quick ? { rounds: 2, seconds: 1 } : { rounds: 5, seconds: 3 };
  const found = await measureCatalogue({ sizes, only: values.only, rounds, seconds, build: !values["no-build"] });
  console.log(`${catalogueReport(found)}\n\n${machine()}; times with 2 asking at once, a second with 16.`);
  return 0;
}

async function exact(): Promise<number> {
  const plan = { products: Number(values.products), combinations: Number(values.combinations) };
  const { text, exact } = await exactness({ ...plan, build: !values["no-build"] });
  console.log(text);
  return exact ? 0 : 1;
}

async function fresh(): Promise<number> {
  const { pool, startShop, startWorker, close } = await stage();
  try {
    const { port } = await startShop();
    const worker = startWorker();
    const { text, late } = await freshness(port, pool, Number(values.times));
    await worker.stop();
    console.log(`${text}\n\n${machine()}`);
    return late === 0 ? 0 : 1;
  } finally {
    await close();
  }
}

async function tokens(): Promise<number> {
  const { startShop, operate, close } = await stage();
  try {
    const ports = [(await startShop()).port, (await startShop()).port];
    const { text, reached } = await tokensBench({
      ports,
      refreshes: values.quick ? 2_000 : 20_000,
      rotate: () => operate("keys", "rotate", "--force"),
    });
    console.log(`${text}\n\n${machine()}`);
    return reached ? 0 : 1;
  } finally {
    await close();
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
else
  process.exitCode = await (
    { auth, catalogue, exactness: exact, freshness: fresh, tokens }[positionals[0] ?? ""] ?? bench
  )();
