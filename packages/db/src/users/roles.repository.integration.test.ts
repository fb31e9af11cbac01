import { randomUUID } from "node:crypto";
import { createRolesRepository, createStaffRepository, createUsersRepository } from "@vitrina/db/users";
import { testDatabase } from "@vitrina/db/testing";
import { aUser, rolesSuite } from "@vitrina/domain/users/testing";
import { expect, test } from "vitest";

const database = testDatabase();

rolesSuite(async (role) => {
  const id = randomUUID();
  const person = aUser({ id, email: `${id}@example.com`, role });
  await createUsersRepository(database.db).add(person);
  return { roles: createRolesRepository(database.db), staff: createStaffRepository(database.db), person };
}, randomUUID);

test("the database keeps a role that somebody holds", async () => {
  const [id, roleId] = [randomUUID(), randomUUID()];
  const [roles, staff] = [createRolesRepository(database.db), createStaffRepository(database.db)];
  await createUsersRepository(database.db).add(aUser({ id, email: `${id}@example.com` }));
  await roles.add({ id: roleId, name: roleId, permissions: [], version: 1 }, new Date());
  await staff.assign(id, { role: "custom", roleId });

  await expect(roles.remove(roleId)).rejects.toThrow(/role_holder/);
});
