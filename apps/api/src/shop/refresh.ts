// oxlint-disable-next-line no-restricted-imports -- vacuum is no query
import { sql } from "kysely";
import type { Operator, OperatorCommand } from "#shop/command.ts";

const BATCH = 2_000;
/** From so many changed listings on, waiting for autovacuum would show. */
const MANY = 100;

export const refreshCommand: OperatorCommand = {
  summary: "bring every listing up to date with its product",
  help: `pnpm shop refresh [--all]

Makes the listings true that are marked as changed; the running shop does the same every second.
  --all   all of them, for instance after data were changed past the shop`,
  options: { all: { type: "boolean" } },
  async run(operator, { values }) {
    if (values["all"]) await operator.services.search.markAll();
    console.log(`Refreshed ${await refreshListings(operator)} listings`);
  },
};

/**
 * Until nothing is marked any more; after many, PostgreSQL settles the indexes and learns what the tables hold now.
 * Only those that an import fills: the tables of carts and orders are planned as small but growing until they are
 * analysed, and as empty if that was done while they were, which a busy first hour pays with a scan for each query.
 */
export async function refreshListings(
  { services, db }: Operator,
  onProgress?: (done: number) => void,
): Promise<number> {
  let done = 0;
  for (;;) {
    const refreshed = await services.search.refreshDirty(BATCH);
    if (refreshed === 0) break;
    done += refreshed;
    onProgress?.(done);
  }
  if (done < MANY) return done;
  while ((await services.search.refreshMenus(BATCH)) > 0);
  await sql`
    vacuum (analyze, skip_locked)
      search.listing, search.placement, search.posting, search.term, search.category_count, search.word,
      catalog.attribute, catalog.category, catalog.media, catalog.product, catalog.product_category, catalog.variant,
      pricing.price, inventory.level, inventory.movement, reviews.aggregate, reviews.review
  `.execute(db);
  return done;
}
