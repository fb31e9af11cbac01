import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create schema cart;

    create table cart.cart (
      id uuid constraint cart_pk primary key,
      user_id uuid,
      secret_hash bytea,
      state text not null default 'open' check (state in ('open', 'ordered')),
      currency text not null check (currency in ('RUB', 'EUR', 'USD')),
      version integer not null default 1,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      expires_at timestamptz not null,
      constraint cart_owner check (num_nonnulls(user_id, secret_hash) = 1)
    ) with (fillfactor = 70);
    create unique index cart_open_of_user on cart.cart (user_id) where state = 'open';
    create unique index cart_of_secret on cart.cart (secret_hash);
    create index cart_expiring on cart.cart (expires_at) where state = 'open';

    create table cart.line (
      cart_id uuid not null references cart.cart on delete cascade,
      variant_id uuid not null,
      quantity integer not null check (quantity between 1 and 999),
      added_at timestamptz not null,
      seen_amount bigint,
      position bigint not null generated always as identity,
      constraint line_pk primary key (cart_id, variant_id)
    );
    comment on column cart.line.seen_amount is 'Unit price the shopper last saw, in the cart''s currency, so that a change is told.';

    create table cart.code (
      cart_id uuid not null references cart.cart on delete cascade,
      code text not null,
      added_at timestamptz not null,
      position bigint not null generated always as identity,
      constraint cart_code_pk primary key (cart_id, code)
    );
  `.execute(db);

  await sql`
    create function cart.standing(of_cart uuid, at timestamptz, customer text) returns json
    language plpgsql volatile set plan_cache_mode = force_generic_plan as $$
    begin
      return (
        select json_build_object(
          'id', cart.id, 'version', cart.version, 'currency', cart.currency,
          'lines', (
            select coalesce(json_agg(json_build_object(
              'quantity', line.quantity, 'seenAmount', line.seen_amount,
              'offer', json_build_object(
                'variantId', offer.variant_id, 'productId', offer.product_id, 'slug', offer.slug, 'sku', offer.sku,
                'name', offer.name, 'optionNames', offer.option_names, 'picture', offer.picture,
                'taxClass', offer.tax_class, 'published', offer.published
              ),
              'unitAmount', price.amount, 'compareAt', price.compare_at,
              'available',
                coalesce((select available from inventory.availability where availability.variant_id = line.variant_id), 0)
                + coalesce((select quantity from inventory.held where held.holder_id = cart.id and held.variant_id = line.variant_id), 0)
            ) order by line.position), '[]')
            from cart.line
            join catalog.offer on offer.variant_id = line.variant_id
            left join pricing.dated_price as price on price.variant_id = line.variant_id
              and price.currency = cart.currency and price.valid_from <= at and at < price.valid_to
            where line.cart_id = cart.id
          ),
          'codes', (
            select coalesce(json_agg(json_build_object(
              'code', entered.code,
              'terms', case when terms.code is not null then json_build_object(
                'name', terms.name, 'basisPoints', terms.basis_points, 'minimums', terms.minimums, 'priority', terms.priority,
                'paused', terms.paused, 'startsAt', terms.starts_at, 'endsAt', terms.ends_at, 'usedUp', terms.used_up,
                'perCustomer', terms.per_customer,
                'usesByCustomer', coalesce((
                  select uses from promotions.customer_use where customer_use.code = terms.code and customer_key = customer
                ), 0)
              ) end
            ) order by entered.position), '[]')
            from cart.code as entered left join promotions.terms on terms.code = entered.code
            where entered.cart_id = cart.id
          ),
          'taxRates', (
            select coalesce(json_agg(json_build_object(
              'country', country, 'taxClass', tax_class, 'rateBasisPoints', rate_basis_points, 'included', included
            )), '[]')
            from pricing.country_tax
          )
        )
        from cart.cart where cart.id = of_cart
      );
    end $$;
    comment on function cart.standing is
      'The cart with all that its neighbours say of it now. Volatile on purpose: called beside a change of the cart, it sees '
      'that change and everything committed before the cart''s lock was had, so that change and answer are one round trip.';
  `.execute(db);
}
