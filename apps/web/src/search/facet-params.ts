/** Keys of a list's address that are no facets. */
const OWN = new Set(["q", "category", "sort", "min", "max", "stock", "stars", "from", "page"]);
/** What mail and advertising hang onto any address. */
const FOREIGN = /^(?:utm_|yclid$|gclid$|fbclid$|_ga$|ymclid$|msclkid$|openstat$)/;
const PREFIX = "f.";
/** Facets with such a code stand in the address as they are. */
const PLAIN = /^[a-z][a-z0-9_-]{0,99}$/i;

const MOST_FACETS = 12;
const MOST_VALUES = 50;
const LONGEST = 100;

/** Values chosen of one facet, of which a product needs any. */
export interface ChosenFacet {
  code: string;
  keys: string[];
}

const isPlain = (code: string) =>
  PLAIN.test(code) && !OWN.has(code) && !FOREIGN.test(code) && !(code in Object.prototype);

/** The address's key of a facet: its code, with a prefix where that would mean something else. */
export const facetParam = (code: string): string => (isPlain(code) ? code : PREFIX + code);

function codeOf(key: string): string | null {
  if (key.startsWith(PREFIX)) return key.length > PREFIX.length ? key.slice(PREFIX.length) : null;
  return isPlain(key) ? key : null;
}

/** The facets that an address chooses from: each once, codes and values sorted, no more than the API takes. */
export function chosenFacets(search: Readonly<Record<string, unknown>>): ChosenFacet[] {
  const chosen = new Map<string, Set<string>>();
  for (const [key, given] of Object.entries(search)) {
    const code = codeOf(key);
    if (code === null || code.length > LONGEST) continue;
    for (const value of [given].flat()) {
      if (typeof value !== "string" || value === "" || value.length > LONGEST) continue;
      chosen.set(code, (chosen.get(code) ?? new Set()).add(value));
    }
  }
  return [...chosen]
    .map(([code, keys]) => ({ code, keys: [...keys].toSorted().slice(0, MOST_VALUES) }))
    .toSorted((left, right) => (left.code < right.code ? -1 : 1))
    .slice(0, MOST_FACETS);
}

/** As the address says them. */
export const facetParams = (chosen: readonly ChosenFacet[]): Record<string, string[]> =>
  Object.fromEntries(chosen.filter(({ keys }) => keys.length > 0).map(({ code, keys }) => [facetParam(code), keys]));
