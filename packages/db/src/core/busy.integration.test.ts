import { Busy } from "@vitrina/domain/core";
import { type Database, openDatabase } from "@vitrina/db";
import { testDatabase } from "@vitrina/db/testing";
import { sql, type Kysely } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { busyOf } from "./busy.ts";
import { createTransact } from "./transact.ts";

const database = testDatabase({ lockTimeout: 20 });

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );
/** What a first query fails with on a database opened so. */
async function failureAt(connectionString: string, options: { statementTimeout?: number } = {}) {
  const { db, close } = openDatabase({ connectionString, max: 1, ...options });
  const failure = await failureOf(sql`select pg_sleep(0.5)`.execute(db));
  await close();
  return failure;
}

beforeAll(async () => {
  await sql`create table public.row (id int primary key)`.execute(database.db);
  await sql`insert into public.row values (1)`.execute(database.db);
});

test("a lock that outlasts all tries is a busy shop", async () => {
  const transact = createTransact(database.db, (db) => db);
  const holder = await database.pool.connect();
  await holder.query("begin; select from public.row for update");

  const failure = await failureOf(transact((db) => sql`update public.row set id = id`.execute(db)));
  await holder.query("rollback");
  holder.release();

  expect(failure).toMatchObject({ code: "55P03" });
  expect(busyOf(failure)).toEqual(new Busy({ retryAfter: 2 }));
});

test("a statement that ran out of time is a busy shop", async () => {
  expect(busyOf(await failureAt(database.connectionString, { statementTimeout: 50 }))).toBeInstanceOf(Busy);
});

test("a pool without a free connection is a busy shop", async () => {
  const { connectionString } = database;
  const { pool, db, close } = openDatabase({ connectionString, max: 1, connectionTimeout: 1_000 });
  const only = await pool.connect();

  const failure = await failureOf(sql`select 1`.execute(db));
  only.release();
  await close();

  expect(failure).toMatchObject({ message: "timeout exceeded when trying to connect" });
  expect(busyOf(failure)).toBeInstanceOf(Busy);
});

test("a server that has no room for another connection is a busy shop", async () => {
  await sql`create role crowd login password 'crowd' connection limit 0`.execute(database.db);
  const address = new URL(database.connectionString);
  Object.assign(address, { username: "crowd", password: "crowd" });

  const failure = await failureAt(String(address));
  await sql`drop role crowd`.execute(database.db);

  expect(failure).toMatchObject({ code: "53300" });
  expect(busyOf(failure)).toBeInstanceOf(Busy);
});

test("a server that is not there is a busy shop", async () => {
  expect(busyOf(await failureAt("postgres://shop@localhost:1/shop"))).toBeInstanceOf(Busy);
});

test("a server that ends connections is a busy shop, and the process lives on", async () => {
  const transact = createTransact(database.db, (db) => db);
  const endConnectionOf = async (db: Kysely<Database>) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
    return () => database.pool.query("select pg_terminate_backend($1, 5000)", [rows[0]?.pid]);
  };

  const midway = await failureOf(
    transact(async (db) => {
      const endConnection = await endConnectionOf(db);
      await Promise.all([sql`select pg_sleep(5)`.execute(db), endConnection()]);
    }),
  );
  const between = await failureOf(
    transact(async (db) => {
      const endConnection = await endConnectionOf(db);
      await endConnection();
      await sql`select 1`.execute(db);
    }),
  );

  expect(busyOf(midway)).toBeInstanceOf(Busy);
  expect(busyOf(between)).toBeInstanceOf(Busy);
});

test("a mistake of ours is none of the database's moments", async () => {
  const failure = await failureOf(sql`select nonsense`.execute(database.db));

  expect(failure).toBeInstanceOf(Error);
  expect(busyOf(failure)).toBeNull();
  expect(busyOf(null)).toBeNull();
});
