import { existsSync } from "node:fs";
import { serve } from "@hono/node-server";
import { openDatabase } from "@vitrina/db";
import { listenForEndedSessions } from "@vitrina/db/auth";
import { createInbox } from "@vitrina/db/core";
import { createApp } from "#app.ts";
import { createInboxRoutes } from "#core/inbox.ts";
import { createLog } from "#core/log.ts";
import { createMetrics } from "#core/metrics.ts";
import { type Env, InvalidConfiguration, readEnv, redacted } from "#env.ts";
import { createPages } from "#pages.ts";
import { createServices } from "#services.ts";
import { startWorker } from "#worker.ts";

/** How long running requests may still finish after a stop signal, in milliseconds. */
const DRAIN = 10_000;

function environment(): Env {
  try {
    return readEnv();
  } catch (error) {
    if (!(error instanceof InvalidConfiguration)) throw error;
    console.error(error.message);
    process.exit(78);
  }
}

const env = environment();
const log = createLog(env.LOG_LEVEL);
log.debug({ env: redacted(env) }, "configuration");

const database = openDatabase({
  connectionString: env.DATABASE_URL,
  max: env.DATABASE_POOL_SIZE,
  applicationName: "vitrina-api",
  namedStatements: env.DATABASE_NAMED_STATEMENTS,
});
const now = () => new Date();
const services = await createServices({ db: database.db, env, now });
await services.keyring().catch((error: Error) => {
  log.fatal(error.message);
  process.exit(78);
});
const pages = existsSync(`${env.WEB_DIR}/server/server.js`) ? await createPages(env.WEB_DIR, env.HELP_CONTACT) : null;
let draining = false;

const app = createApp({
  services,
  log,
  now,
  https: env.PUBLIC_URL.startsWith("https:"),
  publicUrl: env.PUBLIC_URL,
  loopback: env.APP_ENV !== "production",
  trustedProxies: env.TRUSTED_PROXIES,
  mediaDir: env.MEDIA_DIR,
  webDir: env.WEB_DIR,
  pages,
  ...(env.APP_ENV !== "production" && { extra: createInboxRoutes(createInbox(database.db)) }),
  metrics: createMetrics(),
  ready: async () => {
    if (draining) throw new Error("draining");
    await database.pool.query("select 1");
  },
});
const server = serve({ fetch: app.fetch, hostname: env.HOST, port: env.PORT }, ({ port }) => {
  log.info({ port, url: env.PUBLIC_URL }, "the shop is open");
  process.send?.({ port });
});
server.on("error", (error: NodeJS.ErrnoException) => {
  const reason = error.code === "EADDRINUSE" ? `Port ${env.PORT} is taken: set PORT to a free one.` : error.message;
  log.fatal(reason);
  process.exit(1);
});
// Through a pooler that shares sessions nothing is heard: there ended sessions are only read at intervals.
const direct = env.DATABASE_DIRECT_URL ?? (env.DATABASE_NAMED_STATEMENTS ? env.DATABASE_URL : null);
const listener =
  direct === null
    ? null
    : listenForEndedSessions({
        connectionString: direct,
        ended: (sessionId) => services.auth.refuse([sessionId]),
        cut: (error) => log.warn({ err: error }, "ended sessions are not heard, only read at intervals"),
      });
const worker = env.WORKER === "inline" ? await startWorker({ env, database, services, log, now }) : null;

async function close(): Promise<void> {
  if (draining) return;
  draining = true;
  setTimeout(() => process.exit(1), DRAIN).unref();
  services.stockWatch.close();
  await new Promise((resolve) => server.close(resolve));
  await worker?.stop();
  await listener?.close();
  await database.close();
  process.exit(0);
}
process.on("SIGTERM", () => void close());
process.on("SIGINT", () => void close());
// Whoever started it with a channel (npm start) was killed.
process.on("disconnect", () => void close());
