// oxlint-disable-next-line no-restricted-imports -- set-based upserts over several rooms, which the builder cannot say
import { sql, type Kysely } from "kysely";
import { FEW_LEFT } from "@vitrina/domain/inventory";
import { placeMoved } from "./moved.ts";
import { allTerms, menusDue, termsOfFresh, turnBits } from "./postings.ts";
import { markRenamed } from "./renamed.ts";
import type { SearchTables } from "./search.tables.ts";
import { WHOLE_SHOP } from "./search-sql.ts";

/** Of an advisory lock: whoever writes listings holds it. */
export const REFRESH_LOCK = 0x6c697374;
const A_MILLION_DAYS = 86_400_000_000;

/** Inside a transaction; one refresh at a time, another one meanwhile returns 0. */
export async function refresh(db: Kysely<SearchTables>, limit: number, now: Date): Promise<number> {
  if (!(await holdListings(db))) return 0;
  await placeMoved(db);
  await markRenamed(db);
  const ids = await claim(db, limit, now);
  if (ids.length > 0) await writeProducts(db, ids, now);
  return ids.length;
}

/** Makes the listings of these products true. */
export async function writeProducts(db: Kysely<SearchTables>, ids: string[], now: Date): Promise<void> {
  await writeListings(db, ids, now);
  await writePlacements(db, ids);
}

export async function markAll(db: Kysely<SearchTables>): Promise<void> {
  await sql`
    insert into search.dirty (product_id, patient)
    select id, true from catalog.product union select product_id, true from search.listing`.execute(db);
}

/** Whether they are held by this transaction now, and by no other one. */
async function holdListings(db: Kysely<SearchTables>): Promise<boolean> {
  const { rows } = await sql<{ ours: boolean }>`select pg_try_advisory_xact_lock(${REFRESH_LOCK}) as ours`.execute(db);
  return rows[0]?.ours ?? false;
}

