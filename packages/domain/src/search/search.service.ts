import { NotFound, type Clock, type Currency, type Transact } from "@vitrina/domain/core";
import { isCursorOf, PAGE_SIZE, type ListingPage, type ListingQuery, type ListingRow } from "./listing.ts";
import type { Drift, ListingRefresher, Lookup, SearchRepository, TextLookup, OwnPrice } from "./search.repository.ts";
import { ALARM_AFTER, type ListingLag, MOST_WAITING_COUNTED } from "./listing-lag.ts";
import { similarTo } from "./similar.ts";
import { suggestFor } from "./suggest.ts";
import type { Suggestions, SuggestQuery } from "./suggestion.ts";
import { closestWord, swapLayout, wordsOf } from "./words.ts";

const MAX_SITEMAP = 50_000;
/** Products that a rebuild lists in one transaction: a quarter of a posting's. */
const REBUILT = 8_000;
const COMPARED = 1_000;
const MOST_TOLD = 100;
const FIRST_ID = "00000000-0000-0000-0000-000000000000";

interface Dependencies {
  search: SearchRepository;
  transact: Transact<{ listings: ListingRefresher }>;
  clock: Clock;
}

export function createSearchService({ search, transact, clock }: Dependencies) {
  /** PRC-03: cards carry public prices; a member of a group sees their own, as the product's page and the cart do. */
  async function forPerson(rows: ListingRow[], currency: Currency, personId: string | null): Promise<ListingRow[]> {
    if (personId === null || rows.length === 0) return rows;
    const own = await search.ownPrices([...new Set(rows.map(({ productId }) => productId))], {
      currency,
      personId,
      now: clock(),
    });
    return rows.map((row) => ({ ...row, price: priceFor(row.price, own.get(row.productId)) }));
  }

  return {
    /** One page of a category, of a text search, or of both together. Throws NotFound for an unknown category. */
    async list(query: ListingQuery, personId: string | null = null): Promise<ListingPage> {
      const page = await listPage(search, query);
      return { ...page, rows: await forPerson(page.rows, query.currency, personId) };
    },

    /** Throws NotFound when nothing is published under the slug. */
    async product({ slug, currency }: { slug: string; currency: Currency }, personId: string | null = null) {
      const product = await search.findProduct(slug, { currency, personId, now: clock() });
      if (!product) throw new NotFound({ what: "product" });
      return product;
    },

    /** CAT-12: cards of what the product's page leads to; empty when there is no such product. */
    async linked({ slug, currency }: { slug: string; currency: Currency }, personId: string | null = null) {
      const { related, accessories, replacements } = await search.linked(slug, { currency, now: clock() });
      const all = await forPerson([...related, ...accessories, ...replacements], currency, personId);
      const [second, third] = [related.length, related.length + accessories.length];
      return { related: all.slice(0, second), accessories: all.slice(second, third), replacements: all.slice(third) };
    },

    /** SRCH-05: at most ten rows for what somebody has typed so far. */
    async suggest(query: SuggestQuery, personId: string | null = null): Promise<Suggestions> {
      const suggested = await suggestFor(search, query);
      return { ...suggested, products: await forPerson(suggested.products, query.currency, personId) };
    },

    async home(currency: Currency, personId: string | null = null) {
      const { featured, newest, reduced } = await search.home(currency);
      const all = await forPerson([...featured, ...newest, ...reduced], currency, personId);
      const [second, third] = [featured.length, featured.length + newest.length];
      return { featured: all.slice(0, second), newest: all.slice(second, third), reduced: all.slice(third) };
    },
    categories: search.categories,
    sitemap: (limit: number) => search.sitemap(Math.min(limit, MAX_SITEMAP)),

    /** SRCH-07: how far lists are behind. */
    async lag(): Promise<ListingLag> {
      const waiting = await search.waiting(clock(), MOST_WAITING_COUNTED);
      return { ...waiting, late: waiting.seconds > ALARM_AFTER };
    },
    /** SRCH-07: makes up to `limit` marked listings true; 0 means that there is nothing left to do. */
    refreshDirty: (limit: number) => transact(({ listings }) => listings.refresh(limit, clock())),
    /** SRCH-02: which facets are worth offering, of up to `limit` categories that changed. */
    refreshMenus: (limit: number) => transact(({ listings }) => listings.refreshMenus(limit, clock())),
    /** CAT-07: asks new rules of collections of up to `limit` products; 0 means that there is nothing to do now. */
    fillCollections: (limit: number) => transact(({ listings }) => listings.fillCollections(limit)),
    /** Marks every product, so that the next refreshes make all listings anew while the shop stays open. */
    markAll: () => transact(({ listings }) => listings.markAll()),
    /** SRCH-05: of words that begin alike, the more frequent are suggested. */
    countWords: () => transact(({ listings }) => listings.countWords()),
    /** SRCH-01: words that became frequent are found faster from then on. */
    learnWords: (most: number) => transact(({ listings }) => listings.learnWords(most)),

    /** SRCH-07: whether lists and facets say what the rooms' own tables say. Products that wait for the refresh are passed over. */
    async reconcile(): Promise<Drift> {
      const drift: Drift = { checked: 0, wrong: [], strayPostings: 0 };
      let after: string | null = FIRST_ID;
      const compare = (from: string) =>
        transact(({ listings }) => listings.compareListings({ after: from, limit: COMPARED }, clock()));
      while (after !== null) {
        const { checked, wrong, last } = await compare(after);
        drift.checked += checked;
        drift.wrong = [...drift.wrong, ...wrong].slice(0, MOST_TOLD);
        after = last;
      }
      drift.strayPostings = await transact(({ listings }) => listings.countStrayPostings());
      return drift;
    },

    /** SRCH-07: makes the read model anew beside the live one, which stays true meanwhile, and has them change places. */
    async rebuild(onProgress: (done: number, total: number) => void = () => {}): Promise<number> {
      const total = await transact(({ listings }) => listings.beginRebuild(clock()));
      for (let from = 0; from < total; from += REBUILT) {
        await transact(({ listings }) => listings.rebuildSome({ from, limit: REBUILT }, clock()));
        onProgress(Math.min(total, from + REBUILT), total);
      }
      await transact(({ listings }) => listings.completeRebuild(clock()));
      await transact(({ listings }) => listings.endRebuild());
      return total;
    },
  };
}
export type SearchService = ReturnType<typeof createSearchService>;

