import type { DataExport } from "./data-export.ts";
import type { DataExportRepository } from "./data-export.repository.ts";

/** Files in memory. */
export function fakeDataExports(): DataExportRepository {
  const all = new Map<string, DataExport & { file: Uint8Array | null }>();
  return {
    async find(userId) {
      const found = all.get(userId);
      if (!found) return null;
      const { file: _, ...state } = found;
      return state;
    },
    async begin(begun, givenUp) {
      const former = all.get(begun.userId);
      if (former && !former.file && former.askedAt > givenUp) return false;
      all.set(begun.userId, { ...begun, expiresAt: null, size: null, file: null });
      return true;
    },
    async finish(id, file, expiresAt) {
      const asked = [...all.values()].find((each) => each.id === id && !each.file);
      if (asked) all.set(asked.userId, { ...asked, file, expiresAt, size: file.byteLength });
      return asked !== undefined;
    },
    async archive(userId, now) {
      const found = all.get(userId);
      return found?.expiresAt && found.expiresAt > now ? found.file : null;
    },
    async sweep({ now, givenUp }) {
      for (const { userId, expiresAt, askedAt } of all.values())
        if (expiresAt ? expiresAt <= now : askedAt <= givenUp) all.delete(userId);
    },
  };
}
