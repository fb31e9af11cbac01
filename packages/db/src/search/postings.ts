// oxlint-disable-next-line no-restricted-imports -- parts of one set-based statement, which the builder cannot say
import { sql } from "kysely";
import { CHUNK, facetCode, WHOLE_SHOP } from "./search-sql.ts";

/** Longer texts are sentences, and longer lists ingredients: nobody filters by them. */
const LONGEST_VALUE = 60;
const LONGEST_TEXT = 400;
const YES = '{"ru":"Да","en":"Yes"}';
const NO = '{"ru":"Нет","en":"No"}';

/** The steps 1, 2, 5, 10, 20, … of a millionth to a quadrillion, as decimal numbers. */
const STEPS = Array.from({ length: 21 }, (_, index) => index - 6).flatMap((exponent) =>
  [1, 2, 5].map((digit) =>
    exponent < 0 ? (digit * 10 ** exponent).toFixed(-exponent) : `${digit}${"0".repeat(exponent)}`,
  ),
);
/** Of a number's step, "low..high": from low up to, not including, high. */
const RANGES = STEPS.map((low, index) => `${low}..${STEPS[index + 1] ?? ""}`);

/**
 * CTE `described`: what the products of `fresh` are found by, as rows (product_id, kind, code, key, label, swatch, place):
 * their categories, and each value of brand, options and attributes, also those that only some of its variants say, with its
 * facet. Spellings of one value are one; numbers are told apart by three digits, and lie in ranges.
 */
const described = sql`
  given as materialized (
    select product_id, ${facetCode(sql`key`)} as code, value, jsonb_typeof(value) as type
    from (
      select product_id, key, value from fresh cross join jsonb_each(attributes)
      union all
      select distinct product_id, key, value from fresh join catalog.variant using (product_id) cross join jsonb_each(variant.attributes)
      where variant.archived_at is null and variant.attributes <> '{}'
    ) as said
  ),
  text as materialized (
    select product_id, code, trim(part) as text, null::jsonb as label
    from given
    cross join lateral (select value #>> '{}' as whole) as read
    cross join unnest(case when position(',' in whole) = 0 then array[whole] else regexp_split_to_array(whole, ',(?! )') end) as part
    where type = 'string' and length(whole) <= ${LONGEST_TEXT}
    union all
    select product_id, code, trim(part), null
    from given cross join jsonb_array_elements_text(case when type = 'array' then value else '[]' end) as part
    union all
    select product_id, code, coalesce(value ->> 'en', value ->> 'ru'), value from given where type = 'object'
    union all
    select product_id, 'brand', brand, null from fresh where brand is not null
  ),
  keyed as materialized (
    select text, search.facet_key(text) as key from (select distinct text from text where length(text) <= ${LONGEST_VALUE}) as each offset 0
  ),
  number as materialized (
    select product_id, code, number, width_bucket(abs(number), ${STEPS}::numeric[]) as step
    from given cross join lateral (select case when type = 'number' then (value #>> '{}')::numeric end as number) as read
    where number is not null
  ),
  option as materialized (
    select product_id, option.value ->> 'code' as code, option.value -> 'name' as name, choice.value as choice
    from fresh cross join jsonb_array_elements(options) as option
    cross join jsonb_array_elements(option.value -> 'values') as choice
    where exists (select from catalog.variant where variant.product_id = fresh.product_id
      and variant.archived_at is null and variant.option_values ->> (option.value ->> 'code') = choice.value ->> 'code')
  ),
  value as materialized (
    select product_id, 'value' as kind, code, key, coalesce(label, jsonb_build_object('en', text)) as label, null as swatch, null::float8 as place
    from text join keyed using (text) where key <> ''
    union all
    select product_id, 'value', code, case when value::boolean then 'yes' else 'no' end, (case when value::boolean then ${YES} else ${NO} end)::jsonb, null, null
    from given where type = 'boolean'
    union all
    select product_id, 'value', code, rounded::text, '{}', null, rounded
    from number cross join lateral (
      select case when step = 0 then 0 else trim_scale(round(number, 8 - (step - 1) / 3)) end as rounded offset 0) as digits
    union all
    select product_id, 'range', code, case when step = 0 then '0' when number < 0 then '..0' else (${RANGES}::text[])[step] end, '{}', null,
      case when step = 0 then 0 when number < 0 then -1 else (${STEPS}::float8[])[step] end
    from number
    union all
    select product_id, 'value', code, choice ->> 'code', choice -> 'name', choice ->> 'swatch', null from option
  ),
  described as materialized (
    select product_id, 'category' as kind, '' as code, category_id::text as key, '{}'::jsonb as label, null as swatch, null::float8 as place
    from fresh cross join unnest(category_ids || ${WHOLE_SHOP}::uuid) as category_id
    union all select * from value
    union all select product_id, 'facet', code, '', '{}', null, null from value
    union all select product_id, 'facet', code, '', name, null, null from option
  )`;

