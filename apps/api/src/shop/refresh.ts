// oxlint-disable-next-line no-restricted-imports -- vacuum is no query
import { sql } from "kysely";
import type { Operator, OperatorCommand } from "#shop/command.ts";

const BATCH = 2_000;
/** Words that get their postings in one transaction. */
const WORDS = 200;
/** From so many changed listings on, waiting for autovacuum would show. */
const MANY = 100;

export const refreshCommand: OperatorCommand = {
  summary: "bring every listing up to date with its product",
  help: `pnpm shop refresh [--all | --rebuild | --check]

Makes the listings true that are marked as changed; the running shop does the same twice a second.
  --all       all of them, for instance after data were changed past the shop
  --rebuild   makes the whole read model anew beside the live one, which stays true meanwhile, and has them change places
  --check     compares lists and facets with the products, prices, stock and stars, changes nothing, and fails if they differ`,
  options: { all: { type: "boolean" }, rebuild: { type: "boolean" }, check: { type: "boolean" } },
  async run(operator, { values }) {
    const { search } = operator.services;
    if (values["check"]) return check(search);
    if (values["rebuild"]) {
      console.log(`Listed ${await rebuildListings(operator)} products anew`);
      return;
    }
    if (values["all"]) await search.markAll();
    console.log(`Refreshed ${await refreshListings(operator)} listings`);
  },
};

async function check(search: Operator["services"]["search"]): Promise<void> {
  const { checked, wrong, strayPostings } = await search.reconcile();
  console.log(`${checked} products compared: ${wrong.length} wrong, ${strayPostings} stray postings`);
  if (wrong.length + strayPostings === 0) return;
  for (const id of wrong) console.log(id);
  process.exitCode = 1;
}

/** Beside the live listings; the way to fill those of a large new catalogue, too. */
export async function rebuildListings(
  { services, db }: Operator,
  onProgress?: (done: number, total: number) => void,
): Promise<number> {
  const listed = await services.search.rebuild(onProgress);
  await services.search.countWords();
  await settle(db);
  return listed;
}

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
  while ((await services.search.learnWords(WORDS)) > 0);
  while ((await services.search.refreshMenus(BATCH)) > 0);
  await services.search.countWords();
  await settle(db);
  return done;
}

async function settle(db: Operator["db"]): Promise<void> {
  await sql`
    vacuum (analyze, skip_locked)
      search.listing, search.placement, search.posting, search.term, search.category_count, search.word,
      catalog.attribute, catalog.category, catalog.media, catalog.product, catalog.product_category, catalog.variant,
      pricing.price, inventory.level, inventory.movement, reviews.aggregate, reviews.review
  `.execute(db);
}
