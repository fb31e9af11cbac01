import { expect, test } from "vitest";
import { at } from "./auth.fake.ts";
import type { CredentialsRepository } from "./credentials.repository.ts";

interface Subject {
  credentials: CredentialsRepository;
  /** Of a person whom the repository's foreign keys know, and who has no password yet. */
  userId: string;
}

/** What every CredentialsRepository does; each test opens a subject of its own. `newId` gives UUIDs. */
export function credentialsRepositorySuite(open: () => Promise<Subject>, newId: () => string): void {
  test("a person has the password that was set last", async () => {
    const { credentials, userId } = await open();
    expect(await credentials.find(userId)).toBeNull();

    await credentials.set(userId, "first", at(0));
    await credentials.set(userId, "second", at(1));

    expect(await credentials.find(userId)).toBe("second");
    expect(await credentials.find(newId())).toBeNull();
  });

  test("a better hash takes the place of the one it was made for, and of no other", async () => {
    const { credentials, userId } = await open();
    await credentials.set(userId, "old", at(0));

    await credentials.rehash(userId, "another", "wrong");
    expect(await credentials.find(userId)).toBe("old");
    await credentials.rehash(userId, "old", "better");
    expect(await credentials.find(userId)).toBe("better");
  });

  test("a password that is removed matches nothing, until one is set", async () => {
    const { credentials, userId } = await open();
    await credentials.set(userId, "old", at(0));

    await credentials.remove(userId);
    await credentials.rehash(userId, "old", "better");
    expect(await credentials.find(userId)).toBeNull();
    await credentials.set(userId, "new", at(1));
    expect(await credentials.find(userId)).toBe("new");
  });
}
