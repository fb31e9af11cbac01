import { createIdempotencyService, IdempotencyKeyReused, type IdempotentCall } from "@vitrina/domain/core";
import { randomUUID } from "node:crypto";
import { testDatabase } from "@vitrina/db/testing";
import { type Kysely, sql } from "kysely";
import { expect, test } from "vitest";
import type { CoreTables } from "./core.tables.ts";
import { sweepCore } from "./dispatch.ts";
import { createIdempotencyRepository } from "./idempotency.repository.ts";
import { createOutbox } from "./outbox.ts";
import { createTransact } from "./transact.ts";

const database = testDatabase({ max: 20 });

const scopeOf = (db: Kysely<CoreTables>) => ({
  idempotency: createIdempotencyRepository(db),
  outbox: createOutbox(db),
});
const aCall = (keyHash: string, requestHash = "body"): IdempotentCall => ({
  principal: "shopper",
  operation: "orders.place",
  keyHash,
  requestHash,
  seal: (answer) => Buffer.from(answer),
  open: (sealed) => Buffer.from(sealed).toString(),
});
const once = (call: IdempotentCall, work: () => Promise<unknown>) =>
  createIdempotencyService(createTransact(database.db, scopeOf), createIdempotencyRepository(database.db)).once(
    call,
    work,
  );

/** A piece of work whose effects can be counted. */
const publish = async (fact: string, dedupKey = `${fact}:${randomUUID()}`) => {
  await database.db
    .insertInto("core.outbox")
    .values({ dedupKey, topic: fact, payload: "{}" })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return { dedupKey };
};
const effectsOf = async (fact: string) =>
  (await database.db.selectFrom("core.outbox").select("id").where("topic", "=", fact).execute()).length;

test("twenty clicks with one key take effect once and all get the first answer", async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => once(aCall("clicks"), () => publish("clicked"))));

  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(await effectsOf("clicked")).toBe(1);
});

test("a repetition that finds the work done already gets the first answer, not a refusal", async () => {
  const take = async () => {
    await sql`update public.last set taken = true where not taken returning taken`
      .execute(database.db)
      .then(({ rows }) => {
        if (rows.length === 0) throw new Error("sold out");
      });
    return "yours";
  };
  await sql`create table public.last as select false as taken`.execute(database.db);

  const answers = await Promise.all(Array.from({ length: 10 }, () => once(aCall("last"), take)));

  expect(answers).toEqual(Array.from({ length: 10 }, () => "yours"));
  await expect(once(aCall("another's"), take)).rejects.toThrow("sold out");
});

test("an answer of nothing is remembered too", async () => {
  const remove = async () => void (await publish("removed"));

  await once(aCall("nothing"), remove);
  await once(aCall("nothing"), remove);

  expect(await effectsOf("removed")).toBe(1);
});

test("a refused attempt leaves the key free", async () => {
  const refused = once(aCall("refused"), () => Promise.reject(new Error("sold out")));

  await expect(refused).rejects.toThrow("sold out");
  expect(await once(aCall("refused"), async () => "placed")).toBe("placed");
});

test("another request under the same key is refused", async () => {
  await once(aCall("reused"), async () => "first");

  const second = once(aCall("reused", "another body"), async () => "second");

  await expect(second).rejects.toThrow(IdempotencyKeyReused);
});

test("a repeated fact is one event", async () => {
  const transact = createTransact(database.db, scopeOf);
  const event = { topic: "orders.placed", orderId: "order", locale: "ru" } as const;

  await transact(({ outbox }) => outbox.publish(event, "orders.placed:order"));
  await transact(({ outbox }) => outbox.publish(event, "orders.placed:order"));

  const { db } = database;
  const events = await db
    .selectFrom("core.outbox")
    .select(["topic", "payload"])
    .where("topic", "=", event.topic)
    .execute();
  expect(events).toEqual([{ topic: "orders.placed", payload: { orderId: "order", locale: "ru" } }]);
});

test("what is old enough is forgotten in portions, and what is not stays", async () => {
  await database.pool.query("truncate core.idempotency, core.outbox");
  await database.pool.query(
    `insert into core.idempotency (principal, operation, key_hash, request_hash, created_at)
     select 'p', 'o', 'old' || n, '', timestamptz '2026-01-01' from generate_series(1, 5) as n
     union all select 'p', 'o', 'new', '', timestamptz '2026-02-01'`,
  );
  await database.pool.query(
    `insert into core.outbox (dedup_key, topic, payload, dispatched_at)
     values ('old', 't', '{}', '2026-01-01'), ('new', 't', '{}', '2026-02-01'), ('waiting', 't', '{}', null)`,
  );

  const portions = [];
  for (let more = true; more; more = (portions.at(-1) ?? 0) > 0)
    portions.push(await sweepCore(database.db, new Date("2026-01-15"), 2));

  expect(portions).toEqual([2, 2, 1, 0]);
  const { rows } = await database.pool.query(
    "select key_hash as key from core.idempotency union all select dedup_key from core.outbox order by 1",
  );
  expect(rows.map(({ key }) => key)).toEqual(["new", "new", "waiting"]);
});
