import { randomUUID } from "node:crypto";
import { createApiKeyRepository } from "@vitrina/db/auth";
import { testDatabase } from "@vitrina/db/testing";
import { createUsersRepository } from "@vitrina/db/users";
import { apiKeyRepositorySuite } from "@vitrina/domain/auth/testing";
import { aUser } from "@vitrina/domain/users/testing";

const database = testDatabase();

apiKeyRepositorySuite(async () => {
  const id = randomUUID();
  const owner = aUser({ id, email: `${id}@example.com`, role: "staff" });
  await createUsersRepository(database.db).add(owner);
  return { keys: createApiKeyRepository(database.db), owner };
}, randomUUID);
