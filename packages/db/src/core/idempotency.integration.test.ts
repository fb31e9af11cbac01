import { createIdempotencyService, IdempotencyKeyReused, type IdempotentCall } from "@vitrina/domain/core";
import { testDatabase } from "@vitrina/db/testing";
import type { Kysely } from "kysely";
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
  createIdempotencyService(createTransact(database.db, scopeOf)).once(call, work);

test("twenty clicks with one key do the work once and all get the first answer", async () => {
  let runs = 0;
  const place = async () => ({ order: ++runs });

  const answers = await Promise.all(Array.from({ length: 20 }, () => once(aCall("clicks"), place)));

  expect(answers).toEqual(Array.from({ length: 20 }, () => ({ order: 1 })));
});

test("an answer of nothing is remembered too", async () => {
  let runs = 0;
  const remove = async () => void runs++;

  await once(aCall("nothing"), remove);
  await once(aCall("nothing"), remove);

  expect(runs).toBe(1);
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

  const events = await database.db.selectFrom("core.outbox").select(["topic", "payload"]).execute();
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