/** The page as everybody sees it. Throws NotFound for an unknown category. */
export async function listPage(search: SearchRepository, { q, after, ...query }: ListingQuery): Promise<ListingPage> {
  const { sort = "relevance" } = query;
  const goesOn = after !== undefined && isCursorOf(after, { sort, text: Boolean(q) });
  const lookup: Lookup = { ...query, sort, ...(goesOn && { after }) };
  return q ? searchText(search, lookup, q) : { ...found(await search.browse(lookup)), correctedQuery: null };
}

/**
 * What was typed (all words, else the last one as a beginning), else the other keyboard layout, else the typos corrected,
 * else any of the words. What staff put to the typed words stands for a result.
 */
async function searchText(search: SearchRepository, lookup: Lookup, q: string): Promise<ListingPage> {
  const typed = wordsOf(q);
  const code = q.toLowerCase().replaceAll("\0", "");
  const attempt = async (words: string[], match: TextLookup["match"], least: number) => {
    const { matched, page } = found(await search.search({ ...lookup, words, match, least, code }));
    const said = words.join(" ");
    return { matched, page: page && { ...page, correctedQuery: said === typed.join(" ") ? null : said } };
  };
  /** Null when there is nothing. */
  const complete = async (words: string[]): Promise<ListingPage | null> => {
    const whole = await attempt(words, "every", isWidened(lookup, words) ? PAGE_SIZE : 1);
    return whole.page ?? (await attempt(words, whole.matched > 0 ? "some" : "prefix", 1)).page;
  };

  const asTyped = await complete(typed);
  if (asTyped) return asTyped;
  if (typed.length > 0) {
    const swapped = wordsOf(swapLayout(q));
    const inOtherLayout = await complete(swapped);
    if (inOtherLayout) return inOtherLayout;
    for (const words of [typed, swapped]) {
      const corrected = await correct(search, words);
      const meant = corrected && (await complete(corrected));
      if (meant) return meant;
    }
  }
  const near = await attempt(typed, typed.length > 1 ? "some" : "prefix", 0);
  return found(near.page);
}

/** Less than a page of full hits is followed by near ones, unless the shopper asked for an order of their own. */
const isWidened = ({ sort }: Lookup, words: string[]) => sort === "relevance" && words.length > 1;

/** The words with each unknown one replaced by the known word it probably was; null when nothing changes. */
async function correct(search: SearchRepository, words: string[]): Promise<string[] | null> {
  const similar = await similarTo(search, words);
  const corrected = words.map((word) => closestWord(word, similar.get(word) ?? []) ?? word);
  return corrected.join(" ") === words.join(" ") ? null : corrected;
}

/** What is theirs alone is no public cut; what everybody has stays as it is told to everybody. */
function priceFor(shared: ListingRow["price"], own: OwnPrice | undefined): ListingRow["price"] {
  if (!own || (own.amount === shared?.amount && own.highest === shared.highest && own.compareAt === shared.compareAt))
    return shared;
  return { ...own, lowest: null };
}

function found<Page>(page: Page | null): Page {
  if (!page) throw new NotFound({ what: "category" });
  return page;
}
