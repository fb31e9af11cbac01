// oxlint-disable-next-line no-restricted-imports -- pages are built as JSON by one statement each, which the builder cannot say
import { sql } from "kysely";
import type { Currency } from "@vitrina/domain/core";
import type { ListingSort, Lookup } from "@vitrina/domain/search";

/** Stands for the whole shop among the categories. */
export const WHOLE_SHOP = "00000000-0000-0000-0000-000000000000";

/** Of a placement, here called p. */
export const priceColumns = { RUB: sql`p.price_rub`, EUR: sql`p.price_eur`, USD: sql`p.price_usd` } satisfies Record<
  Currency,
  unknown
>;

const orders = {
  price: (currency: Currency) => sql`${priceColumns[currency]} asc nulls last, p.product_id`,
  "price-desc": (currency: Currency) => sql`${priceColumns[currency]} desc nulls last, p.product_id`,
  newest: () => sql`p.published_at desc, p.product_id`,
  rating: () => sql`p.score desc, p.product_id`,
  relevance: () => sql`p.prominence desc, p.product_id`,
} satisfies Record<ListingSort, (currency: Currency) => unknown>;

/** Ties go by id, so that pages neither repeat nor miss a product. */
export const orderBy = ({ sort, currency }: Pick<Lookup, "sort" | "currency">) => orders[sort](currency);

export const priceWithin = ({ min, max, currency }: Lookup) => {
  const price = priceColumns[currency];
  const from = min === undefined ? sql`` : sql` and ${price} >= ${min}`;
  return max === undefined ? from : sql`${from} and ${price} <= ${max}`;
};

export const onlyInStock = ({ inStock }: Lookup) => (inStock ? sql` and p.in_stock` : sql``);

export const hasPriceFilter = ({ min, max }: Lookup) => min !== undefined || max !== undefined;

/** A ListingRow of a listing, here called l. */
export const cardIn = (currency: Currency) =>
  sql`l.card || jsonb_build_object('currency', ${currency}::text, 'price', l.prices -> ${currency}::text)`;

/** Links from the root to the category whose ancestors are given. */
export const breadcrumbOf = (ancestorIds: ReturnType<typeof sql>) => sql`(
  select coalesce(json_agg(json_build_object('id', c.id, 'slug', c.slug, 'name', c.name) order by way.step), '[]')
  from unnest(${ancestorIds}) with ordinality as way (id, step) join catalog.category as c on c.id = way.id)`;
