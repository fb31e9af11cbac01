// oxlint-disable-next-line no-restricted-imports -- counts and names of several tables in one statement, which the builder cannot say
import { sql, type Kysely } from "kysely";
import { BULK_OUTCOMES, type BulkEditsReader, type BulkOutcome, type BulkRow } from "@vitrina/domain/catalog";
import type { LocalizedText } from "@vitrina/domain/core";
import type { CatalogTables } from "./catalog.tables.ts";
import { waitingJobs } from "./waiting-jobs.ts";

const ENTRY = ["id", "version", "change", "state", "products", "createdAt"] as const;

export const createBulkEditsReader = (db: Kysely<CatalogTables>): BulkEditsReader => ({
  async list(after, limit) {
    const rows = await db
      .selectFrom("catalog.bulkEdit")
      .select(ENTRY)
      .$if(after !== null, (query) =>
        query.where((eb) =>
          eb(eb.refTuple("createdAt", "id"), "<", eb.tuple(after?.at ?? new Date(), after?.id ?? "")),
        ),
      )
      .orderBy("createdAt", "desc")
      .orderBy("id", "desc")
      .limit(limit)
      .execute();
    return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
  },

  waiting: (since) => waitingJobs(db, "catalog.bulkEdit", since),

  async sheet(id) {
    const found = await db.selectFrom("catalog.bulkEdit").select(ENTRY).where("id", "=", id).executeTakeFirst();
    if (!found) return null;
    const { rows } = await sql<{ outcome: BulkOutcome; products: number }>`
      select outcome, count(*)::int as products from catalog.bulk_edit_row where edit_id = ${id} group by outcome`.execute(
      db,
    );
    const { rows: named } = await sql<{ name: LocalizedText }>`
      select name from catalog.category where id = ${"categoryId" in found.change ? found.change.categoryId : null}::uuid
      union all
      select name from catalog.collection where id = ${"collectionId" in found.change ? found.change.collectionId : null}::uuid`.execute(
      db,
    );
    const none = Object.fromEntries(BULK_OUTCOMES.map((each) => [each, 0])) as Record<BulkOutcome, number>;
    return {
      ...found,
      createdAt: found.createdAt.toISOString(),
      counts: { ...none, ...Object.fromEntries(rows.map(({ outcome, products }) => [outcome, products])) },
      target: named[0]?.name ?? null,
    };
  },

  async rows(id, { outcomes, after, limit }) {
    const { rows } = await sql<BulkRow>`
      select row.product_id, product.name, (
          select sku from catalog.variant where variant.product_id = product.id order by archived_at is not null, position, variant.id limit 1) as sku,
        row.outcome, row.reason, row.blockers, row.before, row.after
      from catalog.bulk_edit_row as row left join catalog.product on product.id = row.product_id
      where row.edit_id = ${id} and row.outcome = any(${outcomes}) ${after === null ? sql`` : sql`and row.product_id > ${after}::uuid`}
      order by row.product_id limit ${limit}`.execute(db);
    return rows;
  },
});
