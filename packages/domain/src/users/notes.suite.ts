import { expect, test } from "vitest";
import type { NotesRepository } from "./notes.repository.ts";

interface Subject {
  notes: NotesRepository;
  /** Two people whom the repository knows; Anna's name is "Anna". */
  anna: string;
  boris: string;
}

/** What every NotesRepository does; each test opens a subject of its own. `newId` gives UUIDs. */
export function notesSuite(open: () => Promise<Subject>, newId: () => string): void {
  const now = new Date("2026-06-01T12:00:00Z");
  const aNote = (text: string) => ({ id: newId(), text, createdAt: now });

  test("a note comes back with its author, and without a name when they are gone", async () => {
    const { notes, anna, boris } = await open();
    const [known, gone] = [aNote("Calls every week."), { ...aNote("Paid in cash."), createdAt: new Date(0) }];
    await notes.add({ ...known, userId: boris, authorId: anna });
    const stranger = newId();
    await notes.add({ ...gone, userId: boris, authorId: stranger });

    expect(await notes.list(boris, { after: null, limit: 9 })).toEqual([
      { ...known, authorId: anna, authorName: "Anna", createdAt: now.toISOString() },
      { ...gone, authorId: stranger, authorName: null, createdAt: new Date(0).toISOString() },
    ]);
    expect(await notes.list(anna, { after: null, limit: 9 })).toEqual([]);
  });

  test("notes of one instant are listed once each, page by page", async () => {
    const { notes, anna, boris } = await open();
    const texts = ["one", "two", "three", "four", "five"];
    for (const text of texts) await notes.add({ ...aNote(text), userId: boris, authorId: anna });

    const first = await notes.list(boris, { after: null, limit: 3 });
    const second = await notes.list(boris, { after: { at: now, id: first[2]?.id ?? "" }, limit: 3 });

    expect([...first, ...second].map(({ text }) => text).toSorted()).toEqual(texts.toSorted());
    expect(second).toHaveLength(2);
  });
}
