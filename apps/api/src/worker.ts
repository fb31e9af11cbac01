import { setTimeout as sleep } from "node:timers/promises";
import type { Database, OpenDatabase } from "@vitrina/db";
import { createInbox, dispatchOutbox, type DispatchedEvent, forgetFailedJobs, sweepCore } from "@vitrina/db/core";
import { type Clock, type MailSender, NotFound, type ShopEvent } from "@vitrina/domain/core";
import { Logger as JobLogger, run, type TaskList } from "graphile-worker";
import pg from "pg";
import type { Logger } from "pino";
import { createLetterSeal } from "#core/letter-seal.ts";
import { createSmtpSender } from "#core/smtp.ts";
import type { Env } from "#env.ts";
import { letterFor } from "#letters.ts";
import type { Services } from "#services.ts";

/** Categories whose offered facets are made anew in one transaction. */
const MENUS = 10;
const BATCH = 200;
/** How long an answer is kept for a repetition of its call, in milliseconds: 7 days. */
const KEPT = 7 * 24 * 3600 * 1000;
/** Answers and events forgotten by one statement. */
const SWEPT = 5_000;
/** Faults of one check that are told in the log one by one, each with how many there are. */
const MOST_TOLD = 20;
const CRONTAB = [
  "* * * * * expire-holds",
  "* * * * * sweep-sessions",
  "* * * * * check-listings",
  "*/5 * * * * refresh-groups",
  "*/5 * * * * check-stock",
  "23 * * * * check-rates",
  "17 * * * * sweep",
  "37 * * * * erase",
].join("\n");

type ClosableSender = MailSender & { close?(): void };

export interface WorkerOptions {
  env: Pick<Env, "DATABASE_URL" | "PUBLIC_URL" | "SMTP_URL" | "MAIL_FROM" | "PASSWORD_PEPPER">;
  database: Pick<OpenDatabase<Database>, "db">;
  services: {
    allocations: Pick<Services["allocations"], "check">;
    throttle: Pick<Services["throttle"], "sweep">;
    auth: Pick<Services["auth"], "sweep" | "sendReset" | "sendEmailChange" | "warnOwner">;
    groups: Pick<Services["groups"], "refreshChanged" | "refreshTimed">;
    cart: Pick<Services["cart"], "forgetExpired">;
    consents: Pick<Services["consents"], "tokenOf">;
    erasure: Pick<Services["erasure"], "eraseDue">;
    exports: Pick<Services["exports"], "build" | "sweep">;
    media: Pick<Services["media"], "sweep">;
    inventory: Pick<Services["inventory"], "releaseExpired" | "fillPromises" | "endBackOrders">;
    importJobs: Services["importJobs"];
    bulkJobs: Services["bulkJobs"];
    invitations: Pick<Services["invitations"], "sweep">;
    notices: Pick<Services["notices"], "tell" | "invite" | "goodsOf" | "stopTokenOf" | "forgetExpired">;
    orders: Pick<Services["orders"], "forLetter">;
    payments: Pick<Services["payments"], "settle">;
    queries: Pick<Services["queries"], "digest">;
    conversions: Pick<Services["conversions"], "convertNext" | "stale">;
    search: Pick<Services["search"], "refreshDirty" | "refreshMenus" | "fillCollections" | "lag" | "countWords">;
    reconcile: Pick<Services["reconcile"], "check">;
  };
  log: Logger;
  now: Clock;
  /** Where mail goes; by SMTP_URL, else into the inbox table, unless told. */
  sender?: ClosableSender;
}

/** Starts the jobs of the shop: mail, expiry, sweeping, groups of customers and the listings' refresh. Any number of workers may run. */
export async function startWorker(options: WorkerOptions): Promise<{ stop(): Promise<void> }> {
  const { env, database, services, log } = options;
  const stopping = new AbortController();
  const pool = jobsPool(env.DATABASE_URL);
  const mail = options.sender ?? senderOf(env, database);
  const runner = await run({
    pgPool: pool,
    concurrency: 3,
    pollInterval: 1000,
    noHandleSignals: true,
    crontab: CRONTAB,
    taskList: tasksOf(options, mail),
    logger: jobLogger(log),
  });
  const every = (pause: number, name: string, work: () => Promise<number>) =>
    repeat({ pause, name, work, log, signal: stopping.signal });
  const loops = [
    every(250, "outbox", () => dispatchOutbox(database.db, BATCH)),
    every(500, "groups", () => services.groups.refreshChanged(BATCH)),
    every(1000, "promises", () => services.inventory.fillPromises(BATCH)),
    every(1000, "notices", () => services.notices.tell(BATCH)),
    every(1000, "imports", () => services.importJobs.runNext(stopping.signal, log)),
    every(500, "conversions", () => services.conversions.convertNext(BATCH)),
    every(1000, "bulk edits", () => services.bulkJobs.runNext(stopping.signal, log)),
    every(200, "listings", () => services.search.refreshDirty(BATCH)),
    every(1000, "facets", () => services.search.refreshMenus(MENUS)),
    every(500, "collections", () => services.search.fillCollections(BATCH)),
  ];
  return {
    async stop() {
      stopping.abort();
      await Promise.all([...loops, runner.stop()]);
      await pool.end();
      mail.close?.();
    },
  };
}