async function claim(db: Kysely<SearchTables>, limit: number, now: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with marked as (
      delete from search.dirty where product_id = any (array(
        select product_id from search.dirty order by patient, id limit ${limit}))
      returning product_id
    ),
    seen_or_unseen as (
      delete from search.due where id = any (array(
        select id from search.due where at <= ${now} order by at limit ${limit}))
      returning product_id
    ),
    claimed as (
      select product_id from marked
      union select product_id from seen_or_unseen
      union (
        select product_id from search.listing where next_change_at <= ${now}
        order by next_change_at limit ${limit}
      )
    ),
    noted as (
      insert into search.missed (product_id) select product_id from claimed where exists (select from search.rebuild)
    )
    select product_id as id from claimed`.execute(db);
  return rows.map(({ id }) => id);
}

/** Writes the rows of what is published, takes the others out, and turns the bits of both in the postings. One statement. */
async function writeListings(db: Kysely<SearchTables>, ids: string[], now: Date): Promise<void> {
  await sql`
    with fresh as materialized (${freshRows(ids, now)}),
    ${termsOfFresh},
    before as materialized (
      select product_id, ordinal, terms, document, category_ids from search.listing where product_id = any(${ids})
    ),
    known as (
      insert into search.word (word)
      select distinct word from fresh cross join lateral unnest(words) as word where length(word) > 2 and word !~ '[0-9]'
      on conflict do nothing
    ),
    ready as (
      select product_id, slug, card, prices, category_ids, in_stock, featured, reduced,
        extract(epoch from published_at)::bigint + case when in_stock then 2 * ${A_MILLION_DAYS}::bigint else 0 end
          + case when featured then ${A_MILLION_DAYS}::bigint else 0 end as prominence,
        published_at, score, sales, codes, document, ${allTerms} as terms, next_change_at
      from fresh left join termed using (product_id)
    ),
    changed as (
      update search.listing as l set
        slug = ready.slug, card = ready.card, prices = ready.prices, category_ids = ready.category_ids, in_stock = ready.in_stock,
        featured = ready.featured, reduced = ready.reduced, prominence = ready.prominence, published_at = ready.published_at,
        score = ready.score, sales = ready.sales, codes = ready.codes, document = ready.document, terms = ready.terms,
        next_change_at = ready.next_change_at
      from ready where ready.product_id = l.product_id
      returning l.product_id, l.ordinal, l.terms, l.document, l.category_ids
    ),
    added as (
      insert into search.listing (product_id, slug, card, prices, category_ids, in_stock, featured, reduced, prominence,
        published_at, score, sales, codes, document, terms, next_change_at)
      select ready.* from ready join unnest(${ids}::uuid[]) with ordinality as wanted (product_id, position) using (product_id)
      where product_id not in (select product_id from before)
      order by position
      returning product_id, ordinal, terms, document, category_ids
    ),
    written as (select * from changed union all select * from added),
    removed as (
      delete from search.listing where product_id = any(${ids}) and product_id not in (select product_id from fresh)
    ),
    ${menusDue}
    ${turnBits}`.execute(db);
}

const freshRows = (ids: string[], now: Date) => sql`
  select product.id as product_id, product.slug, product.featured, classified.category_ids || array(${collections}) as category_ids, sold.prices, sold.reduced, sold.next_change_at,
    coalesce(rated.score, 0) as score, rated.rating, stocked.available > 0 as in_stock,
    coalesce((select pieces from search.sold where sold.product_id = product.id), 0) as sales,
    coalesce(product.released_at, product.created_at) as published_at,
    product.brand, product.attributes, product.options,
    jsonb_build_object(
      'productId', product.id, 'slug', product.slug, 'name', product.name, 'brand', product.brand,
      'picture', ${firstPicture}, 'swatches', ${swatches}, 'rating', rated.rating,
      'variantId', case when stocked.variants = 1 then stocked.first_variant end,
      'availability', jsonb_build_object('inStock', stocked.available > 0,
        'left', case when stocked.available > ${FEW_LEFT}::int then null else stocked.available end) || stocked.back_order) as card,
    ${codes} as codes,
    setweight(to_tsvector('search.shop', texts.title), 'A') || setweight(to_tsvector('search.shop', texts.kind), 'B')
      || setweight(to_tsvector('search.shop', texts.description), 'C')
      || setweight(to_tsvector('search.shop', texts.details), 'D') as document,
    string_to_array(texts.title || ' ' || texts.kind, ' ') as words
  from catalog.product
  cross join lateral ${stock} as stocked
  cross join lateral ${classification} as classified
  cross join lateral pricing.shelf(product.id, ${now}) as sold
  cross join lateral ${texts} as texts
  left join lateral ${rating} as rated on true
  where product.id = any(${ids}) and catalog.visible(product, ${now})`;

const firstPicture = sql`(
  select jsonb_build_object('kind', media.kind, 'location', media.location, 'alt', media.alt, 'width', media.width, 'height', media.height)
  from catalog.media where media.product_id = product.id order by media.position, media.id limit 1)`;

const swatches = sql`(
  select coalesce(jsonb_agg(choice.value ->> 'swatch' order by option.place, choice.place), '[]')
  from jsonb_array_elements(product.options) with ordinality as option (value, place)
  cross join jsonb_array_elements(option.value -> 'values') with ordinality as choice (value, place)
  where choice.value ->> 'swatch' is not null)`;

const stock = sql`(
  select count(*) as variants, (array_agg(variant.id))[1] as first_variant, coalesce(sum(sold.on_shelf), 0)::int as available,
    case when sum(sold.back_order) > 0 and sum(sold.on_shelf) = 0
      then jsonb_build_object('backOrder', jsonb_build_object('expectedOn', min(sold.expected_on))) else '{}' end as back_order
  from catalog.variant join inventory.availability as sold on sold.variant_id = variant.id
  where variant.product_id = product.id and variant.archived_at is null)`;

const codes = sql`array(
  select lower(product.model) where product.model is not null
  union select lower(code) from catalog.variant cross join lateral unnest(gtins || sku) as code where variant.product_id = product.id and variant.archived_at is null)`;

const classification = sql`(
  select coalesce(array_agg(distinct ancestor), '{}') as category_ids
  from (
    select category_id from catalog.product_category where product_id = product.id
    union select product.primary_category_id
  ) as assigned
  join catalog.category on category.id = assigned.category_id
  cross join unnest(category.ancestor_ids) as ancestor)`;

/** Those it was put into, and those whose rule it fulfils. */
const collections = sql`
  select collection_id from catalog.collection_pick where product_id = product.id
  union select search.ruled_collections(product.id, classified.category_ids, sold.prices)`;

/** Those that say something of their own. */
const livingVariants = sql`(
  select attributes from catalog.variant
  where variant.product_id = product.id and variant.archived_at is null and variant.attributes <> '{}') as variant`;

/**
 * Titles and brand, kinds (all its categories), descriptions, details (options, short texts of attributes, also of variants,
 * and names of choices): in every language.
 */
const texts = sql`(
  select search.plain(title) as title, search.plain(kind) as kind, search.plain(description) as description, search.plain(details) as details
  from (
    select
      concat_ws(' ', product.name ->> 'ru', product.name ->> 'en', product.brand, product.model) as title,
      (select string_agg(concat_ws(' ', name ->> 'ru', name ->> 'en'), ' ') from catalog.category where id = any(classified.category_ids)) as kind,
      concat_ws(' ', product.description ->> 'ru', product.description ->> 'en') as description,
      (
        select string_agg(text, ' ') from (
          select value #>> '{}' as text from jsonb_path_query(product.options, 'strict $[*].values[*].name.*') as value
          union all
          select value #>> '{}' from jsonb_path_query(product.attributes, 'strict $.** ? (@.type() == "string")') as value
          union all
          (select distinct value #>> '{}'
            from ${livingVariants} cross join jsonb_path_query(variant.attributes, 'strict $.** ? (@.type() == "string")') as value
            order by 1)
          union all
          (select distinct name.value from (
              select key, value from jsonb_each(product.attributes)
              union all
              select key, value from ${livingVariants} cross join jsonb_each(variant.attributes)
            ) as said
            cross join lateral (select choices from catalog.attribute where code = said.key offset 0) as known
            cross join jsonb_array_elements(known.choices) as choice cross join jsonb_each_text(choice -> 'name') as name
            where said.key = any(array(select code from catalog.attribute where choices <> '[]')) and choice -> 'code' = said.value
            order by 1)
        ) as detail where length(text) <= 60) as details
    offset 0
  ) as raw offset 0)`;

const rating = sql`(
  select jsonb_build_object('mean', sum::float8 / count, 'count', count) as rating, (sum + 20)::real / (count + 5) as score
  from reviews.aggregate
  cross join lateral (
    select stars1 + stars2 + stars3 + stars4 + stars5 as count, stars1 + 2 * stars2 + 3 * stars3 + 4 * stars4 + 5 * stars5 as sum
  ) as totals
  where aggregate.product_id = product.id and count > 0)`;

async function writePlacements(db: Kysely<SearchTables>, ids: string[]): Promise<void> {
  await sql`
    delete from search.placement as p where p.product_id = any(${ids}) and not exists (
      select from search.listing as l where l.product_id = p.product_id and p.category_id = any(l.category_ids || ${WHOLE_SHOP}::uuid))`.execute(
    db,
  );
  await sql`
    insert into search.placement as p (category_id, product_id, ordinal, price_rub, price_eur, price_usd, in_stock, prominence, published_at, score, sales)
    select category_id, product_id, ordinal, (prices -> 'RUB' ->> 'amount')::bigint, (prices -> 'EUR' ->> 'amount')::bigint, (prices -> 'USD' ->> 'amount')::bigint,
      in_stock, prominence, published_at, score, sales
    from search.listing cross join unnest(category_ids || ${WHOLE_SHOP}::uuid) as category_id
    where product_id = any(${ids})
    on conflict (product_id, category_id) do update set
      price_rub = excluded.price_rub, price_eur = excluded.price_eur, price_usd = excluded.price_usd, in_stock = excluded.in_stock,
      prominence = excluded.prominence, published_at = excluded.published_at, score = excluded.score, sales = excluded.sales
    where (p.price_rub, p.price_eur, p.price_usd, p.in_stock, p.prominence, p.published_at, p.score, p.sales) is distinct from
      (excluded.price_rub, excluded.price_eur, excluded.price_usd, excluded.in_stock, excluded.prominence, excluded.published_at, excluded.score, excluded.sales)`.execute(
    db,
  );
}
