import { createHash } from "node:crypto";
// oxlint-disable-next-line no-restricted-imports -- batches of a feed as one JSON parameter, which the builder cannot say
import { sql, type Kysely } from "kysely";
import type { ImportsRepository } from "@vitrina/domain/catalog";
import type { CatalogTables } from "./catalog.tables.ts";

export const createImportsRepository = (db: Kysely<CatalogTables>): ImportsRepository => ({
  async add({ columns, ...started }) {
    await db
      .insertInto("catalog.import")
      .values({ ...started, columns: JSON.stringify(columns), updatedAt: started.createdAt })
      .execute();
  },

  async firstSeen(importId, named) {
    const keys = new Map(named.map(({ name }) => [name, keyOf(name)]));
    const rows = named.map(({ name, row }) => ({ key: keys.get(name), row }));
    const { rows: seen } = await sql<{ key: string; row: number }>`
      with given as (
        select key, min(row) as row from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (key uuid, row integer) group by key
      ), added as (
        insert into catalog.import_seen (import_id, key, row) select ${importId}, key, row from given order by key on conflict do nothing
        returning key, row
      )
      select key, row from added
      union all
      select seen.key, seen.row from catalog.import_seen as seen join given using (key) where seen.import_id = ${importId}`.execute(
      db,
    );
    const first = new Map(seen.map(({ key, row }) => [key, row]));
    return new Map([...keys].map(([name, key]) => [name, first.get(key) ?? 0]));
  },
  async forgetSeen(importId) {
    await db.deleteFrom("catalog.importSeen").where("importId", "=", importId).execute();
  },

  async advance(importId, progress, at) {
    await db
      .updateTable("catalog.import")
      .set({ ...progress, updatedAt: at })
      .where("id", "=", importId)
      .execute();
  },
  async setState(importId, state, at) {
    await db
      .updateTable("catalog.import")
      .set((eb) => ({ state, updatedAt: at, version: eb("version", "+", 1) }))
      .where("id", "=", importId)
      .execute();
  },

  async addFaults(importId, faults) {
    if (faults.length === 0) return;
    await sql`
      insert into catalog.import_fault (import_id, row, field, reason, detail, external_id, rejected)
      select ${importId}, row, field, reason, detail, "externalId", rejected
      from jsonb_to_recordset(${JSON.stringify(faults)}::jsonb)
        as fault (row integer, field text, reason text, detail text, "externalId" text, rejected boolean)`.execute(db);
  },

  async addChanges(importId, changes) {
    if (changes.length === 0) return;
    await sql`
      insert into catalog.import_change as known (import_id, product_id, before, terms, version_after)
      select ${importId}, "productId", nullif(before, 'null'), terms, product.version
      from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as change ("productId" uuid, before jsonb, terms jsonb)
      join catalog.product on product.id = "productId"
      on conflict (import_id, product_id) do update set terms = known.terms || excluded.terms, version_after = excluded.version_after`.execute(
      db,
    );
  },

  async remove(importId) {
    await db.deleteFrom("catalog.import").where("id", "=", importId).execute();
  },
});

/** 128 bits of it as a UUID: smaller than the name, and as unlikely to meet another as two UUIDs are. */
const keyOf = (name: string): string =>
  createHash("sha256")
    .update(name)
    .digest("hex")
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
