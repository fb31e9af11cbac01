import type { User } from "@vitrina/domain/users";
import { expect, test } from "vitest";
import type { ApiKeyRepository } from "./api-key.repository.ts";
import type { ApiKey } from "./api-key.ts";
import { at } from "./auth.fake.ts";

interface Subject {
  keys: ApiKeyRepository;
  /** A shopkeeper whom the repository's foreign keys know. */
  owner: User;
}

/** What every ApiKeyRepository does; each test opens a subject of its own. `newId` gives UUIDs. */
export function apiKeyRepositorySuite(open: () => Promise<Subject>, newId: () => string): void {
  const hashOf = (id: string) => new TextEncoder().encode(id.slice(-32).padStart(32));
  const begin = async () => {
    const { keys, owner } = await open();
    const key: ApiKey = {
      id: newId(),
      ownerId: owner.id,
      name: "Stock robot",
      hint: "vtr_abcd",
      scopes: ["orders:manage"],
      createdAt: at(0),
      expiresAt: at(1_000),
      lastUsedAt: null,
      revokedAt: null,
    };
    await keys.add(key, hashOf(key.id));
    const { role, status, av } = owner;
    return { keys, owner, key, standing: { ...key, role, status, av, permissions: null } };
  };

  test("a key is found by its digest and by no other, with what its owner may do", async () => {
    const { keys, key, standing } = await begin();

    expect(await keys.findByHash(hashOf(key.id))).toEqual(standing);
    expect(await keys.find(key.id)).toEqual(standing);
    expect(await keys.findByHash(hashOf(newId()))).toBeNull();
    expect(await keys.find(newId())).toBeNull();
  });

  test("a use is noted, and not again too soon", async () => {
    const { keys, key } = await begin();
    const lastUse = async () => (await keys.find(key.id))?.lastUsedAt;

    await keys.noteUse(key.id, at(10), at(-50));
    await keys.noteUse(key.id, at(40), at(-20));
    expect(await lastUse()).toEqual(at(10));
    await keys.noteUse(key.id, at(70), at(10));

    expect(await lastUse()).toEqual(at(70));
  });

  test("a key ends once, and only at its owner's word where one is named", async () => {
    const { keys, key, owner } = await begin();

    expect(await keys.revoke(key.id, newId(), at(5))).toBeNull();
    expect(await keys.revoke(key.id, owner.id, at(6))).toMatchObject({ id: key.id, revokedAt: at(6) });
    expect(await keys.revoke(key.id, null, at(7))).toMatchObject({ revokedAt: at(6) });
    expect(await keys.revoke(newId(), null, at(8))).toBeNull();
  });

  test("the keys that still open something are counted, and listed ahead of the others", async () => {
    const { keys, key, owner } = await begin();
    const older = { ...key, id: newId(), createdAt: at(-10) };
    await keys.add(older, hashOf(older.id));
    expect(await keys.countUsable(owner.id, at(999))).toBe(2);
    expect(await keys.countUsable(owner.id, at(1_000))).toBe(0);
    expect(await keys.countUsable(newId(), at(0))).toBe(0);

    await keys.revoke(key.id, owner.id, at(5));

    expect(await keys.countUsable(owner.id, at(999))).toBe(1);
    expect((await keys.list(owner.id, 1_000)).map(({ id }) => id)).toEqual([older.id, key.id]);
  });

  test("everybody's keys are listed, or one owner's", async () => {
    const { keys, key, owner } = await begin();
    const idsOf = async (ownerId: string | null) => (await keys.list(ownerId, 1_000)).map(({ id }) => id);

    expect(await idsOf(owner.id)).toEqual([key.id]);
    expect(await idsOf(null)).toContain(key.id);
    expect(await idsOf(newId())).toEqual([]);
    expect((await keys.list(owner.id, 1))[0]?.ownerName).toBe(owner.name);
  });
}
