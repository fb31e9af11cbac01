// oxlint-disable-next-line no-restricted-imports -- an advisory lock, which the builder cannot say
import { sql, type Kysely } from "kysely";
import type { CatalogTables } from "./catalog.tables.ts";

/** Changes of the tree of categories go one after the other; held to the end of the transaction. */
export async function lockTree(db: Kysely<CatalogTables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('catalog.tree', 0))`.execute(db);
}
