import type { StaffRepository } from "@vitrina/domain/users";
import type { ApiKeyRepository } from "./api-key.repository.ts";
import type { ApiKey, KeyStanding } from "./api-key.ts";

/** Keys in memory, over people in memory. */
export function fakeApiKeys(staff: Pick<StaffRepository, "find">): ApiKeyRepository & { all: ApiKey[] } {
  const all: (ApiKey & { hash: Uint8Array })[] = [];
  const facts = ({ hash: _, ...key }: ApiKey & { hash: Uint8Array }): ApiKey => key;

  async function standing(key: (ApiKey & { hash: Uint8Array }) | undefined): Promise<KeyStanding | null> {
    const owner = key && (await staff.find(key.ownerId));
    if (!owner) return null;
    const { role, status, av, permissions } = owner;
    return { ...facts(key), role, status, av, permissions };
  }
  return {
    all,
    async add(key, hash) {
      all.push({ ...key, hash });
    },
    findByHash: async (hash) => standing(all.find((key) => key.hash.join() === hash.join())),
    find: async (id) => standing(all.find((key) => key.id === id)),
    countUsable: async (ownerId, now) =>
      all.filter((key) => key.ownerId === ownerId && !key.revokedAt && now < key.expiresAt).length,
    async list(ownerId, limit) {
      const wanted = all
        .filter((key) => ownerId === null || key.ownerId === ownerId)
        .toSorted((a, b) => Number(!!a.revokedAt) - Number(!!b.revokedAt) || +b.createdAt - +a.createdAt);
      const named = wanted.map(async (key) => ({
        ...facts(key),
        ownerName: (await staff.find(key.ownerId))?.name ?? "",
      }));
      return (await Promise.all(named)).slice(0, limit);
    },
    async noteUse(id, now, unlessSince) {
      for (const key of all)
        if (key.id === id && (!key.lastUsedAt || key.lastUsedAt <= unlessSince)) key.lastUsedAt = now;
    },
    async revoke(id, ownerId, now) {
      const key = all.find((each) => each.id === id && (ownerId === null || each.ownerId === ownerId));
      if (!key) return null;
      key.revokedAt ??= now;
      return facts(key);
    },
  };
}
