/** The floor's lists with counts: from the same postings as the shop's, by one statement each. */

const WHOLE_SHOP = "00000000-0000-0000-0000-000000000000";

/** Posting of a category, given its id as an SQL expression. */
const postingOf = (category: string) =>
  `select posting.chunk, posting.bits from search.posting join search.term on term.id = posting.term_id
    where term.kind = 'category' and term.code = '' and term.key = ${category}`;

/** Counts of the values in a category's menu, from CTEs `chosen` and `cut`. */
const counts = (category: string) => `
  (select json_agg(json_build_object('code', counted.code, 'key', term.key, 'label', term.label, 'count', counted.count)) from (
    select menu.code, posting.term_id, sum(bit_count(posting.bits & cut.bits)) as count
    from search.facet_menu as menu cross join unnest(menu.term_ids) as value (term_id)
    join search.posting on posting.term_id = value.term_id
    join cut on cut.chunk = posting.chunk and cut.number = coalesce((select min(number) from chosen where chosen.code = menu.code), -1)
    where menu.category_id = ${category} group by 1, 2
  ) as counted join search.term on term.id = counted.term_id)`;

/** $1 category slug, $2 codes, $3 keys of the chosen values. */
export const FACETS = {
  name: "facets",
  text: `
    with here as (select id from catalog.category where slug = $1),
    chosen as materialized (
      select term.id, term.code, dense_rank() over (order by term.code)::int - 1 as number
      from unnest($2::text[], $3::text[]) as asked (code, key)
      join search.term on term.kind in ('value', 'range') and (term.code, term.key) = (asked.code, asked.key)
    ),
    narrowed as materialized (
      select number, chunk, bit_or(bits) as bits from chosen join search.posting on posting.term_id = chosen.id group by 1, 2
    ),
    cut as materialized (
      select leaving.number, whole.chunk, bit_and(whole.bits & coalesce(narrowed.bits, whole.bits)) as bits
      from (select count(distinct number)::int as total from chosen) as amount
      cross join generate_series(-1, amount.total - 1) as leaving (number)
      cross join (${postingOf("(select id::text from here)")}) as whole
      left join narrowed on narrowed.chunk = whole.chunk and narrowed.number <> leaving.number
      group by 1, 2, amount.total having count(narrowed.number) = amount.total - (leaving.number >= 0)::int
    )
    select (select sum(bit_count(bits)) from cut where number = -1) as total,
      (select json_agg(card) from (
        select l.card || jsonb_build_object('currency', 'RUB', 'price', l.prices -> 'RUB') as card
        from (select search.members(chunk, bits) as ordinal from cut where number = -1) as member
        join search.listing as l using (ordinal) order by l.prominence desc, l.product_id limit 24) as shown) as rows,
      ${counts("(select id from here)")} as facets`,
};

/** $1 the words. Of very many hits the most prominent are compared. */
export const SEARCH = {
  name: "search",
  text: `
    with stem as materialized (
      select word.number, word.stem, term.id from unnest(tsvector_to_array(to_tsvector('search.shop', $1))) with ordinality as word (stem, number)
      left join search.term on term.kind = 'word' and term.code = '' and term.key = word.stem
    ),
    said as materialized (
      select number, chunk, bits from stem join search.posting on posting.term_id = stem.id
      union all
      select number, l.ordinal / 32000, search.bits_of(l.ordinal % 32000, 1)::bit(32000)
      from stem join search.listing as l on l.document @@ quote_literal(stem.stem)::tsquery where stem.id is null group by 1, 2
    ),
    chosen as (select ''::text as code, 0 as number where false),
    cut as materialized (
      select -1 as number, chunk, bit_and(bits) as bits from said group by chunk having count(*) = (select count(*) from stem)
    ),
    amount as materialized (select coalesce(sum(bit_count(bits)), 0) as total from cut),
    line as materialized (
      select search.strung(coalesce(cut.bits, b'0'::bit(32000)) order by part) as bits
      from generate_series(0, (select max(ordinal) / 32000 from search.listing)) as part left join cut on cut.chunk = part
    ),
    candidate as materialized (
      select * from (
        select p.product_id, p.prominence from (
          select search.members(chunk, bits) as ordinal from cut where (select total from amount) <= 5000) as member
        join search.placement as p on p.category_id = '${WHOLE_SHOP}' and p.ordinal = member.ordinal
        union all
        (select p.product_id, p.prominence from search.placement as p
          where p.category_id = '${WHOLE_SHOP}' and (select total from amount) > 5000 and get_bit((select bits from line), p.ordinal) = 1
          order by p.prominence desc, p.product_id limit 1000)
      ) as hit order by prominence desc, product_id limit 1000
    )
    select (select total from amount) as total,
      (select json_agg(card) from (
        select l.card || jsonb_build_object('currency', 'RUB', 'price', l.prices -> 'RUB') as card
        from candidate join search.listing as l using (product_id), plainto_tsquery('search.shop', $1) as query
        order by ts_rank_cd('{0.1, 0.3, 0.8, 1}', l.document, query, 1) desc, candidate.prominence desc, l.product_id limit 24) as shown) as rows,
      ${counts(`'${WHOLE_SHOP}'`)} as facets`,
};
