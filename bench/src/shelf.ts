import type pg from "pg";

const COPIES = 9;
export const STOCK = 1_000_000;

/** The demo shelf nine times over, in every category its own place: some 1,050 products, with so much stock that none runs out. */
export async function fillShelf(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ copied: boolean }>(
    "select exists (select from catalog.product where source = 'bench') as copied",
  );
  if (rows[0]?.copied) return;
  await pool.query(`
    begin;
    create function pg_temp.copy_of(id uuid, n integer) returns uuid language sql immutable return
      overlay(overlay(md5(id::text || n) placing '8' from 13) placing '8' from 17)::uuid;
    create temp table copy on commit drop as select generate_series(1, ${COPIES}) as n;

    insert into catalog.product (
      id, slug, source, external_id, model, brand, status, name, description, attributes, options, tax_class,
      primary_category_id, featured, released_at, created_at, updated_at)
    select pg_temp.copy_of(id, n), slug || '-' || n, 'bench', external_id || '-' || n, model, brand, status, name, description,
      attributes, options, tax_class, primary_category_id, false, released_at - n * interval '1 hour', created_at, updated_at
    from catalog.product, copy where source = 'demo';

    insert into catalog.product_category
    select pg_temp.copy_of(product_id, n), category_id
    from catalog.product_category join catalog.product on product.id = product_id, copy where source = 'demo';

    insert into catalog.media (id, product_id, position, kind, location, alt, width, height)
    select pg_temp.copy_of(media.id, n), pg_temp.copy_of(product_id, n), position, kind, location, alt, width, height
    from catalog.media join catalog.product on product.id = product_id, copy where source = 'demo';

    insert into catalog.variant (id, product_id, sku, position, option_values, media_id)
    select pg_temp.copy_of(variant.id, n), pg_temp.copy_of(product_id, n), sku || '-' || n, position, option_values, pg_temp.copy_of(media_id, n)
    from catalog.variant join catalog.product on product.id = product_id, copy where source = 'demo';

    insert into pricing.price (id, variant_id, currency, amount, compare_at)
    select pg_temp.copy_of(price.id, n), pg_temp.copy_of(variant_id, n), currency, amount + n * 100, compare_at + n * 100
    from pricing.price join catalog.variant on variant.id = variant_id join catalog.product on product.id = product_id, copy
    where source = 'demo';

    insert into inventory.level (variant_id, location_id, on_hand)
    select variant.id, location.id, ${STOCK}
    from catalog.variant join catalog.product on product.id = product_id, inventory.location
    where source = 'bench' and location.kind = 'shelf';
    insert into inventory.movement (variant_id, location_id, delta, reason, actor)
    select variant_id, location_id, ${STOCK}, 'received', 'bench'
    from inventory.level join catalog.variant on variant.id = variant_id join catalog.product on product.id = product_id
    where source = 'bench';

    insert into reviews.aggregate
    select pg_temp.copy_of(product_id, n), stars1, stars2, stars3, stars4, stars5
    from reviews.aggregate join catalog.product on product.id = product_id, copy where source = 'demo';
    commit;`);
}

/** As autovacuum does it: a table that is still empty is left alone. */
export async function analyzeFilled(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    "select format('%I.%I', schemaname, relname) as name from pg_stat_user_tables where n_live_tup > 0",
  );
  for (const { name } of rows) await pool.query(`vacuum analyze ${name}`);
}

export interface Goods {
  slugs: string[];
  /** Category, most products first. */
  categories: string[];
  variantIds: string[];
}

export async function goodsOf(pool: pg.Pool): Promise<Goods> {
  const strings = async (text: string) => (await pool.query<{ value: string }>(text)).rows.map(({ value }) => value);
  return {
    slugs: await strings("select slug as value from catalog.product where source = 'bench' order by slug"),
    categories: await strings(`
      select slug as value from catalog.category join search.category_count on category_id = id
      where total >= 48 order by total desc, slug limit 8`),
    variantIds: await strings(`
      select variant.id as value from catalog.variant join catalog.product on product.id = product_id
      where source = 'bench' order by variant.id`),
  };
}
