import { randomUUID } from "node:crypto";
import { createConsentRepository } from "@vitrina/db/users";
import { testDatabase } from "@vitrina/db/testing";
import { aConsent, consentRepositorySuite } from "@vitrina/domain/users/testing";
import { expect, test } from "vitest";

const database = testDatabase();

consentRepositorySuite(async () => ({
  consents: createConsentRepository(database.db),
  anna: randomUUID(),
  boris: randomUUID(),
}));

test("a consent keeps the id of the request in which it was given", async () => {
  const [userId, requestId] = [randomUUID(), randomUUID()];

  await createConsentRepository(database.db, () => requestId).append(aConsent({ userId }));

  const { rows } = await database.pool.query("select request_id from users.consent where user_id = $1", [userId]);
  expect(rows).toEqual([{ request_id: requestId }]);
});

test.each([
  "update users.consent set granted = true",
  "delete from users.consent",
  "truncate users.consent",
  "insert into users.consent (user_id, purpose, channel, granted, text_version, source, at) values (gen_random_uuid(), 'profiling', 'email', true, '1', 'account', now())",
])("what was said stays said: the database refuses to %s", async (statement) => {
  await createConsentRepository(database.db).append(aConsent({ userId: randomUUID() }));

  await expect(database.pool.query(statement)).rejects.toThrow(/append-only|violates check constraint/);
});
