import { createTransact } from "@vitrina/db/core";
import { testDatabase } from "@vitrina/db/testing";
import { sql } from "kysely";
import { expect, test } from "vitest";

interface Tables {
  "public.shelf": { id: number; shelfName: string; contents: object; price: string; madeOn: string };
}

const database = testDatabase<Tables>({ max: 1 });

const aShelf = async () => {
  await sql`drop table if exists public.shelf`.execute(database.db);
  await sql`create table public.shelf (id bigint, shelf_name text, contents jsonb, price numeric(6, 2), made_on date)`.execute(
    database.db,
  );
  await database.db
    .insertInto("public.shelf")
    .values({
      id: 9_007_199_254_740_991,
      shelfName: "mugs",
      contents: { blue_mugs: [1] },
      price: "12.50",
      madeOn: "2026-03-29",
    })
    .execute();
};
const shelves = () => database.db.selectFrom("public.shelf").selectAll().execute();

test("amounts come as numbers, decimals and dates as they are written, and names inside of JSON stay", async () => {
  await aShelf();

  expect(await shelves()).toEqual([
    {
      id: 9_007_199_254_740_991,
      shelfName: "mugs",
      contents: { blue_mugs: [1] },
      price: "12.50",
      madeOn: "2026-03-29",
    },
  ]);
});

test("an amount that a number cannot hold is refused, not rounded", async () => {
  const tooMuch = sql`select 9007199254740993::bigint`.execute(database.db);

  await expect(tooMuch).rejects.toThrow("9007199254740993 does not fit");
});

test("a statement that comes again is prepared once, and one with several commands never", async () => {
  await aShelf();
  for (let times = 0; times < 3; times++) await shelves();

  const { rows } = await sql<{ times: number }>`
    select count(*) as times from pg_prepared_statements where statement like 'select * from "public"."shelf"'`.execute(
    database.db,
  );

  expect(rows).toEqual([{ times: 1 }]);
});

test("a migration under a running shop does not break its prepared statements", async () => {
  await aShelf();
  for (let times = 0; times < 3; times++) await shelves();
  await sql`alter table public.shelf add column height int`.execute(database.db);

  const [outside] = await shelves();
  await sql`alter table public.shelf add column width int`.execute(database.db);
  for (let times = 0; times < 3; times++) await shelves();
  await sql`alter table public.shelf add column depth int`.execute(database.db);
  const transact = createTransact(database.db, (db) => db);
  const [inside] = await transact((db) => db.selectFrom("public.shelf").selectAll().execute());

  expect(outside).toHaveProperty("height", null);
  expect(inside).toHaveProperty("depth", null);
});

test("a query that waits too long for a lock or runs too long is ended by the database", async () => {
  const { rows } = await sql<{ name: string; setting: string }>`
    select name, setting from pg_settings where name in ('lock_timeout', 'idle_in_transaction_session_timeout') order by 1`.execute(
    database.db,
  );

  expect(rows).toEqual([
    { name: "idle_in_transaction_session_timeout", setting: "5000" },
    { name: "lock_timeout", setting: "2000" },
  ]);
});
