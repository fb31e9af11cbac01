import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import type { Database } from "@vitrina/db";
import { createImportsRepository } from "@vitrina/db/catalog";
import { createTransact } from "@vitrina/db/core";
import type { ImportProgress, StoredImport } from "@vitrina/domain/catalog";
import type { Clock, FileStorage } from "@vitrina/domain/core";
import type { Kysely } from "kysely";
import type { ImportFile } from "#shop/import-file.ts";
import { importRows } from "#shop/import-format.ts";
import type { ImportTools } from "#shop/import-tools.ts";
import { undoImport } from "#shop/import-undo.ts";

/** A worker that says nothing for so long is gone, milliseconds. */
const LEASE = 30_000;

/** How long an import can be undone, milliseconds: 30 days. */
const KEPT = 30 * 24 * 3600 * 1000;

interface Ingredients {
  db: Kysely<Database>;
  services: Omit<ImportTools, "imports">;
  storage: FileStorage;
  now: Clock;
}
type Log = { error(about: object, message: string): void };

export const storedFile = (storage: FileStorage, name: string): ImportFile => ({
  async open() {
    const file = await storage.read(name);
    if (!file) throw new Error(`the storage has no ${name}`);
    return Readable.from(file.content);
  },
});

/** The work behind imports in the back office. */
export const createImportJobs = (ingredients: Ingredients) => ({
  /**
   * Does the import that waits longest, if there is one: tries, runs or undoes it. How far it came is committed with each
   * batch, so after a kill another worker goes on from there once the lease has run out, and after a stop at once.
   * Answers how many it did.
   */
  async runNext(signal: AbortSignal, log: Log): Promise<number> {
    const { db, now } = ingredients;
    const imports = createImportsRepository(db);
    const lease = randomUUID();
    const later = () => new Date(now().getTime() + LEASE);
    const claimed = await imports.claim(lease, now(), later());
    if (!claimed) return 0;
    const held = { importId: claimed.id, lease };
    const keep = () => {
      signal.throwIfAborted();
      return imports.keep(held, later());
    };
    const transact = createTransact(db, () => ({}));
    const leave = (state: StoredImport["state"] | null) =>
      transact(async () => {
        await imports.keep(held, now());
        if (state) await imports.setState(claimed.id, state, now());
      });
    try {
      await leave(await work(ingredients, claimed, keep));
    } catch (error) {
      if (!signal.aborted) log.error({ err: error, importId: claimed.id }, "an import failed");
      await leave(signal.aborted ? null : "failed").catch(() => {});
    }
    return 1;
  },

  /** Forgets imports that are too old to be undone, and their files; answers how many. */
  async sweep(limit: number): Promise<number> {
    const { db, now, storage } = ingredients;
    const imports = createImportsRepository(db);
    await imports.failAbandoned(new Date(now().getTime() - 3_600_000));
    const gone = await imports.forgetOld(new Date(now().getTime() - KEPT), limit);
    for (const name of gone) if (name) await storage.remove(name);
    return gone.length;
  },
});

/** The state in which it is left. */
async function work({ db, services, storage, now }: Ingredients, claimed: StoredImport, keep: () => Promise<void>) {
  const imports = createImportsRepository(db);
  const transact = createTransact(db, () => ({}));
  const importId = claimed.id;
  if (claimed.state === "undoing") {
    await undoImport({ ...services, imports }, { importId, transact, keep });
    return "undone";
  }
  const dryRun = claimed.state === "checking";
  const advance = async (id: string, progress: ImportProgress, at: Date) => {
    await keep();
    await imports.advance(id, progress, at);
  };
  await importRows(
    { ...services, imports },
    { ...claimed, importId, file: storedFile(storage, claimed.storageKey ?? "") },
    {
      importId,
      imports: { ...imports, advance },
      transact,
      dryRun,
      from: claimed,
      now,
      onFaults: (faults) => imports.addFaults(importId, faults),
    },
  );
  return dryRun ? "checked" : "done";
}
