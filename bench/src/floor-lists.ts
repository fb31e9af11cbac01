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

/** $1 the words as a text query with a beginning, $2 what stands in the field. */
export const SUGGEST = {
  name: "suggest",
  text: `
    with begun as materialized (
      select word.stem, word.number from unnest(tsvector_to_array(to_tsvector('search.shop', $1))) with ordinality as word (stem, number)
    ),
    known as materialized (
      select term.id, begun.number from begun join search.term on term.kind = 'title' and term.code = '' and term.key = begun.stem
      union
      select term.id, 0 from (
        select distinct unnest(tsvector_to_array(to_tsvector('search.shop', word))) as stem from (
          select word from search.word where word >= $2 and word < $2 || chr(1114111) order by length(word), word limit 30) as beginning
      ) as completed join search.term on term.kind = 'title' and term.code = '' and term.key = completed.stem
    ),
    said as materialized (
      select number, chunk, bit_or(bits) as bits from known join search.posting on posting.term_id = known.id group by 1, 2
    ),
    cut as materialized (
      select chunk, bit_and(bits) as bits from said group by chunk having count(*) = (select count(distinct number) from known)
    ),
    amount as materialized (select coalesce(sum(bit_count(bits)), 0) as total from cut),
    line as materialized (
      select search.strung(coalesce(cut.bits, b'0'::bit(32000)) order by part) as bits
      from generate_series(0, (select max(ordinal) / 32000 from search.listing)) as part left join cut on cut.chunk = part
    ),
    shown as (
      select product_id, prominence from (
        select p.product_id, p.prominence from (
          select search.members(chunk, bits) as ordinal from cut where (select total from amount) <= 2000) as member
        join search.placement as p on p.category_id = '${WHOLE_SHOP}' and p.ordinal = member.ordinal
        union all
        (select p.product_id, p.prominence from search.placement as p
          where p.category_id = '${WHOLE_SHOP}' and (select total from amount) > 2000 and get_bit((select bits from line), p.ordinal) = 1
          order by p.prominence desc, p.product_id limit 5)
      ) as hit order by prominence desc, product_id limit 5
    )
    select (select json_agg(l.card || jsonb_build_object('currency', 'RUB', 'price', l.prices -> 'RUB') order by shown.prominence desc)
        from shown join search.listing as l using (product_id)) as products,
      (select json_agg(json_build_object('id', c.id, 'slug', c.slug, 'name', c.name)) from (
        select distinct category_id from search.category_word where word >= $2 and word < $2 || chr(1114111) limit 2) as begun
        join catalog.category as c on c.id = begun.category_id) as categories`,
};

/** $1 product ids, $2 address of the member: the lowest price of each at the group's list, else its own. */
export const OWN_PRICES = {
  name: "own-prices",
  text: `
    select v.product_id, min(coalesce(listed.amount, price.amount)) as amount, max(coalesce(listed.amount, price.amount)) as highest
    from catalog.variant as v
    left join pricing.price on price.variant_id = v.id and price.currency = 'RUB' and price.valid_from <= now() and now() < price.valid_to
    left join lateral (
      select entry.amount from pricing.list_entry as entry
      join pricing.list_term as term on term.list_id = entry.list_id and term.valid_from <= now() and now() < term.valid_to
      join users.group_membership as member on member.group_id = term.group_id and member.starts_at <= now() and now() < member.ends_at
      join users.user as person on person.id = member.user_id and person.email = $2
      where entry.variant_id = v.id and entry.currency = 'RUB' and entry.min_quantity = 1 and entry.valid_from <= now() and now() < entry.valid_to
      order by term.priority desc limit 1
    ) as listed on true
    where v.product_id = any($1) and v.archived_at is null group by 1`,
};

/** $1 moment, $2 category slug or null: the latest published then, at their prices of then. */
export const AS_OF = {
  name: "as-of",
  text: `
    with place as materialized (
      select id from catalog.category where ancestor_ids @> array(select id from catalog.category where slug = $2)
    ),
    member as materialized (
      select product_id from catalog.product_category where $2::text is not null and category_id in (select id from place) limit 5001
    ),
    shown as (
      (select p.id, p.slug, p.name, p.brand, p.created_at from catalog.product as p
        where p.id in (select product_id from member) and (select count(*) from member) <= 5000 and p.status = 'published' and p.created_at <= $1
        order by p.created_at desc, p.id desc limit 25)
      union all
      (select p.id, p.slug, p.name, p.brand, p.created_at from catalog.product as p
        where ($2::text is null or (select count(*) from member) > 5000) and p.status = 'published' and p.created_at <= $1
          and ($2::text is null or exists (select from catalog.product_category as c where c.product_id = p.id and c.category_id in (select id from place)))
        order by p.created_at desc, p.id desc limit 25)
    )
    select json_agg(json_build_object('id', shown.id, 'slug', shown.slug, 'name', shown.name, 'brand', shown.brand, 'amount', (
      select min(price.amount) from catalog.variant as v join pricing.price on price.variant_id = v.id
      where v.product_id = shown.id and price.currency = 'RUB' and price.valid_from <= $1 and $1 < price.valid_to)) order by shown.created_at desc) as rows
    from shown`,
};
