import type { Currency, Goods } from "./goods.ts";

/** What search.list is asked, as its contract says it. */
export interface Combination {
  currency: Currency;
  category?: string;
  q?: string;
  sort: "price" | "newest" | "rating";
  min?: number;
  max?: number;
  inStock?: boolean;
  stars?: number;
  filters?: { code: string; keys: string[] }[];
  withFacets: true;
}

/** From 0 up to, not including, 1. */
export type Chance = () => number;

/** The same numbers for the same seed (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const pick = <Item>(items: readonly Item[], chance: Chance): Item | undefined =>
  items[Math.floor(chance() * items.length)];

/** Letters alone, so that no code or number hides behind it. */
const WORD = /^\p{L}{3,}$/u;

/**
 * A random question about some of the goods: mostly one that finds a few of them, because its parts are taken from one of
 * the goods, but half of the values chosen beside it are another's.
 */
export function combinationOf(goods: readonly Goods[], chance: Chance): Combination {
  const meant = pick(goods, chance);
  const other = pick(goods, chance);
  if (!meant || !other) throw new RangeError("There are no goods to ask about.");
  const currency = pick(
    (["RUB", "EUR", "USD"] as const).filter((each) => meant.prices[each] !== undefined),
    chance,
  );
  const sort = pick(["price", "newest", "rating"] as const, chance) ?? "price";
  return {
    currency: currency ?? "RUB",
    sort,
    withFacets: true,
    ...(chance() < 0.7 && categoryOf(meant, chance)),
    ...(chance() < 0.4 && textOf(meant, chance)),
    ...(chance() < 0.4 && boundsOf(meant.prices[currency ?? "RUB"], chance)),
    ...(chance() < 0.3 && { inStock: true }),
    ...(chance() < 0.2 && { stars: 1 + Math.floor(chance() * 4) }),
    ...(chance() < 0.8 && filtersOf(meant, other, chance)),
  };
}

function categoryOf({ categories }: Goods, chance: Chance) {
  const category = pick(categories, chance);
  return category === undefined ? {} : { category };
}

function textOf({ words }: Goods, chance: Chance) {
  const known = [...words].filter((word) => WORD.test(word));
  const asked = Array.from({ length: chance() < 0.6 ? 1 : 2 }, () => pick(known, chance));
  return known.length > 0 ? { q: asked.join(" ") } : {};
}

function boundsOf(price: number | undefined, chance: Chance) {
  const about = price ?? 100_000;
  const min = Math.floor(about * (0.3 + 0.7 * chance()));
  const max = Math.ceil(about * (1 + 2 * chance()));
  const kind = chance();
  return kind < 0.4 ? { min, max } : kind < 0.7 ? { min } : { max };
}

/** One to three facets, in each a value of the goods and sometimes one or two more. */
function filtersOf(meant: Goods, other: Goods, chance: Chance) {
  const chosen = new Map<string, Set<string>>();
  for (let count = 1 + Math.floor(chance() * 3); count > 0; count--) {
    const [code = "", key = ""] = (pick(meant.values, chance) ?? "").split("\t");
    if (!code || key === "") continue;
    const keys = chosen.get(code) ?? new Set([key]);
    const alike = other.values.filter((value) => value.startsWith(`${code}\t`));
    for (const value of alike) if (chance() < 0.7) keys.add(value.slice(code.length + 1));
    chosen.set(code, keys);
  }
  const filters = [...chosen].map(([code, keys]) => ({ code, keys: [...keys] }));
  return filters.length > 0 ? { filters } : {};
}
