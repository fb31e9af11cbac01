// oxlint-disable-next-line no-restricted-imports -- counts and rows of several tables in one statement, which the builder cannot say
import { sql, type Kysely } from "kysely";
import type { ImportsReader } from "@vitrina/domain/catalog";
import type { CatalogTables } from "./catalog.tables.ts";
import { waitingJobs } from "./waiting-jobs.ts";

const ENTRY = [
  "id",
  "version",
  "fileName",
  "format",
  "source",
  "state",
  "bytes",
  "position",
  "rows",
  "created",
  "changed",
  "unchanged",
  "rejected",
  "notices",
  "actorId",
  "createdAt",
] as const;

export const createImportsReader = (db: Kysely<CatalogTables>): ImportsReader => ({
  async sheet(importId) {
    const found = await db
      .selectFrom("catalog.import")
      .select([...ENTRY, "storageKey", "feed", "stock", "headers", "columns", "samples"])
      .where("id", "=", importId)
      .executeTakeFirst();
    if (!found) return null;
    const { rows } = await sql<{ products: number; restored: number; refused: number }>`
      select count(*)::int as products, count(*) filter (where undone in ('restored', 'archived'))::int as restored,
        count(*) filter (where undone = 'refused')::int as refused
      from catalog.import_change where import_id = ${importId}`.execute(db);
    const { storageKey, createdAt, ...sheet } = found;
    return {
      ...sheet,
      createdAt: createdAt.toISOString(),
      hasFile: storageKey !== null,
      changes: rows[0] ?? { products: 0, restored: 0, refused: 0 },
    };
  },

  waiting: (since) => waitingJobs(db, "catalog.import", since),

  async list(after, limit) {
    const rows = await db
      .selectFrom("catalog.import")
      .select([...ENTRY, "storageKey"])
      .$if(after !== null, (query) =>
        query.where((eb) =>
          eb(eb.refTuple("createdAt", "id"), "<", eb.tuple(after?.at ?? new Date(), after?.id ?? "")),
        ),
      )
      .orderBy("createdAt", "desc")
      .orderBy("id", "desc")
      .limit(limit)
      .execute();
    return rows.map(({ storageKey, createdAt, ...entry }) => ({
      ...entry,
      createdAt: createdAt.toISOString(),
      hasFile: storageKey !== null,
    }));
  },

  faults: (importId, after, limit) =>
    db
      .selectFrom("catalog.importFault")
      .select(["id", "row", "field", "reason", "detail", "externalId", "rejected"])
      .where("importId", "=", importId)
      .where("id", ">", after)
      .orderBy("id")
      .limit(limit)
      .execute(),

  refusals: (importId, limit) =>
    db
      .selectFrom("catalog.importChange as change")
      .innerJoin("catalog.product as product", "product.id", "change.productId")
      .select(["product.id as productId", "product.slug", "product.name"])
      .where("change.importId", "=", importId)
      .where("change.undone", "=", "refused")
      .orderBy("product.id")
      .limit(limit)
      .execute(),
});
