import { isSlug } from "#core/load.ts";
import { textOf, wholeOf } from "#core/search-params.ts";
import type { Currency } from "#core/visitor.ts";
import { type ChosenFacet, chosenFacets, facetParam, facetParams } from "#search/facet-params.ts";

export const SORTS = ["relevance", "best-selling", "price", "price-desc", "newest", "rating"] as const;
export type Sort = (typeof SORTS)[number];

/** What the address of a list says; whatever is the default is absent. Any other key is a facet's, see `facetParam`. */
export interface ListSearch {
  q?: string | undefined;
  category?: string | undefined;
  sort?: Exclude<Sort, "relevance"> | undefined;
  /** Whole units of the visitor's currency. */
  min?: number | undefined;
  max?: number | undefined;
  stock?: 1 | undefined;
  /** At least so many stars. */
  stars?: number | undefined;
  /** The first page that is shown; absent when it is the only one. */
  from?: number | undefined;
  page?: number | undefined;
  [facet: string]: string | number | string[] | undefined;
}

/** The API turns no page beyond this one. */
export const LAST_PAGE = 400;
/** How many pages "show more" may gather in one document. */
export const MOST_PAGES = 8;

/** Reads an address that anyone may have typed: what makes no sense is as good as absent. */
export function readListSearch(raw: Record<string, unknown>): ListSearch {
  const sort = SORTS.find((each) => each === textOf(raw, "sort"));
  const category = textOf(raw, "category");
  const page = wholeOf(raw, "page", [2, LAST_PAGE]);
  const from = wholeOf(raw, "from", [Math.max(1, (page ?? 1) - MOST_PAGES + 1), (page ?? 1) - 1]);
  return {
    ...facetParams(chosenFacets(raw)),
    q: textOf(raw, "q")?.trim().slice(0, 200) || undefined,
    category: category !== undefined && isSlug(category) ? category : undefined,
    sort: sort === "relevance" ? undefined : sort,
    min: wholeOf(raw, "min", [1, 1_000_000_000]),
    max: wholeOf(raw, "max", [1, 1_000_000_000]),
    stock: textOf(raw, "stock") === "1" ? 1 : undefined,
    stars: wholeOf(raw, "stars", [1, 4]),
    from,
    page,
  };
}

/** The list from its beginning. */
export const fromStart = (search: ListSearch): ListSearch => ({ ...search, page: undefined, from: undefined });

/** The list without any filter: the same words or category, in the same order. */
export const withoutFilters = ({ q, category, sort }: ListSearch): ListSearch => ({ q, category, sort });

/** The list from its beginning with one value of a facet put on, or taken off if it was on. */
export function toggled(search: ListSearch, code: string, key: string): ListSearch {
  const chosen = chosenFacets(search).find((each) => each.code === code)?.keys ?? [];
  const keys = chosen.includes(key) ? chosen.filter((each) => each !== key) : [...chosen, key].toSorted();
  return withFacet(search, { code, keys });
}

/** The list from its beginning with these values of a facet, or with none. */
export const withFacet = (search: ListSearch, { code, keys }: ChosenFacet): ListSearch => ({
  ...fromStart(search),
  [facetParam(code)]: keys.length > 0 ? keys : undefined,
});

/** The pages that the address shows, first to last. */
export function pagesOf({ from, page = 1 }: ListSearch): number[] {
  const first = from ?? page;
  return Array.from({ length: page - first + 1 }, (_, offset) => first + offset);
}

/** An address may ask for a page that is no longer there: then the list begins anew. */
export const isBeyondEnd = (answers: { rows: unknown[]; total: number }[]): boolean =>
  answers.some(({ rows, total }) => rows.length === 0 && total > 0);

/** Where a list keeps to: the slug of a category, or a collection. */
export type Place = string | { collection: string };

interface Asked {
  currency: Currency;
  page: number;
  /** Of the category page; a search names its category in the address. */
  category?: Place | undefined;
}

/** The API's question for one page of the list; facets are counted once for all the pages that are shown. */
export function listingQuery(search: ListSearch, { currency, page, category = search.category }: Asked) {
  const filters = chosenFacets(search);
  return {
    currency,
    page,
    ...(page === (search.from ?? search.page ?? 1) && { withFacets: true }),
    ...(typeof category === "string" ? { category } : category),
    ...(search.q !== undefined && { q: search.q }),
    ...(search.sort !== undefined && { sort: search.sort }),
    ...(search.min !== undefined && { min: search.min * 100 }),
    ...(search.max !== undefined && { max: search.max * 100 }),
    ...(search.stock !== undefined && { inStock: true }),
    ...(search.stars !== undefined && { stars: search.stars }),
    ...(filters.length > 0 && { filters }),
  };
}
