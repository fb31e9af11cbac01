/** What the floor sends, each under its own name: the same answers from the same tables, and nothing around them. */

export const PRODUCT = {
  name: "product",
  text: `
    select p.id, p.slug, p.name, p.description, p.brand, p.model, p.options, p.attributes,
      (select json_agg(json_build_object('id', c.id, 'slug', c.slug, 'name', c.name) order by way.step)
        from unnest(home.ancestor_ids) with ordinality as way (id, step) join catalog.category as c on c.id = way.id) as breadcrumb,
      (select json_agg(json_build_object('code', given.key, 'name', known.name, 'unit', known.unit, 'value', given.value) order by known.position, given.key)
        from jsonb_each(p.attributes) as given left join catalog.attribute as known on known.code = given.key) as attributes,
      (select json_agg(json_build_object('kind', kind, 'location', location, 'alt', alt, 'width', width, 'height', height) order by position)
        from catalog.media where product_id = p.id) as pictures,
      (select json_agg(json_build_object(
          'id', v.id, 'sku', v.sku, 'optionValues', v.option_values, 'picture', m.position,
          'price', json_build_object('amount', price.amount, 'compareAt', price.compare_at, 'currency', price.currency),
          'left', stock.available) order by v.position)
        from catalog.variant as v
        left join catalog.media as m on m.id = v.media_id
        left join pricing.price on price.variant_id = v.id and price.currency = $2 and valid_from <= now() and now() < valid_to
        left join lateral (select sum(on_hand - reserved)::int as available from inventory.level where variant_id = v.id) as stock on true
        where v.product_id = p.id) as variants,
      json_build_array(stars1, stars2, stars3, stars4, stars5) as rating
    from catalog.product as p
    left join catalog.category as home on home.id = p.primary_category_id
    left join reviews.aggregate on aggregate.product_id = p.id
    where p.slug = $1 and p.status = 'published'`,
};

export const LISTING = {
  name: "listing",
  text: `
    select here.id, counted.total,
      (select json_agg(card) from (
        select l.card || jsonb_build_object('currency', 'RUB', 'price', l.prices -> 'RUB') as card
        from search.placement as p join search.listing as l using (product_id)
        where p.category_id = here.id order by p.prominence desc, p.product_id limit 24 offset $2) as shown) as rows,
      (select json_agg(json_build_object('id', c.id, 'slug', c.slug, 'name', c.name) order by way.step)
        from unnest(here.ancestor_ids) with ordinality as way (id, step) join catalog.category as c on c.id = way.id) as breadcrumb,
      (select json_agg(json_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'count', n.total) order by c.position)
        from catalog.category as c join search.category_count as n on n.category_id = c.id where c.parent_id = here.id) as categories,
      (select price_rub from search.placement where category_id = here.id and price_rub is not null order by price_rub limit 1) as low,
      (select price_rub from search.placement where category_id = here.id and price_rub is not null order by price_rub desc limit 1) as high
    from catalog.category as here join search.category_count as counted on counted.category_id = here.id
    where here.slug = $1`,
};

export const BEGIN_CART = {
  name: "begin-cart",
  text: `
    with begun as (
      insert into cart.cart (id, secret_hash, currency, created_at, updated_at, expires_at)
      values ($1, $2, 'RUB', now(), now(), now() + interval '30 days')
    )
    insert into cart.line (cart_id, variant_id, quantity, added_at, seen_amount)
    select $1, $3, $4, now(), amount from pricing.price
    where variant_id = $3 and currency = 'RUB' and valid_from <= now() and now() < valid_to`,
};

export const ADD_ITEM = {
  name: "add-item",
  text: `
    with changed as (
      update cart.cart set version = version + 1, updated_at = now() where id = $1 and state = 'open'
    )
    insert into cart.line (cart_id, variant_id, quantity, added_at, seen_amount)
    select $1, $2, $3, now(), amount from pricing.price
    where variant_id = $2 and currency = 'RUB' and valid_from <= now() and now() < valid_to
    on conflict on constraint line_pk do update set quantity = line.quantity + excluded.quantity`,
};

