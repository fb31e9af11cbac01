import { randomUUID } from "node:crypto";
import { createNotesRepository, createUsersRepository } from "@vitrina/db/users";
import { testDatabase } from "@vitrina/db/testing";
import { aUser, notesSuite } from "@vitrina/domain/users/testing";
import { expect, test } from "vitest";

const database = testDatabase();

async function person(name: string) {
  const id = randomUUID();
  await createUsersRepository(database.db).add(aUser({ id, name, email: `${id}@example.com` }));
  return id;
}

notesSuite(
  async () => ({
    notes: createNotesRepository(database.db),
    anna: await person("Anna"),
    boris: await person("Boris"),
  }),
  randomUUID,
);

test("a note is never edited, and goes with whom it is about", async () => {
  const [anna, boris] = [await person("Anna"), await person("Boris")];
  const notes = createNotesRepository(database.db);
  await notes.add({ id: randomUUID(), userId: boris, authorId: anna, text: "As it was.", createdAt: new Date() });

  const edit = database.db.updateTable("users.customerNote").set({ text: "Otherwise." }).where("userId", "=", boris);
  await expect(edit.execute()).rejects.toThrow(/append-only/);
  await database.db.deleteFrom("users.user").where("id", "=", boris).execute();

  expect(await notes.list(boris, { after: null, limit: 9 })).toEqual([]);
});
