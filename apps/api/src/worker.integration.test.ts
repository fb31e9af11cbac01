import { createInbox, createOutbox, createTransact, dispatchOutbox, forgetFailedJobs } from "@vitrina/db/core";
import { testDatabase } from "@vitrina/db/testing";
import { type MailSender, NotFound, type ShopEvent } from "@vitrina/domain/core";
import type { ListingLag } from "@vitrina/domain/search";
import type { AllocationsService } from "@vitrina/domain/orders";
import { anOrder } from "@vitrina/domain/orders/testing";
import { runMigrations } from "graphile-worker";
import { type Logger, pino } from "pino";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { startWorker } from "#worker.ts";

const database = testDatabase();
const running: { stop(): Promise<void> }[] = [];

beforeAll(() => runMigrations({ connectionString: database.connectionString }));
beforeEach(() => database.pool.query("truncate core.outbox, core.mail"));
afterEach(async () => {
  await Promise.all(running.splice(0).map((worker) => worker.stop()));
});

interface Opened {
  sender?: MailSender;
  listings?: () => Promise<number>;
  lag?: () => Promise<ListingLag>;
  allocations?: Pick<AllocationsService, "check">;
  log?: Logger;
}

async function openWorker({
  sender,
  listings = async () => 0,
  lag = async () => ({ seconds: 0, products: 0, late: false }),
  allocations = { check: async () => [] },
  log = pino({ level: "silent" }),
}: Opened = {}) {
  const worker = await startWorker({
    env: {
      DATABASE_URL: database.connectionString,
      PUBLIC_URL: "http://localhost:3000",
      MAIL_FROM: "shop@example.com",
      SMTP_URL: undefined,
      PASSWORD_PEPPER: "pepper",
    },
    database,
    services: {
      throttle: { sweep: async () => 0 },
      auth: {
        sweep: async () => {},
        sendReset: async () => {},
        sendEmailChange: async () => {},
        warnOwner: async () => {},
      },
      groups: { refreshChanged: async () => 0, refreshTimed: async () => {} },
      erasure: { eraseDue: async () => false },
      exports: { build: async () => {}, sweep: async () => {} },
      consents: { tokenOf: () => "a-token" },
      cart: { forgetExpired: async () => 0 },
      media: { sweep: async () => 0 },
      inventory: { releaseExpired: async () => 0, fillPromises: async () => 0, endBackOrders: async () => {} },
      importJobs: { runNext: async () => 0, sweep: async () => 0 },
      bulkJobs: { runNext: async () => 0, sweep: async () => 0 },
      invitations: { sweep: async () => {} },
      notices: {
        tell: async () => 0,
        invite: async () => {},
        goodsOf: async () => Promise.reject(new NotFound({ what: "variant" })),
        stopTokenOf: () => "a-token",
        forgetExpired: async () => 0,
      },
      orders: { forLetter: async () => ({ order: anOrder(), token: "AAAAAAAAAAAAAAAAAAAAAA" }) },
      payments: { settle: async () => null },
      queries: { digest: async () => {} },
      conversions: { convertNext: async () => 0, stale: async () => [] },
      search: {
        refreshDirty: listings,
        refreshMenus: async () => 0,
        fillCollections: async () => 0,
        countWords: async () => 0,
        lag,
      },
      reconcile: { check: async () => [] },
      allocations,
    },
    log,
    now: () => new Date(),
    ...(sender && { sender }),
  });
  running.push(worker);
  return worker;
}

const happened = (event: ShopEvent, key: string) =>
  createTransact(database.db, (transaction) => createOutbox(transaction))((outbox) => outbox.publish(event, key));
const placed = (orderId = anOrder().id) =>
  happened({ topic: "orders.placed", orderId, locale: "ru" }, `orders.placed:${orderId}`);
const letters = () => createInbox(database.db).list(1000);
const allDelivered = () =>
  vi.waitFor(
    async () => {
      const { rows } = await database.pool.query(
        "select (select count(*) from core.outbox where dispatched_at is null) + (select count(*) from graphile_worker.jobs) as left",
      );
      expect(rows).toEqual([{ left: 0 }]);
    },
    { timeout: 15_000, interval: 50 },
  );

test("a letter is sent for an order that was committed before the process died", async () => {
  await placed();

  await openWorker();
  await allDelivered();

  expect(await letters()).toMatchObject([{ recipient: "anna@example.com", subject: "Заказ № 100001 принят" }]);
});

test("a dispatcher that dies after queueing loses nothing and doubles nothing", async () => {
  await placed();
  expect(await dispatchOutbox(database.db, 10)).toBe(1);
  expect(await dispatchOutbox(database.db, 10)).toBe(0);

  await openWorker();
  await allDelivered();

  expect(await letters()).toHaveLength(1);
});

test("a fact that is rolled back is never told", async () => {
  const transact = createTransact(database.db, (transaction) => createOutbox(transaction));
  const rolledBack = transact(async (outbox) => {
    await outbox.publish({ topic: "orders.placed", orderId: anOrder().id, locale: "ru" }, "never");
    throw new Error("sold out");
  });
  await expect(rolledBack).rejects.toThrow("sold out");

  await openWorker();
  await allDelivered();

  expect(await letters()).toEqual([]);
});

