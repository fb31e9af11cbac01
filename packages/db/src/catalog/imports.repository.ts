import { createHash } from "node:crypto";
// oxlint-disable-next-line no-restricted-imports -- batches of a feed as one JSON parameter, which the builder cannot say
import { sql, type Kysely } from "kysely";
import type { ImportsRepository, ProductState } from "@vitrina/domain/catalog";
import type { CatalogTables } from "./catalog.tables.ts";
import { createImportsReader } from "./imports-reader.ts";

const LEFT_OUT = { rows: 0, created: 0, changed: 0, unchanged: 0, rejected: 0, notices: 0, position: 0, lastRow: 0 };

export const createImportsRepository = (db: Kysely<CatalogTables>): ImportsRepository => ({
  ...createImportsReader(db),

  async add({ columns, headers, samples, ...started }) {
    await db
      .insertInto("catalog.import")
      .values({
        ...started,
        columns: JSON.stringify(columns),
        headers: JSON.stringify(headers),
        samples: JSON.stringify(samples),
        updatedAt: started.createdAt,
      })
      .execute();
  },
  async lock(importId) {
    const found = await db
      .selectFrom("catalog.import")
      .selectAll()
      .where("id", "=", importId)
      .forUpdate()
      .executeTakeFirst();
    return found ?? null;
  },
  async restart(importId, { columns, ...plan }, at) {
    await db.deleteFrom("catalog.importSeen").where("importId", "=", importId).execute();
    await db.deleteFrom("catalog.importFault").where("importId", "=", importId).execute();
    await db
      .updateTable("catalog.import")
      .set((eb) => ({
        ...LEFT_OUT,
        ...plan,
        columns: JSON.stringify(columns),
        lease: null,
        leasedUntil: null,
        updatedAt: at,
        version: eb("version", "+", 1),
      }))
      .where("id", "=", importId)
      .execute();
  },

  async claim(lease, now, until) {
    const { rows } = await sql<{ id: string }>`
      update catalog.import set lease = ${lease}, leased_until = ${until} where id = (
        select id from catalog.import
        where state in ('checking', 'running', 'undoing') and (storage_key is not null or state = 'undoing') and coalesce(leased_until <= ${now}, true)
        order by updated_at limit 1 for update skip locked)
      returning id`.execute(db);
    const id = rows[0]?.id;
    if (id === undefined) return null;
    return db.selectFrom("catalog.import").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  },
  async keep({ importId, lease }, until) {
    const { numUpdatedRows } = await db
      .updateTable("catalog.import")
      .set({ leasedUntil: until })
      .where("id", "=", importId)
      .where("lease", "=", lease)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new Error(`another worker has import ${importId}`);
  },

  async changesToUndo(importId, limit) {
    const { rows } = await sql<Awaited<ReturnType<ImportsRepository["changesToUndo"]>>[number]>`
      select change.product_id, change.before, change.terms, change.version_after, product.version
      from catalog.import_change as change join catalog.product on product.id = change.product_id
      where change.import_id = ${importId} and change.undone is null
      order by change.product_id limit ${limit}
      for update of change, product`.execute(db);
    return rows.map((change) => ({ ...change, before: change.before && revived(change.before) }));
  },
  async markUndone(importId, outcomes) {
    await sql`
      update catalog.import_change as change set undone = outcome.undone
      from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as outcome ("productId" uuid, undone text)
      where change.import_id = ${importId} and change.product_id = outcome."productId"`.execute(db);
  },
  async failAbandoned(before) {
    await db
      .updateTable("catalog.import")
      .set((eb) => ({ state: "failed", version: eb("version", "+", 1) }))
      .where("state", "=", "running")
      .where("storageKey", "is", null)
      .where("updatedAt", "<", before)
      .execute();
  },
  async forgetOld(before, limit) {
    const { rows } = await sql<{ id: string; storageKey: string | null }>`
      delete from catalog.import where id in (
        select id from catalog.import where updated_at < ${before} and state not in ('checking', 'running', 'undoing')
        order by updated_at limit ${limit} for update skip locked)
      returning id, storage_key`.execute(db);
    return rows.map((row) => row.storageKey ?? "");
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

/** As JSON a date is a text. */
const revived = (state: ProductState): ProductState => ({
  ...state,
  releasedAt: state.releasedAt === null ? null : new Date(state.releasedAt),
});

/** 128 bits of it as a UUID: smaller than the name, and as unlikely to meet another as two UUIDs are. */
const keyOf = (name: string): string =>
  createHash("sha256")
    .update(name)
    .digest("hex")
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
