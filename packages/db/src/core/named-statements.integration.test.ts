import { testDatabase } from "@vitrina/db/testing";
import { type Kysely, sql } from "kysely";
import { expect, test } from "vitest";
import type { CoreTables } from "./core.tables.ts";
import { sentWithNext } from "./named-statements.ts";

const database = testDatabase<CoreTables>({ max: 1 });
const write = (db: Kysely<CoreTables>, dedupKey: string) =>
  db.insertInto("core.outbox").values({ dedupKey, topic: "test", payload: "{}" }).modifyEnd(sentWithNext).execute();
const written = async (dedupKey: string) =>
  (await database.db.selectFrom("core.outbox").select("id").where("dedupKey", "=", dedupKey).execute()).length;

test("what travels with the next statement is there when that one runs, and after the commit", async () => {
  const seen = await database.db.transaction().execute(async (db) => {
    await write(db, "first");
    const rows = await db.selectFrom("core.outbox").select("dedupKey").execute();
    await write(db, "second");
    return rows;
  });

  expect(seen).toEqual([{ dedupKey: "first" }]);
  expect([await written("first"), await written("second")]).toEqual([1, 1]);
});

test("when what travels with the commit fails, nothing is committed and the caller hears it", async () => {
  await write(database.db, "taken");

  const failed = database.db.transaction().execute(async (db) => {
    await write(db, "fresh");
    await write(db, "taken");
  });

  await expect(failed).rejects.toThrow("outbox_dedup_key_unique");
  expect(await written("fresh")).toBe(0);
});

test("what was to travel is forgotten when the transaction is given up", async () => {
  const refused = database.db.transaction().execute(async (db) => {
    await db.selectFrom("core.outbox").select("id").execute();
    await write(db, "undone");
    throw new Error("refused");
  });

  await expect(refused).rejects.toThrow("refused");
  await database.db.transaction().execute((db) => db.selectFrom("core.outbox").select("id").execute());
  expect(await written("undone")).toBe(0);
});

test("a transaction that never asked anything leaves its connection clean", async () => {
  const refused = database.db.transaction().execute(() => Promise.reject(new Error("refused")));

  await expect(refused).rejects.toThrow("refused");
  await write(database.db, "afterwards");

  expect(await written("afterwards")).toBe(1);
});

test("once prepared, what travels together still answers, fails and cleans up as one", async () => {
  const attempt = (round: number, dedupKey: string) =>
    database.db.transaction().execute(async (db) => {
      await write(db, `round-${round}`);
      const { rows } = await sql<{ round: number }>`select ${round}::int as round`.execute(db);
      await write(db, dedupKey);
      return rows;
    });
  await write(database.db, "in the way");

  for (const round of [1, 2, 3, 4]) {
    await expect(attempt(round, "in the way")).rejects.toThrow("outbox_dedup_key_unique");
    expect(await written(`round-${round}`)).toBe(0);
    expect(await attempt(round, `free-${round}`)).toEqual([{ round }]);
    expect(await written(`round-${round}`)).toBe(1);
  }
});
