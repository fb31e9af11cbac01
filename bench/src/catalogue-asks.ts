import { chanceOf, type Goods, sampleGoods } from "@vitrina/oracle";
import type pg from "pg";
import type { Ask } from "./load.ts";
import { MEMBER, STAFF } from "./people.ts";
import { query } from "./shopping.ts";

/** What a shopper asks, as the shop and as the floor are told. */
export interface Question {
  shop: Ask;
  floor: Ask;
}

/** One operation of the catalogue with hundreds of different questions, the same in every run. */
export interface Operation {
  name: string;
  questions: Question[];
  /** Address of who asks the shop; nobody known unless told. */
  as?: string;
  /** Goal: its 95th percentile grows no more than this much from the smallest to the largest catalogue. */
  growth?: number;
  /** Goal: its 95th percentile at the largest catalogue, ms. */
  within?: number;
}

const QUESTIONS = 400;
const SEED = 1;

interface Drawn {
  goods: Goods[];
  /** Slugs with at least a page of products, largest first. */
  categories: string[];
  chance: () => number;
}

/** Operations whose procedure the shop has; goods, categories and words come as often as their Zipf ranks say. */
export async function operationsOf(pool: pg.Pool): Promise<Operation[]> {
  const { rows } = await pool.query<{ slug: string }>(
    "select slug from catalog.category join search.category_count on category_id = id where total > 0 order by total desc, slug",
  );
  const goods = await sampleGoods(pool, QUESTIONS, SEED);
  const drawn = { goods, categories: rows.map(({ slug }) => slug), chance: chanceOf(SEED) };
  return [product, listing, facets, search, suggestion, ownPrices, asOf].map((make) => make(drawn));
}

const asked = (make: (index: number) => Question): Question[] =>
  Array.from({ length: QUESTIONS }, (_, index) => make(index));
const posted = (path: string, body: object): Ask => ({ method: "POST", path, body });

/** Rank r is asked for in proportion to 1 / r. */
const zipf = <Item>(items: readonly Item[], chance: () => number): Item =>
  items[Math.min(items.length - 1, Math.floor(items.length ** chance()) - 1)] as Item;

const product = ({ goods }: Drawn): Operation => ({
  name: "product page data",
  growth: 1.5,
  questions: asked((index) => {
    const slug = goods[index % goods.length]?.slug ?? "";
    return { shop: query("search.product", { slug, currency: "RUB" }), floor: { path: `/product/${slug}` } };
  }),
});

const listing = ({ categories, chance }: Drawn): Operation => ({
  name: "category listing",
  growth: 1.5,
  questions: asked(() => {
    const category = zipf(categories, chance);
    const page = chance() < 0.8 ? 1 : 2;
    return {
      shop: query("search.list", { category, currency: "RUB", page }),
      floor: { path: `/listing/${category}/${page - 1}` },
    };
  }),
});

/** The same lists, each card at the price of the shopper's own group. */
const ownPrices = (drawn: Drawn): Operation => {
  const { categories, chance } = drawn;
  return {
    name: "price of 24 cards, a member's own",
    as: MEMBER,
    growth: 1.5,
    questions: asked(() => {
      const category = zipf(categories, chance);
      return { shop: query("search.list", { category, currency: "RUB" }), floor: { path: `/own-prices/${category}` } };
    }),
  };
};

/** Half a year back to a month ahead, a third of them of the whole shop. */
const asOf = ({ categories, chance }: Drawn): Operation => ({
  name: "as-of listing",
  as: STAFF,
  questions: asked(() => {
    const at = new Date(Date.now() + Math.round((chance() * 210 - 180) * 86_400_000)).toISOString();
    const category = chance() < 1 / 3 ? undefined : zipf(categories, chance);
    return {
      shop: query("search.asOf.list", { at, currency: "RUB", category }),
      floor: posted("/as-of", { at, category }),
    };
  }),
});

/** Of a product's category, its group or its department: two values of one facet and one of each of two others. */
const facets = ({ goods, chance }: Drawn): Operation => ({
  name: "listing, three facets and counts",
  within: 50,
  questions: asked((index) => {
    const meant = goods[index % goods.length] as Goods;
    const category = meant.categories[Math.floor(chance() * meant.categories.length)];
    const filters = filtersOf(meant, goods, chance);
    return {
      shop: query("search.list", { category, currency: "RUB", filters, withFacets: true }),
      floor: posted("/facets", { category, filters }),
    };
  }),
});

function filtersOf({ values }: Goods, goods: readonly Goods[], chance: () => number) {
  const codes = [...new Set(values.map((value) => value.split("\t")[0] ?? ""))]
    .toSorted(() => chance() - 0.5)
    .slice(0, 3);
  return codes.map((code, place) => {
    const own = values.filter((value) => value.startsWith(`${code}\t`)).slice(0, 1);
    const other =
      place === 0 ? goods.flatMap((each) => each.values).filter((value) => value.startsWith(`${code}\t`)) : [];
    const keys = [...own, ...other.slice(0, 1)].map((value) => value.slice(code.length + 1));
    return { code, keys: [...new Set(keys)] };
  });
}

/** Kinds of goods, brands with kinds, series and models, in Russian and English. */
const search = ({ goods, chance }: Drawn): Operation => ({
  name: "search with facets",
  within: 50,
  questions: asked((index) => {
    const q = phraseOf(goods[index % goods.length] as Goods, chance);
    return { shop: query("search.list", { q, currency: "RUB", withFacets: true }), floor: posted("/search", { q }) };
  }),
});

/** What the field holds after each letter from the third on. */
const suggestion = ({ goods, chance }: Drawn): Operation => ({
  name: "suggestion",
  growth: 1.5,
  within: 50,
  questions: asked((index) => {
    const phrase = phraseOf(goods[index % goods.length] as Goods, chance);
    const q = phrase.slice(0, 3 + Math.floor(chance() * Math.max(1, phrase.length - 2))).trim();
    return { shop: query("search.suggest", { q, currency: "RUB" }), floor: posted("/suggest", { q }) };
  }),
});

function phraseOf({ name, brand, model }: Goods, chance: () => number): string {
  const [kind = "", , series = ""] = (name["ru"] ?? "").split(" ");
  const english = (name["en"] ?? "").split(",")[0]?.split(" ").at(-1) ?? "";
  const kinds = chance() < 0.6 ? kind : english;
  const drawn = chance();
  if (drawn < 0.4) return kinds;
  if (drawn < 0.65) return `${kinds} ${brand}`;
  if (drawn < 0.8) return `${kinds} ${series}`;
  return drawn < 0.9 ? (brand ?? kinds) : (model ?? kinds);
}
