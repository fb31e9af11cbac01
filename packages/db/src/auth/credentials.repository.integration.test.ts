import { randomUUID } from "node:crypto";
import { createCredentialsRepository } from "@vitrina/db/auth";
import { testDatabase } from "@vitrina/db/testing";
import { createUsersRepository } from "@vitrina/db/users";
import { credentialsRepositorySuite } from "@vitrina/domain/auth/testing";
import { aUser } from "@vitrina/domain/users/testing";

const database = testDatabase();

credentialsRepositorySuite(async () => {
  const userId = randomUUID();
  await createUsersRepository(database.db).add(aUser({ id: userId, email: `${userId}@example.com` }));
  return { credentials: createCredentialsRepository(database.db), userId };
}, randomUUID);
