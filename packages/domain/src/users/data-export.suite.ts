import { expect, test } from "vitest";
import type { DataExportRepository } from "./data-export.repository.ts";

interface Subject {
  exports: DataExportRepository;
  /** A person whom the repository's foreign keys know. */
  userId: string;
}

const at = (hours: number) => new Date(Date.parse("2026-01-01T09:00:00Z") + hours * 3_600_000);
const file = new Uint8Array([1, 2, 3]);

/** What every DataExportRepository does; each test opens a subject of its own. `newId` gives UUIDs. */
export function dataExportRepositorySuite(open: () => Promise<Subject>, newId: () => string): void {
  const begin = async () => {
    const subject = await open();
    const begun = { id: newId(), userId: subject.userId, askedAt: at(0) };
    return { ...subject, begun, began: await subject.exports.begin(begun, at(-24)) };
  };

  test("somebody who never asked has no file", async () => {
    const { exports, userId } = await open();

    expect(await exports.find(userId)).toBeNull();
    expect(await exports.archive(userId, at(0))).toBeNull();
  });

  test("a file is being made, then there until it runs out", async () => {
    const { exports, userId, begun, began } = await begin();

    expect(began).toBe(true);
    expect(await exports.find(userId)).toEqual({ ...begun, expiresAt: null, size: null });
    expect(await exports.archive(userId, at(1))).toBeNull();
    expect(await exports.finish(begun.id, file, at(10))).toBe(true);

    expect(await exports.find(userId)).toEqual({ ...begun, expiresAt: at(10), size: 3 });
    expect([...((await exports.archive(userId, at(9))) ?? [])]).toEqual([1, 2, 3]);
    expect(await exports.archive(userId, at(10))).toBeNull();
  });

  test("a second one waits for the first, and takes its place once it is there or given up", async () => {
    const { exports, userId, begun } = await begin();
    const second = { ...begun, id: newId(), askedAt: at(1) };
    const third = { ...begun, id: newId(), askedAt: at(25) };

    expect(await exports.begin(second, at(-23))).toBe(false);
    await exports.finish(begun.id, file, at(10));
    expect(await exports.begin(second, at(-23))).toBe(true);
    expect(await exports.archive(userId, at(2))).toBeNull();
    expect(await exports.begin(third, at(1))).toBe(true);

    expect(await exports.find(userId)).toMatchObject({ id: third.id, size: null });
  });

  test("a file is finished once, and not when another has taken its place", async () => {
    const { exports, begun } = await begin();

    expect(await exports.finish(newId(), file, at(10))).toBe(false);
    expect(await exports.finish(begun.id, file, at(10))).toBe(true);
    expect(await exports.finish(begun.id, file, at(20))).toBe(false);
  });

  test("what has run out or was never finished is swept, and nothing else", async () => {
    const [ready, running] = [await begin(), await begin()];
    await ready.exports.finish(ready.begun.id, file, at(10));
    const left = async ({ exports, userId }: Subject) => (await exports.find(userId)) !== null;

    for (const { exports } of [ready, running]) await exports.sweep({ now: at(9), givenUp: at(-1) }, 10);
    expect([await left(ready), await left(running)]).toEqual([true, true]);
    for (const { exports } of [ready, running]) await exports.sweep({ now: at(10), givenUp: at(0) }, 10);

    expect([await left(ready), await left(running)]).toEqual([false, false]);
  });
}
