import type pg from "pg";
import { fold, keyOf, roundedOf, stepOf } from "./keys.ts";

export const CURRENCIES = ["RUB", "EUR", "USD"] as const;
export type Currency = (typeof CURRENCIES)[number];

/** A published product as the base tables tell it, and nothing that the read model says. */
export interface Goods {
  id: string;
  slug: string;
  name: Record<string, string>;
  brand: string | null;
  model: string | null;
  variantIds: string[];
  /** Slugs: its categories and all above them. */
  categories: string[];
  /** Lowest current price of its variants, minor units. */
  prices: Partial<Record<Currency, number>>;
  inStock: boolean;
  /** Mean of the stars, 0 when unrated. */
  mean: number;
  /** "code\tkey" of every value that it can be filtered by. */
  values: string[];
  /** Every word of its texts, folded. */
  words: Set<string>;
}

interface Row extends Pick<Goods, "id" | "slug" | "name" | "brand" | "model"> {
  description: Record<string, string>;
  attributes: Record<string, unknown>;
  options: { code: string; values: { code: string; name: Record<string, string> }[] }[];
  categories: { slug: string; name: Record<string, string> }[];
  variants: { id: string; chosen: Record<string, string>; attributes: Record<string, unknown> }[];
  prices: { currency: Currency; amount: number }[];
  available: number;
  stars: number[] | null;
}

const READ = `
  select product.id, product.slug, brand, model, name, description, attributes, options,
    (select coalesce(json_agg(json_build_object('slug', above.slug, 'name', above.name)), '[]') from (
      select distinct unnest(home.ancestor_ids) as id from catalog.category as home
      where home.id = product.primary_category_id
        or home.id in (select category_id from catalog.product_category where product_id = product.id)
    ) as way join catalog.category as above on above.id = way.id) as categories,
    (select coalesce(json_agg(json_build_object('id', id, 'chosen', option_values, 'attributes', variant.attributes)), '[]')
      from catalog.variant where product_id = product.id and archived_at is null) as variants,
    (select coalesce(json_agg(json_build_object('currency', cheapest.currency, 'amount', cheapest.amount)), '[]') from (
      select price.currency, min(price.amount) as amount from catalog.variant join pricing.price on price.variant_id = variant.id
      where variant.product_id = product.id and price.valid_from <= $1 and price.valid_to > $1 group by price.currency
    ) as cheapest) as prices,
    (select coalesce(sum(offered.available), 0)::int from catalog.variant join inventory.availability as offered on offered.variant_id = variant.id
      where variant.product_id = product.id) as available,
    (select array[stars1, stars2, stars3, stars4, stars5] from reviews.aggregate where aggregate.product_id = product.id) as stars
  from catalog.product`;
const NEXT = `${READ} where catalog.visible(product, $1) and product.id > $2 order by product.id limit $3`;
const SOME = `${READ} where product.id = any($2)`;
const DRAWN = "select id from catalog.product where status = 'published' order by md5(id::text || $1) limit $2";

const BATCH = 2_000;
const NOBODY = "00000000-0000-0000-0000-000000000000";

/** Every published product as of now, in batches; constant memory. */
export async function* readGoods(pool: pg.Pool, now: Date): AsyncGenerator<Goods[]> {
  const choices = await readChoices(pool);
  for (let after = NOBODY; ;) {
    const { rows } = await pool.query<Row>(NEXT, [now, after, BATCH]);
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map((row) => goodsOf(row, choices));
    after = last.id;
  }
}

/** So many published products, the same for the same seed. */
export async function sampleGoods(pool: pg.Pool, count: number, seed: number): Promise<Goods[]> {
  const { rows: drawn } = await pool.query<{ id: string }>(DRAWN, [String(seed), count]);
  const { rows } = await pool.query<Row>(SOME, [new Date(), drawn.map(({ id }) => id)]);
  const choices = await readChoices(pool);
  return rows.toSorted((one, other) => (one.id < other.id ? -1 : 1)).map((row) => goodsOf(row, choices));
}

/** Names in every language by "attribute\tchoice". */
type Choices = ReadonlyMap<string, string[]>;

async function readChoices(pool: pg.Pool): Promise<Choices> {
  const { rows } = await pool.query<{ code: string; choices: { code: string; name: Record<string, string> }[] }>(
    "select code, choices from catalog.attribute where choices <> '[]'",
  );
  return new Map(
    rows.flatMap(({ code, choices }) =>
      choices.map((choice): [string, string[]] => [`${code}\t${choice.code}`, Object.values(choice.name)]),
    ),
  );
}

function goodsOf(row: Row, choices: Choices): Goods {
  const [count, sum] = (row.stars ?? []).reduce(([n, s], given, star) => [n + given, s + given * (star + 1)], [0, 0]);
  const { id, slug, name, brand, model } = row;
  return {
    id,
    slug,
    name,
    brand,
    model,
    variantIds: row.variants.map(({ id }) => id),
    categories: row.categories.map(({ slug }) => slug),
    prices: Object.fromEntries(row.prices.map(({ currency, amount }) => [currency, Number(amount)])),
    inStock: row.available > 0,
    mean: count > 0 ? sum / count : 0,
    values: [...new Set(valuesOf(row).map(([code, key]) => `${code}\t${key}`))],
    words: new Set(textsOf(row, choices).flatMap((text) => fold(text).split(" "))),
  };
}

/** What the product or one of its variants says, by code. */
const saidBy = ({ attributes, variants }: Row): [code: string, value: unknown][] =>
  [attributes, ...variants.map((variant) => variant.attributes)].flatMap((said) => Object.entries(said));

function valuesOf(row: Row): [code: string, key: string][] {
  const { brand, options, variants } = row;
  const made = options.flatMap(({ code, values }) =>
    values
      .filter((value) => variants.some(({ chosen }) => chosen[code] === value.code))
      .map((value): [string, string] => [code, value.code]),
  );
  const told = saidBy(row).flatMap(([code, value]) => keysOf(value).map((key): [string, string] => [code, key]));
  return [...(brand === null ? [] : [["brand", keyOf(brand)] as [string, string]]), ...told, ...made];
}

/** A number stands in a facet by itself and by the step it falls in. */
function keysOf(value: unknown): string[] {
  if (typeof value === "number") return [roundedOf(value), stepOf(value)];
  if (typeof value === "boolean") return [value ? "yes" : "no"];
  if (Array.isArray(value)) return value.map((part) => keyOf(String(part)));
  if (typeof value === "string") return value.split(/,(?! )/).map(keyOf);
  const { en, ru = "" } = value as Record<string, string>;
  return [keyOf(en ?? ru)];
}

const LONGEST_DETAIL = 60;

function textsOf(row: Row, choices: Choices): string[] {
  const { brand, model, name, description, options, categories } = row;
  const details = [
    ...saidBy(row).flatMap(([code, value]) => [
      ...stringsOf(value),
      ...(choices.get(`${code}\t${String(value)}`) ?? []),
    ]),
    ...options.flatMap(({ values }) => values.flatMap(({ name }) => stringsOf(name))),
  ];
  return [
    ...stringsOf(name),
    brand ?? "",
    model ?? "",
    ...categories.flatMap((category) => stringsOf(category.name)),
    ...stringsOf(description),
    ...details.filter((text) => text.length <= LONGEST_DETAIL),
  ];
}

function stringsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}