export const CART = {
  name: "cart",
  text: `
    select cart.id, cart.version, cart.currency,
      (select json_agg(json_build_object(
          'variantId', offer.variant_id, 'productId', offer.product_id, 'slug', offer.slug, 'sku', offer.sku, 'name', offer.name,
          'optionNames', offer.option_names, 'picture', offer.picture, 'quantity', line.quantity, 'seenAmount', line.seen_amount,
          'amount', price.amount, 'compareAt', price.compare_at, 'total', line.quantity * price.amount,
          'left', (select sum(on_hand - reserved)::int from inventory.level where variant_id = line.variant_id),
          'held', (select sum(quantity)::int from inventory.hold where holder_id = cart.id and variant_id = line.variant_id)) order by line.position)
        from cart.line join catalog.offer on offer.variant_id = line.variant_id
        left join pricing.price on price.variant_id = line.variant_id and price.currency = cart.currency and valid_from <= now() and now() < valid_to
        where line.cart_id = cart.id) as lines,
      (select json_agg(json_build_object(
          'code', code.code, 'name', terms.name, 'basisPoints', terms.basis_points, 'minimums', terms.minimums, 'priority', terms.priority,
          'paused', terms.paused, 'startsAt', terms.starts_at, 'endsAt', terms.ends_at, 'usedUp', terms.used_up) order by code.position)
        from cart.code left join promotions.terms on terms.code = code.code where code.cart_id = cart.id) as codes,
      (select json_agg(json_build_object('country', country, 'taxClass', tax_class, 'rate', rate_basis_points, 'included', included))
        from pricing.country_tax where valid_from <= now() and now() < valid_to) as taxes
    from cart.cart where cart.id = $1`,
};

/**
 * The cart becomes an order by one guarded statement and one commit, with all the rows that a shop leaves behind: a
 * shortage divides by zero, which takes everything back.
 */
export const PLACE_ORDER = {
  name: "place-order",
  text: `
    with closed as (
      update cart.cart set state = 'ordered', updated_at = now() where id = $1 and state = 'open' returning id
    ), wanted as materialized (
      select offer.*, line.quantity, price.amount, row_number() over (order by line.position) as position
      from closed join cart.line on line.cart_id = closed.id join catalog.offer using (variant_id)
      join pricing.price on price.variant_id = line.variant_id and price.currency = 'RUB' and valid_from <= now() and now() < valid_to
    ), taken as (
      update inventory.level set reserved = reserved + wanted.quantity from wanted
      where level.variant_id = wanted.variant_id and on_hand - reserved >= wanted.quantity
      returning level.variant_id, level.location_id, wanted.quantity
    ), allocated as (
      insert into inventory.hold (holder_id, variant_id, location_id, quantity, kind)
      select $1, variant_id, location_id, quantity, 'allocated' from taken
    ), placed as (
      insert into orders.order (
        id, number, cart_id, access_hash, quote_hash, email, locale, currency, state, payment_state, fulfilment_state,
        items_amount, discount_amount, delivery_amount, tax_amount, tax_included, total_amount, delivery, address, promotions, consent, placed_at)
      select $2, nextval('orders.order_number'), $1, $3, '', $4, 'ru', 'RUB', 'placed', 'pending', 'unfulfilled',
        total, 0, 0, 0, true, total, '{}', $5, '[]', '{}', now()
      from (
        select sum(amount * quantity) / (count(*) = (select count(*) from taken))::int as total from wanted having count(*) > 0
      ) as summed
      returning id, number, total_amount
    ), lines as (
      insert into orders.line (
        order_id, position, currency, product_id, variant_id, sku, name, option_names, picture, quantity, unit_amount, discount_amount, tax_amount, total_amount)
      select $2, position, 'RUB', product_id, variant_id, sku, name, option_names, picture ->> 'location', quantity, amount, 0, 0, amount * quantity
      from wanted
    ), paying as (
      insert into orders.payment (id, order_id, currency, provider, state, amount, created_at)
      select $6, id, 'RUB', 'on-delivery', 'pending', total_amount, now() from placed
    ), told as (
      insert into orders.event (order_id, type, actor, at) select id, 'placed', 'guest', now() from placed
    ), sent as (
      insert into core.outbox (dedup_key, topic, payload)
      select 'orders.placed:' || id, 'orders.placed', jsonb_build_object('orderId', id) from placed
    )
    select number, total_amount as total,
      (select json_agg(json_build_object('sku', sku, 'name', name, 'quantity', quantity, 'amount', amount)) from wanted) as lines
    from placed`,
};
