import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table users.customer_group (
      id uuid constraint customer_group_pk primary key,
      code text not null constraint customer_group_code_unique unique check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(code) between 2 and 40),
      name jsonb not null,
      rule jsonb check (jsonb_typeof(rule) = 'array' and pg_column_size(rule) <= 8192),
      version integer not null,
      created_at timestamptz not null
    );
    comment on column users.customer_group.rule is 'All conditions must hold. Null: members are put in by hand.';

    create table users.group_membership (
      id uuid constraint group_membership_pk primary key default gen_random_uuid(),
      group_id uuid not null references users.customer_group on delete cascade,
      user_id uuid not null references users.user on delete cascade,
      starts_at timestamptz not null,
      ends_at timestamptz not null default 'infinity',
      check (starts_at < ends_at),
      constraint group_membership_no_overlap
        exclude using gist (group_id with =, user_id with =, tstzrange(starts_at, ends_at) with &&)
    );
    create index group_membership_latest on users.group_membership (group_id, starts_at desc, id desc);
    create index group_membership_of_user on users.group_membership (user_id, group_id);
    comment on table users.group_membership is 'Who was in which group when; half-open. What ended stays, as history.';

    create table users.purchase (
      order_id uuid constraint purchase_pk primary key,
      user_id uuid not null,
      currency text not null,
      amount bigint not null check (amount >= 0),
      placed_at timestamptz not null
    );
    create index purchase_of_user on users.purchase (user_id, placed_at) include (currency, amount);
    create index purchase_by_time on users.purchase (placed_at);
    comment on table users.purchase is 'Orders of people, unless cancelled, as the rules of groups ask for them. Told by the orders room in the transaction of the order.';

    create table users.changed_person (
      id bigint generated always as identity constraint changed_person_pk primary key,
      user_id uuid not null
    );
    comment on table users.changed_person is 'People of whom something changed that the rules of groups ask for. Writers only append, so they never wait for the evaluation.';
  `.execute(db);
  await markPeople(db);
  await tellPurchases(db);
  await grantToGroups(db);
}

async function markPeople(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function users.mark_person() returns trigger language plpgsql as $$
    begin
      insert into users.changed_person (user_id) values (new.id);
      return null;
    end $$;
    create trigger person_added after insert on users.user for each row execute function users.mark_person();
    create trigger person_changed after update of email_verified_at, role on users.user for each row
      when (old.email_verified_at is distinct from new.email_verified_at or old.role <> new.role)
      execute function users.mark_person();

    create function users.mark_owner() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' then insert into users.changed_person (user_id) values (old.user_id);
      else insert into users.changed_person (user_id) values (new.user_id); end if;
      return null;
    end $$;
    create trigger purchase_told after insert or delete on users.purchase for each row execute function users.mark_owner();
    create trigger default_address_set after insert or delete on users.address_book for each row execute function users.mark_owner();
    create trigger default_address_changed after update of shipping_id on users.address_book for each row
      when (old.shipping_id <> new.shipping_id) execute function users.mark_owner();
    create trigger address_moved after update of country on users.address for each row
      when (old.country <> new.country) execute function users.mark_owner();
  `.execute(db);
}

async function tellPurchases(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function orders.tell_purchase() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' then delete from users.purchase where order_id = new.id; end if;
      if new.user_id is not null and new.state <> 'cancelled' then
        insert into users.purchase (order_id, user_id, currency, amount, placed_at)
        values (new.id, new.user_id, new.currency, new.total_amount, new.placed_at);
      end if;
      return null;
    end $$;
    create trigger purchase_told after insert on orders.order for each row
      when (new.user_id is not null) execute function orders.tell_purchase();
    create trigger purchase_changed after update of user_id, state, total_amount on orders.order for each row
      when (old.user_id is distinct from new.user_id or old.total_amount <> new.total_amount
        or (old.state = 'cancelled') <> (new.state = 'cancelled'))
      execute function orders.tell_purchase();
    create function orders.forget_purchase() returns trigger language plpgsql as $$
    begin
      delete from users.purchase where order_id = old.id;
      return null;
    end $$;
    create trigger purchase_forgotten after delete on orders.order for each row
      when (old.user_id is not null) execute function orders.forget_purchase();

    insert into users.purchase (order_id, user_id, currency, amount, placed_at)
      select id, user_id, currency, total_amount, placed_at from orders.order
      where user_id is not null and state <> 'cancelled';
    truncate users.changed_person;
  `.execute(db);
}

async function grantToGroups(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table promotions.promotion add column group_id uuid references users.customer_group;
    create index promotion_of_group on promotions.promotion (group_id) where group_id is not null;
    comment on column promotions.promotion.group_id is 'Only for customers who are in this group at the moment; null: for everybody.';

    create or replace view promotions.terms as
      select
        code.code, code.promotion_id, promotion.name, promotion.basis_points, promotion.minimums, promotion.priority,
        promotion.status = 'paused' as paused,
        nullif(promotion.starts_at, '-infinity') as starts_at, nullif(promotion.ends_at, 'infinity') as ends_at,
        code.max_uses is not null and code.used >= code.max_uses as used_up, code.per_customer,
        promotion.group_id
      from promotions.code join promotions.promotion on promotion.id = code.promotion_id;

    create function promotions.memberships(of_group uuid, person uuid, at timestamptz) returns json language sql stable as $$
      select coalesce(json_agg(json_build_object('from', starts_at, 'until', nullif(ends_at, 'infinity')) order by starts_at), '[]')
      from users.group_membership
      where group_id = of_group and user_id = person and ends_at > at
    $$;
    comment on function promotions.memberships is
      'When a person is in a group, what has ended by then left out: [{from, until}], empty for nobody known. Whether the '
      'promotion is theirs, the rule in the domain decides.';

    create or replace function cart.standing(of_cart uuid, at timestamptz, customer text) returns json
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
                ), 0),
                'memberships', case when terms.group_id is not null then promotions.memberships(terms.group_id, cart.user_id, at) end
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
  `.execute(db);
}
