import type { Kysely } from "kysely";
import type { ListingRefresher, SearchRepository } from "@vitrina/domain/search";
import { browse, browsePlainly, isPlain } from "./browse.ts";
import { fillCollections } from "./collections.ts";
import { refreshMenus } from "./facets.ts";
import { learnWords } from "./frequent-words.ts";
import { countWords } from "./word-counts.ts";
import { linked } from "./linked.ts";
import { ownPrices } from "./own-prices.ts";
import { readingByOnePlan } from "./one-plan.ts";
import { findProduct } from "./product-page.ts";
import { beginRebuild, completeRebuild, endRebuild, rebuildSome } from "./rebuild.ts";
import { compareListings, countStrayPostings } from "./reconcile.ts";
import { markAll, refresh } from "./refresh.ts";
import type { SearchTables } from "./search.tables.ts";
import { waiting } from "./waiting.ts";
import { categories, home, similarWords, sitemap } from "./shelves.ts";
import { suggest } from "./suggest.ts";
import { searchText } from "./text-search.ts";

export const createSearchRepository = (db: Kysely<SearchTables>): SearchRepository => {
  const byOnePlan = readingByOnePlan(db);
  return {
    browse: (lookup) => (isPlain(lookup) ? browsePlainly(db, lookup) : byOnePlan((tx) => browse(tx, lookup))),
    search: (lookup) => byOnePlan((tx) => searchText(tx, lookup)),
    similarWords: (words) => similarWords(db, words),
    suggest: (lookup) => byOnePlan((tx) => suggest(tx, lookup)),
    home: (currency) => home(db, currency),
    findProduct: (slug, asker) => findProduct(db, { slug, ...asker }),
    linked: (slug, asker) => linked(db, { slug, ...asker }),
    ownPrices: (productIds, asker) => ownPrices(db, productIds, asker),
    categories: () => categories(db),
    waiting: (now, most) => waiting(db, now, most),
    sitemap: (limit) => sitemap(db, limit),
  };
};

/** Bind it to a transaction. */
export const createListingRefresher = (db: Kysely<SearchTables>): ListingRefresher => ({
  refresh: (limit, now) => refresh(db, limit, now),
  refreshMenus: (limit, now) => refreshMenus(db, limit, now),
  learnWords: (most) => learnWords(db, most),
  countWords: () => countWords(db),
  markAll: () => markAll(db),
  compareListings: (part, now) => compareListings(db, part, now),
  countStrayPostings: () => countStrayPostings(db),
  beginRebuild: (now) => beginRebuild(db, now),
  rebuildSome: (part, now) => rebuildSome(db, part, now),
  completeRebuild: (now) => completeRebuild(db, now),
  endRebuild: () => endRebuild(db),
  fillCollections: (limit) => fillCollections(db, limit),
});
