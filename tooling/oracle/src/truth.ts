import type { Combination } from "./combination.ts";
import type { Goods } from "./goods.ts";

/** What a combination finds, counted one product after the other. */
export interface Truth {
  /** What the category and the text alone find. */
  matched: number;
  total: number;
  /** Lowest and highest price of what fits everything but the price range. */
  bounds: { min: number; max: number } | null;
  /** By category slug. */
  categories: Map<string, number>;
  /** By "code\tkey", the own facet left out. */
  facets: Map<string, number>;
}

/** Whether two words are forms of one: the language decides, not this package. */
export type StemOf = (word: string) => string;

/** A combination made ready to look at many products. */
export interface Question {
  truth: Truth;
  /** Looks at one more product. */
  count(goods: Goods, stems: ReadonlySet<string>): void;
}

export function questionOf(combination: Combination, stemOf: StemOf): Question {
  const { category, q, filters = [], currency } = combination;
  const words = (q ?? "").split(" ").map(stemOf).filter(Boolean);
  // Words that no search looks for find nothing by themselves.
  const said = (stems: ReadonlySet<string>) =>
    q === undefined || (words.length > 0 && words.every((word) => stems.has(word)));
  const truth: Truth = { matched: 0, total: 0, bounds: null, categories: new Map(), facets: new Map() };
  const wanted = filters.map(({ code, keys }) => new Set(keys.map((key) => `${code}\t${key}`)));
  return {
    truth,
    count(goods, stems) {
      if (category !== undefined && !goods.categories.includes(category)) return;
      if (!said(stems)) return;
      truth.matched++;
      const missed = wanted.flatMap((keys, index) => (goods.values.some((value) => keys.has(value)) ? [] : [index]));
      const rest = fits(combination, goods);
      const price = goods.prices[currency];
      if (missed.length === 0 && rest.others && price !== undefined) widen(truth, price);
      if (!rest.others || !rest.price || missed.length > 1) return;
      if (missed.length === 0) {
        truth.total++;
        for (const slug of goods.categories) add(truth.categories, slug);
      }
      const own = filters[missed[0] ?? -1]?.code;
      for (const value of goods.values) if (own === undefined || value.startsWith(`${own}\t`)) add(truth.facets, value);
    },
  };
}

function fits({ inStock, stars, min, max, currency }: Combination, goods: Goods) {
  const price = goods.prices[currency];
  const ranged = min !== undefined || max !== undefined;
  return {
    others: (!inStock || goods.inStock) && (stars === undefined || goods.mean >= stars),
    price: !ranged || (price !== undefined && price >= (min ?? 0) && price <= (max ?? Infinity)),
  };
}

function widen(truth: Truth, price: number): void {
  const { min, max } = truth.bounds ?? { min: price, max: price };
  truth.bounds = { min: Math.min(min, price), max: Math.max(max, price) };
}

const add = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
