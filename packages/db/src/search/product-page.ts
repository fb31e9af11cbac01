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
    with product as materialized (
      select * from catalog.product where slug = ${slug} and catalog.visible(product, ${now})
    ),
    ${saidByVariants}
    select json_build_object(
      'id', product.id, 'slug', product.slug, 'name', product.name, 'description', product.description,
      'brand', product.brand, 'model', product.model, 'taxClass', product.tax_class, 'options', product.options,
      'currency', ${currency}::text,
      'breadcrumb', ${breadcrumbOf(sql`home.ancestor_ids`)},
      'attributes', specified.own,
      'variantAttributes', specified.of_variants,
      'pictures', ${pictures},
      'variants', ${variants({ currency, now, personId })},
      'rating', coalesce(${rating}, ${NO_RATING}::json)
    ) as page
    from product left join catalog.category as home on home.id = product.primary_category_id
    cross join lateral ${attributes} as specified`.execute(db);
  return rows[0]?.page ?? null;
}

const NO_RATING = '{"count":0,"mean":null,"histogram":[0,0,0,0,0]}';

/** CTEs: what the variants say, the choices that anything says with their names, and both together by variant. */
const saidByVariants = sql`
  said as materialized (
    select variant.id, each.key, each.value from product join catalog.variant on variant.product_id = product.id
    cross join jsonb_each(variant.attributes) as each
    where variant.archived_at is null
  ),
  named as materialized (
    select distinct on (key, value) key, value, choice -> 'name' as name
    from (select each.key, each.value from product cross join jsonb_each(attributes) as each union select key, value from said) as given
    join (
      select code, choice from catalog.attribute cross join jsonb_array_elements(choices) as choice
      where code in (select jsonb_object_keys(attributes) from product union select key from said)
    ) as known on known.code = given.key and known.choice -> 'code' = given.value
  ),
  own as materialized (
    select id, jsonb_object_agg(key, coalesce(name, value)) as attributes from said left join named using (key, value) group by id
  )`;

/** In the order of its type; those that only variants say are told apart, each with its place among all. */
const attributes = sql`(
  select
    coalesce(json_agg(json_build_object('code', code, 'name', name, 'unit', unit, 'value', value) order by place)
      filter (where value is not null), '[]') as own,
    coalesce(json_agg(json_build_object('code', code, 'name', name, 'unit', unit, 'place', place) order by place)
      filter (where value is null), '[]') as of_variants
  from (
    select given.key as code, coalesce(known.name, jsonb_build_object('en', given.key)) as name, known.unit,
      coalesce(named.name, given.value) as value,
      row_number() over (order by of_type.position, known.position, given.key) - 1 as place
    from (
      select key, value from jsonb_each(product.attributes)
      union all
      select distinct key, null::jsonb from said where not product.attributes ? key
    ) as given
    left join named on (named.key, named.value) = (given.key, given.value)
    left join catalog.attribute as known on known.code = given.key
    left join catalog.product_type_attribute as of_type on of_type.type_id = product.type_id and of_type.attribute_code = given.key
  ) as placed)`;

const pictures = sql`(
  select coalesce(json_agg(json_build_object(
      'kind', media.kind, 'location', media.location, 'alt', media.alt, 'width', media.width, 'height', media.height)
    order by media.position, media.id), '[]')
  from catalog.media where media.product_id = product.id)`;

const variants = ({ currency, now, personId }: ForWhom) => sql`(
  select coalesce(json_agg(json_build_object(
      'id', variant.id, 'sku', variant.sku, 'optionValues', variant.option_values, 'gtins', variant.gtins,
      'attributes', coalesce(own.attributes, '{}'),
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
  left join own on own.id = variant.id
  where variant.product_id = product.id and variant.archived_at is null)`;

const rating = sql`(
  select case when counted.count > 0 then json_build_object(
    'count', counted.count,
    'mean', (stars1 + 2 * stars2 + 3 * stars3 + 4 * stars4 + 5 * stars5)::float8 / counted.count,
    'histogram', json_build_array(stars1, stars2, stars3, stars4, stars5)) end
  from reviews.aggregate cross join lateral (select stars1 + stars2 + stars3 + stars4 + stars5 as count) as counted
  where aggregate.product_id = product.id)`;
