// oxlint-disable-next-line no-restricted-imports -- parts of one statement with an answer in JSON, which the builder cannot say
import { sql, type Kysely } from "kysely";
import type { Narrowing } from "./bits.ts";
import type { Resolved } from "./resolve.ts";
import type { SearchTables } from "./search.tables.ts";
import { type Fragment, LOOKED_UP } from "./search-sql.ts";

const BRAND = '{"ru":"Бренд","en":"Brand"}';
const MOST_FACETS = sql`12`;
const MOST_VALUES = sql`40`;
/** So many bit strings are counted for a page: of what lies all over a large shop, the most useful facets are offered. */
const MOST_COUNTED = sql`1200`;
/** Of the first facet, however many there are. */
const FEWEST_VALUES = sql`20`;
/** A number with more values than this is offered in ranges. */
const MOST_NUMBERS = sql`12`;
/** A facet that fewer products of the category have would hide the rest at the first click. */
const LEAST_COVERAGE = sql`0.1`;
/** When fewer than this share a value that is offered with another product, the values are too scattered to choose from. */
const LEAST_CONCENTRATION = sql`0.4`;

/**
 * The facets offered in category `home` (an SQL expression), and those that somebody chose from, with exact counts: each
 * value's bits and those of the list without the facet's own choice. Choices of an attribute are called and ordered as staff
 * say now. As JSON.
 */
export function facetsOf(home: Fragment, narrowings: readonly Narrowing[], { chosen }: Resolved): Fragment {
  const numbers = chosen.map(({ code }) => narrowings.findIndex((each) => each.code === code));
  return sql`(
    with chosen as (
      select code, id, number from unnest(${chosen.map(({ code }) => code)}::text[], ${chosen.map(({ id }) => id)}::int[], ${numbers}::int[]) as chosen (code, id, number)
    ),
    offered as materialized (
      select term_id, code, min(place) as facet_place, min(value_place) as value_place from (
        select value.term_id, menu.code, menu.place, value.place as value_place
        from (
          select code, place, term_ids, sum(cardinality(term_ids)) over (order by place) as values
          from search.facet_menu where category_id = ${home}
        ) as menu cross join unnest(menu.term_ids) with ordinality as value (term_id, place)
        where (menu.place = 0 and value.place <= ${FEWEST_VALUES}) or menu.values * (select count(*) from cut where number = -1) <= ${MOST_COUNTED}
        union all
        select id, code, coalesce((select place from search.facet_menu as menu where menu.category_id = ${home} and menu.code = chosen.code), ${MOST_FACETS}), 1000
        from chosen
      ) as option group by 1, 2
    ),
    counted as (
      select term_id, sum(count) as count from (
        select offered.term_id, bit_count(posting.bits & cut.bits) as count
        from offered
        join search.posting on posting.term_id = offered.term_id
        join cut on cut.chunk = posting.chunk
          and cut.number = coalesce((select min(number) from chosen where chosen.code = offered.code), -1)
        ${LOOKED_UP}
      ) as part group by 1
    ),
    choice as materialized (
      select attribute.code, search.facet_key(given.value ->> 'code') as key,
        (array_agg(given.value -> 'name' order by given.place))[1] as name, min(given.place) as place
      from catalog.attribute cross join jsonb_array_elements(attribute.choices) with ordinality as given (value, place)
      where attribute.code in (select code from offered) group by 1, 2
    ),
    valued as (
      select offered.code, min(offered.facet_place) as place, bool_or(term.kind = 'range') as ranges, bool_and(term.place is not null) as numbers,
        json_agg(json_build_object('key', term.key, 'label', coalesce(choice.name, term.label), 'swatch', term.swatch, 'count', coalesce(counted.count, 0),
          'chosen', term.id in (select id from chosen)) order by term.place, choice.place, offered.value_place, term.id) as values,
        coalesce(sum(counted.count), 0) > 0 or bool_or(term.id in (select id from chosen)) as telling,
        array_agg(term.id) as ids
      from offered cross join lateral (select * from search.term where id = offered.term_id ${LOOKED_UP}) as term left join counted on counted.term_id = offered.term_id
      left join choice on (choice.code, choice.key) = (offered.code, term.key)
      group by 1
    )
    select coalesce(json_agg(json_build_object(
        'code', valued.code,
        'name', case when valued.code = 'brand' then ${BRAND}::jsonb
          else coalesce(attribute.name, nullif(facet.label, '{}'), jsonb_build_object('en', valued.code)) end,
        'unit', attribute.unit,
        'kind', case when ranges then 'range' when numbers then 'number' else 'choice' end,
        'values', valued.values) order by valued.place, valued.code), '[]')
    from valued
    left join catalog.attribute on attribute.code = valued.code
    left join search.term as facet on (facet.kind, facet.code, facet.key) = ('facet', valued.code, '')
    where (telling ${narrowings.length > 0 ? sql`or ${offeredBefore}` : sql``}) and (valued.code = 'brand' or attribute.filterable is not false))`;
}

/** Filters brought all values to zero: what there was to choose before they were set stays, so that the list can be opened up again. */
const offeredBefore = sql`exists (
  select from search.posting join matched using (chunk)
  where posting.term_id = any(valued.ids) and bit_count(posting.bits & matched.bits) > 0)`;

