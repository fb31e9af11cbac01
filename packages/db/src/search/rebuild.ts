// oxlint-disable-next-line no-restricted-imports -- tables are made beside the live ones and change places with them
import { OperationNodeTransformer, sql, type Kysely, type KyselyPlugin, type RawNode } from "kysely";
import { refreshMenus } from "./facets.ts";
import { learnAllWords } from "./frequent-words.ts";
import { REFRESH_LOCK, writeProducts } from "./refresh.ts";
import type { SearchTables } from "./search.tables.ts";

const EVERY_CATEGORY = 1_000_000;

/** Makes empty tables beside the live ones; answers how many products are to be listed in them. A rebuild that was broken off is forgotten. */
export async function beginRebuild(db: Kysely<SearchTables>, now: Date): Promise<number> {
  const { rows } = await sql<{ amount: number }>`select search.begin_rebuild(${now}) as amount`.execute(db);
  return rows[0]?.amount ?? 0;
}

/** Lists `limit` products from the given position on (from 0) in the new tables. */
export async function rebuildSome(db: Kysely<SearchTables>, part: { from: number; limit: number }, now: Date) {
  const { rows } = await sql<{ id: string }>`
    select product_id as id from search_next.todo
    where position > ${part.from} and position <= ${part.from + part.limit} order by position`.execute(db);
  await writeProducts(
    beside(db),
    rows.map(({ id }) => id),
    now,
  );
}

/** Indexes, words and menus of the new tables. Nobody waits for it but who asked for the rebuild, so it may take its time. */
export async function completeRebuild(db: Kysely<SearchTables>, now: Date): Promise<void> {
  const next = beside(db);
  await sql`set local statement_timeout = 0`.execute(db);
  await sql`select search.index_rebuild()`.execute(db);
  // Whatever was analysed while the tables were filled knows nothing of the products that came last.
  await sql`analyze search_next.listing, search_next.placement, search_next.term`.execute(db);
  await learnAllWords(next);
  await sql`analyze search_next.posting, search_next.term`.execute(db);
  await refreshMenus(next, EVERY_CATEGORY, now);
}

/** The new tables take the place of the live ones; what changed meanwhile is marked. */
export async function endRebuild(db: Kysely<SearchTables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${REFRESH_LOCK})`.execute(db);
  await sql`select search.end_rebuild()`.execute(db);
  // Chunks are dealt anew, so renamed choices are looked for from the first.
  await sql`update search.renamed set next_chunk = 0`.execute(db);
}

/** The same statements over the tables beside the live ones. */
const beside = (db: Kysely<SearchTables>): Kysely<SearchTables> => db.withPlugin(new Beside());

class Beside extends OperationNodeTransformer implements KyselyPlugin {
  protected override transformRaw(node: RawNode): RawNode {
    const raw = super.transformRaw(node);
    return { ...raw, sqlFragments: raw.sqlFragments.map((text) => text.replaceAll(LIVE, "search_next.$1")) };
  }

  transformQuery: KyselyPlugin["transformQuery"] = ({ node }) => this.transformNode(node);

  transformResult: KyselyPlugin["transformResult"] = async ({ result }) => result;
}

const LIVE = /\bsearch\.(listing|placement|posting|term|category_count|word|facet_menu|menu_due)\b/g;
