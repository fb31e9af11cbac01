import { hash, randomUUID } from "node:crypto";
import { createLinkRepository } from "@vitrina/db/auth";
import { testDatabase } from "@vitrina/db/testing";
import { createUsersRepository } from "@vitrina/db/users";
import { aLink, linkRepositorySuite } from "@vitrina/domain/auth/testing";
import { aUser } from "@vitrina/domain/users/testing";
import { expect, test } from "vitest";

const database = testDatabase({ max: 20 });

linkRepositorySuite(async () => {
  const id = randomUUID();
  const user = aUser({ id, email: `${id}@example.com` });
  await createUsersRepository(database.db).add(user);
  return { links: createLinkRepository(database.db), user };
}, randomUUID);

test("the database itself keeps nothing that is not a digest", async () => {
  const links = createLinkRepository(database.db);
  const link = aLink({ id: randomUUID(), userId: null });

  await expect(links.add(link, Buffer.from("a raw token"))).rejects.toThrow("link_hash_check");
  await expect(links.add(link, hash("sha256", "a raw token", "buffer"))).resolves.toBe(true);
});
