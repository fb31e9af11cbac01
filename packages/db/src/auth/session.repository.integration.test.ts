import { randomUUID } from "node:crypto";
import { createSessionRepository } from "@vitrina/db/auth";
import { testDatabase } from "@vitrina/db/testing";
import { createUsersRepository } from "@vitrina/db/users";
import { sessionRepositorySuite } from "@vitrina/domain/auth/testing";
import { aUser } from "@vitrina/domain/users/testing";

const database = testDatabase();

sessionRepositorySuite(async () => {
  const id = randomUUID();
  const user = aUser({ id, email: `${id}@example.com` });
  await createUsersRepository(database.db).add(user);
  return { sessions: createSessionRepository(database.db), user };
}, randomUUID);