test("a letter whose receipt was lost is sent again and still arrives once", async () => {
  const inbox = createInbox(database.db);
  let tries = 0;
  const sender: MailSender = {
    async send(letter, messageId) {
      await inbox.send(letter, messageId);
      if (++tries === 1) throw new Error("connection lost");
    },
  };
  await placed();

  await openWorker({ sender });
  await allDelivered();

  expect(tries).toBe(2);
  expect(await letters()).toHaveLength(1);
});

test("a letter about goods that were deleted since is not sent, and not tried for ever", async () => {
  const about = {
    variantId: "deleted",
    email: "anna@example.com",
    emailKey: "anna@example.com",
    locale: "ru",
  } as const;
  await happened({ topic: "inventory.restocked", ...about }, "inventory.restocked:1");
  await placed();

  await openWorker();
  await allDelivered();

  expect(await letters()).toMatchObject([{ subject: "Заказ № 100001 принят" }]);
});

test("two workers share the letters, each is sent once", async () => {
  for (let number = 1; number <= 40; number++) await placed(`order-${number}`);

  await Promise.all([openWorker(), openWorker()]);
  await allDelivered();

  expect(await letters()).toHaveLength(40);
});

test("ever new orders do not leave ever more queues, nor addresses in their names", async () => {
  for (let number = 1; number <= 100; number++) await placed(`many-${number}`);
  await happened(
    { topic: "auth.session-reused", userId: "u", email: "anna@example.com", locale: "ru" },
    "auth.session-reused:u",
  );
  await dispatchOutbox(database.db, 200);

  const { rows } = await database.pool.query<{ name: string }>(
    "select queue_name as name from graphile_worker._private_job_queues",
  );
  expect(rows.length).toBeLessThanOrEqual(64);
  expect(rows.some(({ name }) => name.includes("@"))).toBe(false);

  await openWorker();
  await allDelivered();
  expect(await letters()).toHaveLength(101);
});

test("lists that lag behind the shop are an error in the log, with how long and how many", async () => {
  const lines: string[] = [];
  const log = pino({}, { write: (line: string) => void lines.push(line) });
  const said = () => lines.flatMap((line) => (line.includes("lag behind") ? (JSON.parse(line) as object) : []));
  const lag = vi.fn<() => Promise<ListingLag>>().mockResolvedValueOnce({ seconds: 30, products: 2, late: false });
  lag.mockResolvedValue({ seconds: 31, products: 2, late: true });
  await openWorker({ lag, log });
  const check = () => database.pool.query("select graphile_worker.add_job('check-listings')");

  await check();
  await allDelivered();
  expect(said()).toEqual([]);
  await check();
  await allDelivered();

  expect(said()).toMatchObject([{ level: 50, seconds: 31, products: 2 }]);
});

test("goods that are not set aside as an order needs them are errors in the log, with the number of the order, the first of many", async () => {
  const lines: string[] = [];
  const found = Array.from({ length: 300 }, () => ({ holderId: "a cart", variantId: "a cup", number: "100001" }));
  await openWorker({
    allocations: { check: async () => found },
    log: pino({}, { write: (line: string) => void lines.push(line) }),
  });

  await database.pool.query("select graphile_worker.add_job('check-stock')");
  await allDelivered();

  const said = lines.flatMap((line) => (line.includes("not set aside") ? (JSON.parse(line) as object) : []));
  expect(said).toHaveLength(20);
  expect(said[0]).toMatchObject({ level: 50, order: "100001", holderId: "a cart", variantId: "a cup", found: 300 });
});

test("the listings are refreshed while the worker runs, also after a failure", async () => {
  const listings = vi.fn<() => Promise<number>>().mockRejectedValueOnce(new Error("gave way")).mockResolvedValue(0);

  await openWorker({ listings });

  await vi.waitFor(() => expect(listings.mock.calls.length).toBeGreaterThan(1), { timeout: 5000 });
});

test("letters that were given up long ago are forgotten with whom they were to; those that may still go are not", async () => {
  const day = 86_400_000;
  const now = Date.now();
  const addJob = (payload: object, runAt: Date) =>
    database.pool.query("select graphile_worker.add_job('deliver', $1::json, run_at => $2, max_attempts => 1)", [
      JSON.stringify(payload),
      runAt,
    ]);
  await addJob({ email: "given-up-long-ago@example.com" }, new Date(now - 8 * day));
  await addJob({ email: "given-up-lately@example.com" }, new Date(now - day));
  await database.pool.query("update graphile_worker._private_jobs set attempts = max_attempts");
  await addJob({ email: "still-to-go@example.com" }, new Date(now - 9 * day));

  expect(await forgetFailedJobs(database.db, new Date(now - 7 * day))).toBe(1);

  const { rows } = await database.pool.query(
    "select payload ->> 'email' as email from graphile_worker._private_jobs order by id",
  );
  expect(rows.map(({ email }) => email)).toEqual(["given-up-lately@example.com", "still-to-go@example.com"]);
  await database.pool.query("delete from graphile_worker._private_jobs");
});
