// oxlint-disable-next-line no-restricted-imports -- pages are built as JSON by one statement each, which the builder cannot say
import { sql, type Kysely } from "kysely";
import { FEW_LEFT } from "@vitrina/domain/inventory";
import type { ForWhom, ProductPage } from "@vitrina/domain/search";
import type { SearchTables } from "./search.tables.ts";
import { breadcrumbOf } from "./search-sql.ts";

/** Everything a product's page shows, read from the truth itself by one statement. */
export async function findProduct(
  db: Kysely<SearchTables>,
  { slug, currency, now, personId }: { slug: string } & ForWhom,
): Promise<ProductPage | null> {
  const { rows } = await sql<{ page: ProductPage }>`
    select json_build_object(
      'id', product.id, 'slug', product.slug, 'name', product.name, 'description', product.description,
      'brand', product.brand, 'model', product.model, 'taxClass', product.tax_class, 'options', product.options,
      'currency', ${currency}::text,
      'breadcrumb', ${breadcrumbOf(sql`home.ancestor_ids`)},
      'attributes', ${attributes},
      'pictures', ${pictures},
      'variants', ${variants({ currency, now, personId })},
      'rating', coalesce(${rating}, ${NO_RATING}::json)
    ) as page
    from catalog.product left join catalog.category as home on home.id = product.primary_category_id
    where product.slug = ${slug} and catalog.visible(product, ${now})`.execute(db);
  return rows[0]?.page ?? null;
}

const NO_RATING = '{"count":0,"mean":null,"histogram":[0,0,0,0,0]}';

/** Of a value called given: a choice by its name. */
const shownValue = sql`coalesce((
  select choice -> 'name' from catalog.attribute as of_choice cross join jsonb_array_elements(of_choice.choices) as choice
  where of_choice.code = given.key and choice ->> 'code' = given.value #>> '{}' limit 1), given.value)`;

/** In the order of its type; those that only variants say have no value here. */
const attributes = sql`(
  select coalesce(json_agg(json_build_object(
      'code', given.key, 'name', coalesce(known.name, jsonb_build_object('en', given.key)), 'unit', known.unit, 'value', ${shownValue})
    order by of_type.position, known.position, given.key), '[]')
  from (
    select key, value from jsonb_each(product.attributes)
    union all
    select distinct key, null::jsonb from catalog.variant cross join jsonb_object_keys(variant.attributes) as key
    where variant.product_id = product.id and variant.archived_at is null and not product.attributes ? key
  ) as given
  left join catalog.attribute as known on known.code = given.key
  left join catalog.product_type_attribute as of_type on of_type.type_id = product.type_id and of_type.attribute_code = given.key)`;

const pictures = sql`(
  select coalesce(json_agg(json_build_object(
      'kind', media.kind, 'location', media.location, 'alt', media.alt, 'width', media.width, 'height', media.height)
    order by media.position, media.id), '[]')
  from catalog.media where media.product_id = product.id)`;

const variants = ({ currency, now, personId }: ForWhom) => sql`(
  select coalesce(json_agg(json_build_object(
      'id', variant.id, 'sku', variant.sku, 'optionValues', variant.option_values, 'gtins', variant.gtins,
      'attributes', (select coalesce(jsonb_object_agg(given.key, ${shownValue}), '{}') from jsonb_each(variant.attributes) as given),
      'picture', (select media.position from catalog.media where media.id = variant.media_id),
      'price', (
        select json_build_object('amount', price.amount, 'compareAt', price.compare_at, 'currency', ${currency}::text,
          'list', case when price.list_id is not null then json_build_object(
            'name', price.list_name, 'minQuantity', price.min_quantity, 'forGroup', price.for_group) end,
          'lowest', case when lowest.complete is not null then json_build_object('amount', lowest.amount, 'complete', lowest.complete) end)
        from pricing.price_of(variant.id, 1, ${currency}::text, pricing.home_country(${currency}::text), ${personId}::uuid, ${now}::timestamptz)
          as price
        left join lateral pricing.lowest_before(variant.id, ${currency}::text, pricing.home_country(${currency}::text), ${now}::timestamptz)
          as lowest on price.compare_at is not null and price.for_group is not true),
      'availability', jsonb_build_object(
        'inStock', stock.on_shelf > 0, 'left', case when stock.on_shelf <= ${FEW_LEFT}::int then stock.on_shelf end)
        || case when stock.on_shelf = 0 and stock.back_order > 0
          then jsonb_build_object('backOrder', jsonb_build_object('expectedOn', stock.expected_on)) else '{}' end)
    order by variant.position, variant.id), '[]')
  from catalog.variant
  join inventory.availability as stock on stock.variant_id = variant.id
  where variant.product_id = product.id and variant.archived_at is null)`;

const rating = sql`(
  select case when counted.count > 0 then json_build_object(
    'count', counted.count,
    'mean', (stars1 + 2 * stars2 + 3 * stars3 + 4 * stars4 + 5 * stars5)::float8 / counted.count,
    'histogram', json_build_array(stars1, stars2, stars3, stars4, stars5)) end
  from reviews.aggregate cross join lateral (select stars1 + stars2 + stars3 + stars4 + stars5 as count) as counted
  where aggregate.product_id = product.id)`;
