import { InvalidCursor, NotFound } from "@vitrina/domain/core";
import { fakeAudit } from "@vitrina/domain/core/testing";
import { expect, test } from "vitest";
import { countedIds } from "./groups.fake.ts";
import { fakeNotes } from "./notes.fake.ts";
import { createNotesService, NOTES_PER_PAGE } from "./notes.service.ts";
import { notesSuite } from "./notes.suite.ts";
import { aUser, fakeUsers } from "./testing.ts";

const newId = countedIds();

const people = () => {
  const person = (name: string) => aUser({ id: newId(), name, email: `${name}@example.com` });
  const [anna, boris] = [person("Anna"), person("Boris")];
  return { anna, boris, users: fakeUsers(anna, boris) };
};

notesSuite(async () => {
  const { anna, boris, users } = people();
  return { notes: fakeNotes(users), anna: anna.id, boris: boris.id };
}, newId);

function openShop() {
  const { anna, boris, users } = people();
  const [notes, audit] = [fakeNotes(users), fakeAudit()];
  let now = Date.parse("2026-06-01T12:00:00Z");
  const service = createNotesService({
    notes,
    transact: (work) => work({ notes, users, audit }),
    clock: () => new Date((now += 1000)),
    newId,
  });
  return { service, audit, clerk: anna.id, customer: boris.id };
}

test("a note is kept with its author; the trail tells of it and not what it says", async () => {
  const { service, audit, clerk, customer } = openShop();

  await service.add(clerk, { id: customer, text: "Asked for a call before delivery." });

  const { notes, nextCursor } = await service.list({ id: customer });
  expect(notes).toMatchObject([{ text: "Asked for a call before delivery.", authorName: "Anna" }]);
  expect(nextCursor).toBeNull();
  expect(audit.entries).toMatchObject([
    { action: "users.note-added", actor: { id: clerk }, subject: { kind: "user", id: customer } },
  ]);
  expect(JSON.stringify(audit.entries)).not.toContain("call before");
});

test("nobody notes anything about a stranger", async () => {
  const { service, clerk } = openShop();

  await expect(service.add(clerk, { id: newId(), text: "Who?" })).rejects.toThrow(NotFound);
});

test("notes come page by page, the newest first", async () => {
  const { service, clerk, customer } = openShop();
  for (let n = 0; n <= NOTES_PER_PAGE; n++) await service.add(clerk, { id: customer, text: `note ${n}` });

  const first = await service.list({ id: customer });
  const second = await service.list({ id: customer, cursor: first.nextCursor ?? "" });

  expect(first.notes[0]?.text).toBe(`note ${NOTES_PER_PAGE}`);
  expect(first.notes).toHaveLength(NOTES_PER_PAGE);
  expect(second).toMatchObject({ notes: [{ text: "note 0" }], nextCursor: null });
  await expect(service.list({ id: customer, cursor: "made up" })).rejects.toThrow(InvalidCursor);
});
