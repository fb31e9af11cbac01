import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { createDataExportRepository, createUsersRepository, type UsersTables } from "@vitrina/db/users";
import { testDatabase } from "@vitrina/db/testing";
import { aUser, dataExportRepositorySuite } from "@vitrina/domain/users/testing";
import { expect, test } from "vitest";

const database = testDatabase<UsersTables>({ max: 20 });
const exports = () => createDataExportRepository(database.db);

async function aPerson() {
  const id = randomUUID();
  await createUsersRepository(database.db).add(aUser({ id, email: `${id}@example.com` }));
  return id;
}

dataExportRepositorySuite(async () => ({ exports: exports(), userId: await aPerson() }), randomUUID);

test("of twenty requests at once one is begun", async () => {
  const userId = await aPerson();

  const begun = await Promise.all(
    Array.from({ length: 20 }, () => exports().begin({ id: randomUUID(), userId, askedAt: new Date() }, new Date(0))),
  );

  expect(begun.filter(Boolean)).toHaveLength(1);
});

test("a file of more than 32 megabytes is not kept", async () => {
  const [userId, id] = [await aPerson(), randomUUID()];
  await exports().begin({ id, userId, askedAt: new Date() }, new Date(0));

  const finishing = exports().finish(id, new Uint8Array(32 * 1024 * 1024 + 1), new Date(Date.now() + 1000));

  await expect(finishing).rejects.toThrow("data_export_archive_check");
});

test("a file asked for anew at the moment when the former is swept is not swept with it", async () => {
  const [userId, id] = [await aPerson(), randomUUID()];
  await exports().begin({ id: randomUUID(), userId, askedAt: new Date(0) }, new Date(0));
  const now = new Date();

  let sweeping: Promise<void> | undefined;
  await database.db.transaction().execute(async (transaction) => {
    await createDataExportRepository(transaction).begin({ id, userId, askedAt: now }, now);
    sweeping = exports().sweep({ now, givenUp: new Date(1) }, 10);
    await Promise.race([sweeping, sleep(300)]);
  });
  await sweeping;

  expect(await exports().find(userId)).toMatchObject({ id });
});
