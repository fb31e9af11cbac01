import { testDatabase } from "@vitrina/db/testing";
import { sql, type Kysely } from "kysely";
import { expect, test } from "vitest";
import type { Database } from "@vitrina/db";
import { sentWithNext } from "./named-statements.ts";
import { createTransact } from "./transact.ts";

const database = testDatabase();

const scopeOf = (db: Kysely<Database>) => ({
  write: (topic: string) =>
    db
      .insertInto("core.outbox")
      .values({ dedupKey: topic, topic, payload: JSON.stringify({ orderNumber: 1 }) })
      .execute(),
  topics: () =>
    db
      .selectFrom("core.outbox")
      .select("topic")
      .orderBy("id")
      .execute()
      .then((rows) => rows.map((row) => row.topic)),
});

test("what happened before a refusal is undone", async () => {
  const transact = createTransact(database.db, scopeOf);

  const refused = transact(async (scope) => {
    await scope.write("undone");
    throw new Error("refused");
  });

  await expect(refused).rejects.toThrow("refused");
  expect(await scopeOf(database.db).topics()).not.toContain("undone");
});

test("a use case inside another joins its transaction", async () => {
  const transact = createTransact(database.db, scopeOf);
  const other = createTransact(database.db, scopeOf);

  const refused = transact(async () => {
    await other((scope) => scope.write("inner"));
    throw new Error("refused");
  });

  await expect(refused).rejects.toThrow("refused");
  expect(await scopeOf(database.db).topics()).not.toContain("inner");
});

test("a plain read inside a transaction sees what the transaction wrote", async () => {
  const transact = createTransact(database.db, scopeOf);

  const seen = await transact(async (scope) => {
    await scope.write("seen");
    return scopeOf(database.db).topics();
  });

  expect(seen).toContain("seen");
});

test("many transactions at once never wait for a second connection each", async () => {
  const transact = createTransact(database.db, scopeOf);

  const all = Array.from({ length: 40 }, (_, index) =>
    transact(async (scope) => {
      await scope.write(`crowd-${index}`);
      return scopeOf(database.db).topics();
    }),
  );

  await expect(Promise.all(all)).resolves.toHaveLength(40);
});

test("work left behind by a finished transaction gets a connection of its own", async () => {
  const transact = createTransact(database.db, scopeOf);
  let later: Promise<string[]> | undefined;

  await transact(async (scope) => {
    await scope.write("left behind");
    later = new Promise((resolve) => setTimeout(() => resolve(scopeOf(database.db).topics()), 20));
  });

  expect(await later).toContain("left behind");
});

test("a transaction that lost a deadlock is run again as a whole", async () => {
  const transact = createTransact(database.db, (db) => db);
  await sql`create table public.pair (id int primary key, touched int not null default 0)`.execute(database.db);
  await sql`insert into public.pair values (1), (2)`.execute(database.db);
  let arrived = 0;
  let meet = () => {};
  const bothHoldTheirFirst = new Promise<void>((resolve) => (meet = resolve));
  const touch = (first: number, second: number) =>
    transact(async (db) => {
      await sql`update public.pair set touched = touched + 1 where id = ${first}`.execute(db);
      if (++arrived === 2) meet();
      await bothHoldTheirFirst;
      await sql`update public.pair set touched = touched + 1 where id = ${second}`.execute(db);
    });

  await Promise.all([touch(1, 2), touch(2, 1)]);

  const { rows } = await sql<{ touched: number }>`select touched from public.pair`.execute(database.db);
  expect(rows.map((row) => row.touched)).toEqual([2, 2]);
});

test("an unseen statement whose plan a migration made stale is never taken for committed", async () => {
  const transact = createTransact(database.db, (db) => db);
  const define = (answer: "jsonb" | "text") =>
    sql`
      drop function if exists public.note;
      create function public.note(n int) returns ${sql.raw(answer === "text" ? "text" : "jsonb")} language plpgsql as $$
        begin insert into public.noted values (n); return '{}'; end $$
    `.execute(database.db);
  const note = (n: number) =>
    transact(async (db) => {
      await sql`select 1`.execute(db);
      await sql`select public.note(${n}) ${sentWithNext}`.execute(db);
    });
  await sql`create table public.noted (n int)`.execute(database.db);
  const done: number[] = [];

  for (let turn = 0; turn < 8; turn++) {
    await define(turn % 2 ? "text" : "jsonb");
    for (let again = 0; again < 4; again++) {
      await note(done.length);
      done.push(done.length);
    }
  }

  const { rows } = await sql<{ n: number }>`select n from public.noted order by n`.execute(database.db);
  expect(rows.map(({ n }) => n)).toEqual(done);
});
