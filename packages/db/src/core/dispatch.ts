// oxlint-disable-next-line no-restricted-imports -- advisory locks and graphile-worker's add_job are functions of PostgreSQL
import { type Kysely, sql } from "kysely";
import type { CoreTables } from "./core.tables.ts";

/** What a `deliver` job carries: the event of the outbox with its topic, and the key that makes repetitions recognisable. */
export interface DispatchedEvent {
  dedupKey: string;
  event: { topic: string };
}

/** One dispatcher at a time keeps the order of the events; the number is arbitrary but fixed. */
const DISPATCHER_LOCK = 7_301;
const MOST_ATTEMPTS = 25;
/** A power of two. graphile-worker keeps every queue it ever had, so that they must be few. */
const QUEUES = 64;

/**
 * Turns waiting events into `deliver` jobs of graphile-worker, oldest first, in one transaction: a kill at any moment
 * leaves each event either waiting or queued. Events about one thing share a queue, so they are delivered in turn.
 * Returns how many were taken; 0 too while another dispatcher is at work.
 */
export async function dispatchOutbox(db: Kysely<CoreTables>, limit: number): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${DISPATCHER_LOCK}) as mine`.execute(
      transaction,
    );
    if (!rows[0]?.mine) return 0;
    const waiting = await transaction
      .selectFrom("core.outbox")
      .select(["id", "dedupKey", "topic", "payload", "createdAt"])
      .where("dispatchedAt", "is", null)
      .orderBy("id")
      .limit(limit)
      .execute();
    for (const { dedupKey, topic, payload, createdAt } of waiting) {
      const job: DispatchedEvent = { dedupKey, event: { topic, ...payload } };
      const subject = "orderId" in payload ? payload.orderId : "email" in payload ? payload.email : dedupKey;
      await sql`select graphile_worker.add_job('deliver', ${JSON.stringify(job)}::json, 'deliver-' || (hashtext(${String(subject)}) & ${QUEUES - 1}), ${createdAt}, ${MOST_ATTEMPTS}, ${dedupKey})`.execute(
        transaction,
      );
    }
    if (waiting.length > 0)
      await transaction
        .updateTable("core.outbox")
        .set({ dispatchedAt: sql<Date>`now()` })
        .where(
          "id",
          "in",
          waiting.map(({ id }) => id),
        )
        .execute();
    return waiting.length;
  });
}

/**
 * Forgets jobs that were given up before `before`: their payloads name people, who may have been erased since. Returns
 * how many there were.
 */
export async function forgetFailedJobs(db: Kysely<CoreTables>, before: Date): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from graphile_worker._private_jobs where attempts >= max_attempts and locked_at is null and run_at < ${before}
  `.execute(db);
  return Number(numAffectedRows);
}

/**
 * Forgets answers of idempotent calls and dispatched events that are older than `before`, at most `limit` of each, so
 * that a backlog never outlasts the statement's time. Returns how many of the more numerous kind went.
 */
export async function sweepCore(db: Kysely<CoreTables>, before: Date, limit: number): Promise<number> {
  const answers = await db
    .deleteFrom("core.idempotency")
    .where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple("principal", "operation", "keyHash"),
        "in",
        selectFrom("core.idempotency")
          .select(["principal", "operation", "keyHash"])
          .where("createdAt", "<", before)
          .limit(limit)
          .$asTuple("principal", "operation", "keyHash"),
      ),
    )
    .executeTakeFirstOrThrow();
  const events = await db
    .deleteFrom("core.outbox")
    .where("id", "in", ({ selectFrom }) =>
      selectFrom("core.outbox").select("id").where("dispatchedAt", "<", before).limit(limit),
    )
    .executeTakeFirstOrThrow();
  return Math.max(Number(answers.numDeletedRows), Number(events.numDeletedRows));
}
