import { randomUUID } from "node:crypto";
import { createDataExportRepository, createUsersRepository } from "@vitrina/db/users";
import { testDatabase } from "@vitrina/db/testing";
import { aUser, dataExportRepositorySuite } from "@vitrina/domain/users/testing";
import { expect, test } from "vitest";

const database = testDatabase({ max: 20 });
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
