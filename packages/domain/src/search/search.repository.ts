import type { Currency } from "@vitrina/domain/core";
import type { CategoryNode } from "@vitrina/domain/catalog";
import type { LinkedProducts, ListingPage, ListingQuery, ListingRow, ListingSort } from "./listing.ts";
import type { ProductPage } from "./product-page.ts";
import type { ListingLag } from "./listing-lag.ts";
import type { RulePreview } from "./tuning.ts";
import type { Suggestions } from "./suggestion.ts";

export type Lookup = Omit<ListingQuery, "q" | "sort"> & { sort: ListingSort };

/** Words already folded. `every`: all of them must occur; `prefix`: the last one may be a beginning; `some`: any counts, all of them first. */
export interface TextLookup extends Lookup {
  words: string[];
  match: "every" | "prefix" | "some";
  /** With fewer hits (of `every`; else with nothing at all) than this the page is left out. */
  least: number;
  /** The query as one code (SKU, model, barcode), in lower case: its product comes first. */
  code: string;
  /** Rules that are not saved, as if they were. */
  tried?: Pick<RulePreview, "synonym" | "rule">;
}

/** As a card shows it; minor units. */
export type OwnPrice = Omit<NonNullable<ListingRow["price"]>, "lowest">;

/** Whose prices; `personId` is null for nobody known. */
export interface ForWhom {
  currency: Currency;
  personId: string | null;
  now: Date;
}

export type FoundPage = Omit<ListingPage, "correctedQuery">;

/** `matched` counts the hits before price and stock filters; the page is null when they are fewer than asked for. */
export interface FoundText {
  matched: number;
  page: FoundPage | null;
}

export interface SearchRepository {
  /** A category's page, or the whole shop's; null when there is no such category. */
  browse(lookup: Lookup): Promise<FoundPage | null>;
  search(lookup: TextLookup): Promise<FoundText | null>;
  /** For each word that the shop does not know, the known words most like it. */
  similarWords(words: string[]): Promise<{ word: string; similar: string[] }[]>;
  /** What begins with the words: at least their number of letters is two. */
  suggest(lookup: Pick<TextLookup, "words" | "code" | "currency" | "locale">): Promise<Suggestions>;
  home(currency: Currency): Promise<Record<"featured" | "newest" | "reduced", ListingRow[]>>;
  findProduct(slug: string, asker: ForWhom): Promise<ProductPage | null>;
  /** Public prices; of a product that is archived too, so that its page leads on. Nothing for an unknown slug. */
  linked(slug: string, asker: Omit<ForWhom, "personId">): Promise<LinkedProducts>;
  /** Prices of products for a member of a group that has some, as a card shows them; empty for everybody else. */
  ownPrices(productIds: readonly string[], asker: ForWhom): Promise<Map<string, OwnPrice>>;
  categories(): Promise<CategoryNode[]>;
  /** Pages of collections that hold something, then of products, the latest changed first. */
  /** How long the oldest change waits for its listing, in seconds, and how many products wait, counted up to `most`. */
  waiting(now: Date, most: number): Promise<Omit<ListingLag, "late">>;
  sitemap(limit: number): Promise<{ path: string; updatedAt: Date }[]>;
}

/** What a comparison of the read model with the rooms' own tables found; ids of at most a hundred products. */
export interface Drift {
  checked: number;
  wrong: string[];
  strayPostings: number;
}

export interface ListingRefresher {
  /** Takes up to `limit` marked products, and those whose price begins or ends, and makes their listings true. Returns how many. */
  refresh(limit: number, now: Date): Promise<number>;
  /** Makes the facets offered in up to `limit` changed categories anew. Returns how many. */
  refreshMenus(limit: number, now: Date): Promise<number>;
  /** Gives up to `most` words that became frequent what makes searching for them fast. Returns how many. */
  learnWords(most: number): Promise<number>;
  /** Counts in how many products each known word occurs, by a sample of at most some ten thousand. Returns how many counts changed. */
  countWords(): Promise<number>;
  markAll(): Promise<void>;
  /** Listings behind `after` that a refresh would write otherwise; `last` is null at the end. */
  compareListings(
    part: { after: string; limit: number },
    now: Date,
  ): Promise<Pick<Drift, "checked" | "wrong"> & { last: string | null }>;
  /** Postings and counts that do not follow from the listings. */
  countStrayPostings(): Promise<number>;
  /** Empty tables beside the live ones; answers how many products are to be listed in them. */
  beginRebuild(now: Date): Promise<number>;
  rebuildSome(part: { from: number; limit: number }, now: Date): Promise<void>;
  completeRebuild(now: Date): Promise<void>;
  /** The new tables take the place of the live ones. */
  endRebuild(): Promise<void>;
  /** Asks the new rule of one collection of up to `limit` products and marks those that come or go. Returns how many it asked. */
  fillCollections(limit: number): Promise<number>;
}
