import type { Kysely } from "kysely";
import type { ListingRefresher, SearchRepository } from "@vitrina/domain/search";
import { browse } from "./browse.ts";
import { refreshMenus } from "./facets.ts";
import { findProduct } from "./product-page.ts";
import { markAll, refresh } from "./refresh.ts";
import type { SearchTables } from "./search.tables.ts";
import { categories, home, similarWords, sitemap } from "./shelves.ts";
import { searchText } from "./text-search.ts";

export const createSearchRepository = (db: Kysely<SearchTables>): SearchRepository => ({
  browse: (lookup) => browse(db, lookup),
  search: (lookup) => searchText(db, lookup),
  similarWords: (words) => similarWords(db, words),
  home: (currency) => home(db, currency),
  findProduct: (slug, currency, now) => findProduct(db, { slug, currency, now }),
  categories: () => categories(db),
  sitemap: (limit) => sitemap(db, limit),
});

/** Bind it to a transaction. */
export const createListingRefresher = (db: Kysely<SearchTables>): ListingRefresher => ({
  refresh: (limit, now) => refresh(db, limit, now),
  refreshMenus: (limit, now) => refreshMenus(db, limit, now),
  markAll: () => markAll(db),
});
