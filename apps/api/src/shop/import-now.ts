import { randomUUIDv7 } from "node:crypto";
import type { Database } from "@vitrina/db";
import { createImportsRepository } from "@vitrina/db/catalog";
import { createTransact } from "@vitrina/db/core";
import type { ImportCounts, ImportProgress, RowFault } from "@vitrina/domain/catalog";
import type { Clock } from "@vitrina/domain/core";
import type { Kysely } from "kysely";
import type { ImportFile } from "#shop/import-file.ts";
import { importRows } from "#shop/import-format.ts";
import type { ImportTools } from "#shop/import-tools.ts";

export interface ImportTask {
  file: ImportFile;
  fileName: string;
  bytes: number;
  source: string;
  format: "csv" | "jsonl";
  feed: boolean;
  columns: (string | null)[];
  stock: number;
  dryRun: boolean;
  onFaults?: (faults: RowFault[]) => Promise<void>;
  onProgress?: (progress: ImportProgress) => void;
}

interface Shop {
  db: Kysely<Database>;
  services: Omit<ImportTools, "imports">;
  now: Clock;
}

const NOT_BEGUN: ImportProgress = {
  rows: 0,
  created: 0,
  changed: 0,
  unchanged: 0,
  rejected: 0,
  notices: 0,
  position: 0,
  lastRow: 0,
};

/** Imports a file from its beginning to its end, kept in the list of imports; a dry run leaves nothing behind. */
export async function importNow({ db, services, now }: Shop, task: ImportTask): Promise<ImportCounts> {
  const imports = createImportsRepository(db);
  const { file, fileName, bytes, source, format, feed, columns, stock, dryRun } = task;
  const id = randomUUIDv7();
  const state = dryRun ? "checking" : "running";
  const started = { id, fileName, bytes, source, format, feed, columns, stock, state, createdAt: now() } as const;
  await imports.add({ ...started, headers: [], samples: [], storageKey: null, actorId: null });
  try {
    const counts = await importRows(
      { ...services, imports },
      { importId: id, file, source, format, feed, columns, stock },
      {
        importId: id,
        imports,
        transact: createTransact(db, () => ({})),
        dryRun,
        from: NOT_BEGUN,
        now,
        onFaults: async (faults) => {
          if (!dryRun) await imports.addFaults(id, faults);
          await task.onFaults?.(faults);
        },
        ...(task.onProgress && { onProgress: task.onProgress }),
      },
    );
    if (!dryRun) await imports.setState(id, "done", now());
    return counts;
  } catch (error) {
    if (!dryRun) await imports.setState(id, "failed", now()).catch(() => {});
    throw error;
  } finally {
    if (dryRun) await imports.remove(id);
  }
}
