import { randomUUID } from "node:crypto";
import { createInvitationRepository } from "@vitrina/db/auth";
import { testDatabase } from "@vitrina/db/testing";
import { createRolesRepository, createUsersRepository } from "@vitrina/db/users";
import { invitationRepositorySuite } from "@vitrina/domain/auth/testing";
import { aUser } from "@vitrina/domain/users/testing";

const database = testDatabase();

invitationRepositorySuite(async () => {
  const id = randomUUID();
  const sender = aUser({ id, email: `${id}@example.com`, role: "admin" });
  await createUsersRepository(database.db).add(sender);
  return {
    invitations: createInvitationRepository(database.db),
    roles: createRolesRepository(database.db),
    sender,
  };
}, randomUUID);