/**
 * Makes the menus of up to `limit` categories anew whose products changed what they can be filtered by, those that waited
 * longest first; a large category waits longer, a millisecond for each product. Returns how many.
 */
export async function refreshMenus(db: Kysely<SearchTables>, limit: number, now: Date): Promise<number> {
  const { rows } = await sql<{ id: string; total: number }>`
    update search.menu_due as m set due = false, made_at = ${now}
    from (
      select menu_due.category_id, coalesce(counted.total, 0) as total from search.menu_due
      left join search.category_count as counted using (category_id)
      where due and made_at <= ${now}::timestamptz - coalesce(counted.total, 0) * interval '1 millisecond'
      order by made_at limit ${limit} for update of menu_due skip locked
    ) as next where next.category_id = m.category_id
    returning m.category_id as id, next.total`.execute(db);
  const small = rows.filter(({ total }) => total < MANY_LISTED).map(({ id }) => id);
  if (small.length > 0) await makeMenus(db, small, countedByProduct(small));
  for (const { id, total } of rows) if (total >= MANY_LISTED) await makeMenus(db, [id], countedByBits(id));
  return rows.length;
}

/** Of so many products the bits are counted, of fewer the terms of one product after the other, of all such categories at once. */
const MANY_LISTED = 20_000;

/** How many products of each category have a term: rows (category_id, id, kind, code, place, count). */
const countedByProduct = (categoryIds: readonly string[]): Fragment => sql`
  select tally.category_id, term.id, term.kind, term.code, term.place, tally.count::numeric as count
  from (
    select p.category_id, had.id, count(*) as count
    from search.placement as p join search.listing as l using (product_id) cross join unnest(l.terms) as had (id)
    where p.category_id = any(${categoryIds}) and had.id > 0 group by 1, 2
  ) as tally
  join search.term on term.id = tally.id where term.kind in ('facet', 'value', 'range')`;

const countedByBits = (categoryId: string): Fragment => sql`
  select ${categoryId}::uuid as category_id, term.id, term.kind, term.code, term.place, sum(bit_count(posting.bits & scope.bits)) as count
  from (
    select posting.chunk, posting.bits from search.posting join search.term on term.id = posting.term_id
    where (term.kind, term.code, term.key) = ('category', '', ${categoryId})
  ) as scope
  join search.posting on posting.chunk = scope.chunk join search.term on term.id = posting.term_id
  where term.kind in ('facet', 'value', 'range') group by term.id
  having sum(bit_count(posting.bits & scope.bits)) > 0`;

/** Facets by usefulness: how many products have one, times how evenly its values divide them; those of options, and attributes that staff want as filters, come first. */
async function makeMenus(db: Kysely<SearchTables>, categoryIds: readonly string[], counted: Fragment): Promise<void> {
  await sql`
    with counted as materialized (${counted}),
    facet as (
      select had.category_id, had.code, had.having_it, had.values, whole.total::numeric as total, term.label <> '{}' or coalesce(said.filterable, false) as named
      from (
        select category_id, code, max(count) filter (where kind = 'facet') as having_it, count(*) filter (where kind = 'value') as values
        from counted group by 1, 2
      ) as had
      join search.category_count as whole using (category_id)
      join search.term on (term.kind, term.code, term.key) = ('facet', had.code, '')
      left join catalog.attribute as said on said.code = had.code
      where had.code = 'brand' or said.filterable is not false
    ),
    ranked as (
      select counted.*, row_number() over (partition by category_id, kind, code order by count desc, id) as rank
      from counted where kind <> 'facet'
    ),
    drawn as (
      select category_id, facet.code, facet.having_it / facet.total as coverage,
        sum(ranked.count) filter (where ranked.count > 1) / facet.having_it as concentration,
        sum(ranked.count / facet.having_it * (1 - least(1, ranked.count / facet.having_it))) as evenness, bool_or(named) as named,
        array_agg(ranked.id order by ranked.rank) as term_ids
      from ranked join facet using (category_id, code)
      where ranked.rank <= ${MOST_VALUES}
        and ranked.kind = case when ranked.place is not null and facet.values > ${MOST_NUMBERS} then 'range' else 'value' end
      group by category_id, facet.code, facet.having_it, facet.total having count(*) > 1
    ),
    best as (
      select category_id, code, term_ids, row_number() over (
        partition by category_id order by code = 'brand' desc, named desc, coverage * least(1, concentration) * evenness desc, code) - 1 as place
      from drawn where code = 'brand' or named or (coverage >= ${LEAST_COVERAGE} and concentration >= ${LEAST_CONCENTRATION} and evenness > 0.02)
    ),
    gone as (
      delete from search.facet_menu as former where category_id = any(${categoryIds}) and not exists (
        select from best where best.category_id = former.category_id and best.code = former.code and place < ${MOST_FACETS})
    )
    insert into search.facet_menu (category_id, code, place, term_ids)
    select category_id, code, place, term_ids from best where place < ${MOST_FACETS}
    on conflict (category_id, code) do update set place = excluded.place, term_ids = excluded.term_ids`.execute(db);
}
