// oxlint-disable-next-line no-restricted-imports -- prices are a function of their room, and a page is one statement over several rooms
import { sql, type Kysely, type RawBuilder } from "kysely";
import type { AsOfProduct, AsOfReader, AsOfRow, AsOfPromotion } from "@vitrina/domain/search";
import type { SearchTables } from "./search.tables.ts";

/** Up to so many products of a category are looked up by their category, more of them are met often enough on the way. */
const FEW = sql`5000`;

const instant = (column: RawBuilder<unknown>) =>
  sql`case when isfinite(${column}) then to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') end`;

type ListQuery = Parameters<AsOfReader["list"]>[0];

export const createAsOfReader = (db: Kysely<SearchTables>): AsOfReader => ({
  async list({ category, ...query }) {
    const here = category === undefined ? null : await categoryIdOf(db, category);
    if (category !== undefined && !here) return null;
    const { rows } = await sql<AsOfRow>`
      ${here ? sql`with ${membersOf(here)}, shown as (${inCategory(query)})` : sql`with shown as (${walk(query, sql`true`)})`}
      select shown.id as product_id, shown.slug, shown.name, shown.brand, ${instant(sql`shown.created_at`)} as created_at, sold.price
      from shown
      cross join lateral (
        select case when min(price.amount) is not null then json_build_object(
          'amount', min(price.amount), 'highest', max(price.amount),
          'compareAt', (array_agg(price.compare_at order by price.amount, price.compare_at))[1]) end as price
        from catalog.variant
        cross join lateral pricing.price_of(variant.id, 1, ${query.currency}::text, pricing.home_country(${query.currency}::text), null, ${query.at}) as price
        where variant.product_id = shown.id and variant.archived_at is null
      ) as sold
      order by shown.created_at desc, shown.id desc`.execute(db);
    return rows;
  },

  async promotions(at, limit) {
    const { rows } = await sql<AsOfPromotion>`
      select id, name, basis_points, group_id is not null as for_group,
        ${instant(sql`starts_at`)} as "from", ${instant(sql`ends_at`)} as until
      from promotions.promotion where status = 'active' and starts_at <= ${at} and ${at} < ends_at
      order by priority desc, id limit ${limit}`.execute(db);
    return rows;
  },

  async find({ slug, currency, at }) {
    const { rows } = await sql<AsOfProduct>`
      select product.id, product.slug, product.name, product.brand,
        product.created_at <= ${at} and catalog.visible(product, ${at}) as visible,
        ${instant(sql`product.publish_at`)} as publish_at, ${instant(sql`product.unpublish_at`)} as unpublish_at,
        ${variants({ currency, at })} as variants
      from catalog.product where product.slug = ${slug}`.execute(db);
    return rows[0] ?? null;
  },
});

async function categoryIdOf(db: Kysely<SearchTables>, slug: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select id from catalog.category where slug = ${slug}`.execute(db);
  return rows[0]?.id ?? null;
}

/** Rows that were cut off are counted with those that say a product twice: else a list would be short of them. */
const membersOf = (categoryId: string) => sql`
  place as materialized (select id from catalog.category where ancestor_ids @> array[${categoryId}::uuid]),
  member as materialized (
    (select product_id from catalog.product_category where category_id in (select id from place) limit ${FEW} + 1)
    union all (select id from catalog.product where primary_category_id in (select id from place) limit ${FEW} + 1))`;

/** Those seen at that moment, the latest first, along the index product_newest. */
const walk = ({ at, after, limit }: Omit<ListQuery, "category">, only: RawBuilder<unknown>) => sql`
  select product.id, product.slug, product.name, product.brand, product.created_at from catalog.product
  where product.status = 'published' and catalog.visible(product, ${at}) and product.created_at <= ${at} and ${only}
    ${after ? sql`and (product.created_at, product.id) < (${after.at}, ${after.id}::uuid)` : sql``}
  order by product.created_at desc, product.id desc limit ${limit}`;

/** One branch is empty: by the members of a small category, or by the walk through a large one. */
const inCategory = (query: Omit<ListQuery, "category">) => sql`
  (${walk(query, sql`(select count(*) from member) <= ${FEW} and product.id = any(array(select product_id from member))`)})
  union all
  (${walk(
    query,
    // By itself for each product that is met: the planner would gather all products of the category first.
    sql`(select count(*) from member) > ${FEW} and (product.primary_category_id = any(array(select id from place))
      or exists (select from catalog.product_category as assigned
        where assigned.product_id = product.id and assigned.category_id = any(array(select id from place)) offset 0))`,
  )})`;

const variants = ({ currency, at }: Pick<ListQuery, "currency" | "at">) => sql`(
  select coalesce(json_agg(json_build_object('id', variant.id, 'sku', variant.sku,
    'optionNames', (select coalesce(json_agg(named -> 'value'), '[]') from jsonb_array_elements(offer.option_names) as named),
    'price', (
      select json_build_object('amount', price.amount, 'compareAt', price.compare_at, 'currency', ${currency}::text,
        'list', case when price.list_id is not null then json_build_object(
          'name', price.list_name, 'minQuantity', price.min_quantity, 'forGroup', price.for_group) end,
        'lowest', case when lowest.complete is not null then json_build_object('amount', lowest.amount, 'complete', lowest.complete) end,
        'since', ${instant(sql`price.since`)}, 'until', ${instant(sql`price.until`)})
      from pricing.price_of(variant.id, 1, ${currency}::text, pricing.home_country(${currency}::text), null, ${at}) as price
      left join lateral pricing.lowest_before(variant.id, ${currency}::text, pricing.home_country(${currency}::text), ${at}) as lowest
        on price.compare_at is not null)
  ) order by variant.position, variant.id), '[]')
  from catalog.variant join catalog.offer on offer.variant_id = variant.id
  where variant.product_id = product.id and variant.archived_at is null)`;