/** CTEs that end in `termed` (product_id, terms): the terms of `fresh`, made where they are new. */
export const termsOfFresh = sql`
  ${described},
  invented as (
    insert into search.term (kind, code, key, label, swatch, place)
    select distinct on (kind, code, key) kind, code, key, label, swatch, place from described
    where not exists (select from search.term where (term.kind, term.code, term.key) = (described.kind, described.code, described.key))
    order by kind, code, key, swatch nulls last, label desc
    returning id, kind, code, key
  ),
  termed as (
    select product_id, array_agg(distinct id) as terms from (
      select product_id, id from described join invented using (kind, code, key)
      union all
      select product_id, id from described cross join lateral (
        select id from search.term where (term.kind, term.code, term.key) = (described.kind, described.code, described.key) offset 0
      ) as former
    ) as named group by product_id
  )`;

/** The terms of a row of `fresh` and `termed`, in ascending order: those with fixed ids come first. */
export const allTerms = sql`array(
  select -1 where in_stock
  union all select -1 - stars from generate_series(1, 4) as stars where (rating ->> 'mean')::numeric >= stars
  union all
  select -50 - 50 * currency.number - case when slice = 40 then 49 else slice end
  from unnest(array['RUB', 'EUR', 'USD']) with ordinality as currency (code, number)
  cross join lateral (select (prices -> currency.code ->> 'amount')::bigint as amount) as price
  cross join generate_series(0, 40) as slice
  where amount is not null and (slice = 40 or (amount >> slice) & 1 = 1)
  union all select unnest(termed.terms)
  order by 1)`;

/** Categories in which a product gained or lost something that it can be filtered by. */
export const menusDue = sql`
  due as (
    insert into search.menu_due as m (category_id)
    select distinct category_id
    from written full join before using (product_id)
    cross join unnest(written.category_ids || before.category_ids || ${WHOLE_SHOP}::uuid) as category_id
    where array(select term from unnest(written.terms) as term where term > 0) is distinct from
      array(select term from unnest(before.terms) as term where term > 0)
    on conflict (category_id) do update set due = true where not m.due
  ),`;

/**
 * Turns each bit whose product gained or lost the term: what stands in one of `written` and `before` only. Frequent words
 * are terms as well; those of a text that did not change are left out.
 */
export const turnBits = sql`
  worded as (
    select ordinal, document from written where not exists (
      select from before where before.product_id = written.product_id and before.document = written.document)
    union all
    select ordinal, document from before where not exists (
      select from written where written.product_id = before.product_id and written.document = before.document)
  ),
  turned as (
    select ordinal, term_id from (
      select ordinal, unnest(terms) as term_id from written union all select ordinal, unnest(terms) from before
    ) as had group by 1, 2 having count(*) = 1
    union all
    select ordinal, id from (
      select ordinal, 'word' as kind, unnest(tsvector_to_array(document)) as stem from worded
      union all
      select ordinal, 'title', unnest(tsvector_to_array(ts_filter(document, '{a,b}'))) from worded
    ) as said
    join search.term on term.kind = said.kind and term.code = '' and term.key = said.stem
    group by 1, 2 having count(*) = 1
  )
  insert into search.posting (term_id, chunk, bits)
  select term_id, ordinal / ${CHUNK}, search.bits_of(ordinal % ${CHUNK}, 1) from turned group by 1, 2
  on conflict (term_id, chunk) do update set bits = posting.bits # excluded.bits`;
