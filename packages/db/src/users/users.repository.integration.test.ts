import { randomUUID } from "node:crypto";
import { createUsersRepository } from "@vitrina/db/users";
import { testDatabase } from "@vitrina/db/testing";
import { usersRepositorySuite } from "@vitrina/domain/users/testing";

const database = testDatabase({ max: 20 });

usersRepositorySuite(async () => createUsersRepository(database.db), randomUUID);
