import path from "node:path";
import type { RowFault } from "@vitrina/domain/catalog";
import { localFile, sizeOf } from "#shop/import-file.ts";
import { glanceAt } from "#shop/import-format.ts";
import { importNow, type ImportTask } from "#shop/import-now.ts";
import type { TestShop } from "#testing.ts";

/** Imports a file as `pnpm shop import` does, and brings the lists up to date. */
export async function importInto(shop: TestShop, file: string, changes: Partial<ImportTask> = {}) {
  const faults: RowFault[] = [];
  const { format, feed, columns } = await glanceAt(localFile(file));
  const summary = await importNow(
    { db: shop.database.db, services: shop.services, now: shop.clock.now },
    {
      file: localFile(file),
      fileName: path.basename(file),
      bytes: await sizeOf(file),
      source: "test",
      format,
      feed,
      columns,
      stock: 25,
      dryRun: false,
      onFaults: async (found) => void faults.push(...found),
      ...changes,
    },
  );
  while ((await shop.services.search.refreshDirty(2_000)) > 0);
  return { summary, faults };
}
