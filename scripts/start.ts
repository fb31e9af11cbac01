import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { assertFree, end, endRequested } from "./processes.ts";
import { dataDir, openShopDatabase, seedIfEmpty } from "./shop-database.ts";
import { command, Cure, helped, root, run, step, tool } from "./steps.ts";

const HELP = `npm start: the whole shop on one port

Installs what is missing, starts a PostgreSQL of its own (data in .data), migrates, fills the demo catalogue on
the first run, builds what changed, and serves shop, API and a mail inbox until Ctrl-C.

  PORT          the port, 3000 by default
  HOST          the address to listen on, 127.0.0.1 by default
  DATA_DIR      where data is kept, .data by default
  DATABASE_URL  a PostgreSQL 15 or newer to use instead of the embedded one`;

const port = Number(process.env.PORT ?? 3000);
const host = process.env.HOST ?? "127.0.0.1";

async function start(): Promise<number> {
  const began = performance.now();
  const asked = endRequested();
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Cure(`PORT is ${process.env.PORT}: set it to a number up to 65535.`);
  await assertFree(port, host);
  const database = await openShopDatabase();
  try {
    const env: NodeJS.ProcessEnv = {
      APP_ENV: "dev",
      WORKER: "inline",
      LOG_LEVEL: "warn",
      ...process.env,
      NODE_ENV: "production",
      HOST: host,
      PORT: String(port),
      DATABASE_URL: database.connectionString,
      DATA_DIR: dataDir,
    };
    await step("Building what changed", build);
    await seedIfEmpty(env);
    return await serve(env, asked, began);
  } finally {
    await database.stop();
  }
}

async function build(): Promise<void> {
  const args = ["run", "build", "--filter=@vitrina/api", "--filter=@vitrina/web", "--output-logs=errors-only"];
  const { code, output } = await run(tool("turbo"), [...args, `--concurrency=${Math.max(2, availableParallelism())}`]);
  if (code !== 0) throw new Cure(`The build failed:\n${output}`);
}

/** Runs the shop until someone asks it to end, or until it ends by itself, which is a failure. */
async function serve(env: NodeJS.ProcessEnv, asked: Promise<void>, began: number): Promise<number> {
  const shop = fork("apps/api/dist/main.js", { cwd: root, env });
  const exited = once(shop, "exit").then(() => "ended" as const);
  const interrupted = asked.then(() => "asked" as const);
  const opened = await step("Opening the shop", () => Promise.race([listening(shop), exited, interrupted]));
  if (typeof opened === "number") console.log(welcome(opened, performance.now() - began));
  if (opened === "ended" || (await Promise.race([exited, interrupted])) === "ended") {
    console.error(`The shop ended by itself (${shop.exitCode ?? shop.signalCode}); the reason is above.`);
  }
  const failed = shop.exitCode !== null || shop.signalCode !== null;
  await end(shop);
  return failed ? 1 : 0;
}

async function listening(shop: ChildProcess): Promise<number> {
  const [message] = (await once(shop, "message")) as [{ port: number }];
  return message.port;
}

function welcome(opened: number, took: number): string {
  const url = process.env.PUBLIC_URL ?? `http://localhost:${opened}`;
  return `
  Vitrina is open: ${url}   (in ${(took / 1000).toFixed(1)} s)

  Shopper  shopper@vitrina.example   } password: vitrina-demo-2026
  Staff    staff@vitrina.example     }
  Admin    admin@vitrina.example     } orders: ${url}/admin
  Mail inbox  ${url}/inbox

  Ctrl-C ends it; the data stays in ${dataDir}
`;
}

if (!helped(HELP)) await command(start);