/** A pool apart, because jobs listen for notifications and need none of the shop's session settings. */
function jobsPool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: 4, application_name: "vitrina-jobs" });
  // A server that ends a connection, also one that is being closed, must not end this process.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

function tasksOf({ env, database, services, log, now }: WorkerOptions, mail: MailSender): TaskList {
  const { host } = new URL(env.PUBLIC_URL);
  const { open } = createLetterSeal(env.PASSWORD_PEPPER);
  return {
    async deliver(payload, { addJob }) {
      const { dedupKey, event } = payload as DispatchedEvent & { event: ShopEvent };
      if (event.topic === "auth.reset-asked") return services.auth.sendReset(event);
      if (event.topic === "auth.guesses-noticed") return services.auth.warnOwner(event);
      if (event.topic === "auth.email-change-asked") return services.auth.sendEmailChange(event);
      if (event.topic === "users.export-asked") return services.exports.build(event);
      if (event.topic === "inventory.notice-asked") return services.notices.invite(event);
      if (event.topic === "orders.placed") {
        const { orderId } = event;
        await addJob("settle", { orderId }, { jobKey: `settle:${orderId}` });
      }
      const letter = await letterFor(event, {
        publicUrl: env.PUBLIC_URL,
        order: services.orders.forLetter,
        open,
        unsubscribe: services.consents.tokenOf,
        notices: services.notices,
      }).catch(noneAboutDeleted);
      if (letter) await mail.send(letter, `<${dedupKey.replace(/[^\w.-]/g, ".")}@${host.replace(/:\d+$/, "")}>`);
    },
    async settle(payload) {
      const { orderId } = payload as { orderId: string };
      const payment = await services.payments.settle(orderId);
      if (payment === "mismatch") log.error({ orderId }, "the provider speaks of another payment than ours");
    },
    async "expire-holds"() {
      await services.inventory.endBackOrders(now());
      while ((await services.inventory.releaseExpired(now(), BATCH)) === BATCH);
    },
    async "check-stock"() {
      const levels = await services.reconcile.check();
      for (const level of levels.slice(0, MOST_TOLD))
        log.error({ ...level, found: levels.length }, "a level drifted from its movements or holds");
      const allocations = await services.allocations.check();
      for (const { number, ...each } of allocations.slice(0, MOST_TOLD))
        log.error(
          { order: number, ...each, found: allocations.length },
          "goods are not set aside as the order needs them",
        );
    },
    async "check-rates"() {
      for (const { currency, base, from, holdDays } of await services.conversions.stale())
        log.error(
          { currency, base, from, holdDays },
          "a rate is older than it holds: prices converted by it are not sold",
        );
    },
    async "check-listings"() {
      const { late, ...lag } = await services.search.lag();
      if (late) log.error(lag, "lists lag behind the shop: changes wait to be shown");
    },
    async "refresh-groups"() {
      await services.groups.refreshTimed();
    },
    async "sweep-sessions"() {
      await services.auth.sweep();
      while ((await services.throttle.sweep(SWEPT)) === SWEPT);
    },
    async erase() {
      while (await services.erasure.eraseDue());
    },
    async sweep() {
      await services.queries.digest();
      await services.search.countWords();
      await services.exports.sweep();
      await services.invitations.sweep();
      while ((await services.notices.forgetExpired(BATCH)) === BATCH);
      while ((await services.media.sweep(BATCH)) === BATCH);
      while ((await services.importJobs.sweep(BATCH)) === BATCH);
      while ((await services.bulkJobs.sweep(BATCH)) === BATCH);
      while ((await services.cart.forgetExpired(now(), BATCH)) === BATCH);
      const before = new Date(now().getTime() - KEPT);
      while ((await sweepCore(database.db, before, SWEPT)) === SWEPT);
      await forgetFailedJobs(database.db, before);
    },
  };
}

/** Goods that were deleted since are not found at another try either: nobody is written to about them. */
function noneAboutDeleted(error: unknown): null {
  if (error instanceof NotFound && error.details.what === "variant") return null;
  throw error;
}

const senderOf = (env: WorkerOptions["env"], { db }: WorkerOptions["database"]): ClosableSender =>
  env.SMTP_URL ? createSmtpSender({ url: env.SMTP_URL, from: env.MAIL_FROM }) : createInbox(db);

interface Loop {
  pause: number;
  name: string;
  /** Returns how many things it did; a full batch is followed by the next at once. */
  work: () => Promise<number>;
  log: Logger;
  signal: AbortSignal;
}

async function repeat({ pause, name, work, log, signal }: Loop): Promise<void> {
  while (!signal.aborted) {
    const done = await work().catch((error: unknown) => {
      log.error({ err: error, loop: name }, "a loop of the worker failed");
      return 0;
    });
    if (done < BATCH) await sleep(pause, undefined, { signal }).catch(() => {});
  }
}

/** Says which job it was about, never its payload: that holds names and addresses. */
const jobLogger = (log: Logger): JobLogger =>
  new JobLogger(() => (level, message, meta) => {
    const write = level === "error" ? "error" : level === "warning" ? "warn" : "debug";
    const job = meta?.["job"] as { id?: string; task_identifier?: string; attempts?: number } | undefined;
    log[write]({ jobId: job?.id, task: job?.task_identifier, attempts: job?.attempts, err: meta?.["error"] }, message);
  });
