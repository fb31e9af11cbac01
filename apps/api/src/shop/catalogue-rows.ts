// oxlint-disable-next-line no-restricted-imports -- a batch is one statement per table from arrays, which the builder cannot say
import { type RawBuilder, sql } from "kysely";
import type { Catalogue, MadeProduct } from "@vitrina/catalogue";
import { madeAttributes } from "@vitrina/catalogue";
import { MAIN_LOCATION } from "@vitrina/domain/inventory";

/** What the rows of a made catalogue need to know beside the products. */
export interface Shelf {
  source: string;
  categoryIds: ReadonlyMap<string, string>;
  typeIds: ReadonlyMap<string, string>;
  /** Key of a local picture. */
  pictureOf(product: MadeProduct, index: number): string;
  /** When it is written, for movements and products alike. */
  at: Date;
}

const ACTOR = "seed";
const json = JSON.stringify;
const column = <Row>(rows: readonly Row[], valueOf: (row: Row, index: number) => unknown) => sql`${rows.map(valueOf)}`;

/** Attributes, product types and the tree; what is there already stays, and a slug that another source took is told apart. */
export function frameRows(
  { categories, types }: Catalogue,
  { source, categoryIds }: Omit<Shelf, "typeIds">,
): RawBuilder<unknown>[] {
  const bySlug = new Map(categories.map((category) => [category.slug, category]));
  const wayTo = (slug: string): typeof categories => {
    const category = bySlug.get(slug);
    if (!category) return [];
    return category.parent === null ? [category] : [...wayTo(category.parent), category];
  };
  const ancestorsOf = (slug: string) => json(wayTo(slug).map(({ id }) => id));
  const idOf = (slug: string | null) => (slug === null ? null : categoryIds.get(slug));
  return [
    sql`insert into catalog.attribute (code, name, unit, type, position)
      select code, name::jsonb, unit::jsonb, type, position from unnest(${column(madeAttributes, ({ code }) => code)}::text[],
        ${column(madeAttributes, ({ name }) => json(name))}::text[], ${column(madeAttributes, ({ unit }) => unit && json(unit))}::text[],
        ${column(madeAttributes, ({ kind }) => (kind === "choice" ? "text" : kind))}::text[],
        ${column(madeAttributes, (_, index) => index)}::int[]) as made (code, name, unit, type, position)
      on conflict (code) do nothing`,
    ...typeRows(types),
    sql`insert into catalog.category (id, parent_id, slug, source, path_key, name, position, ancestor_ids)
      select id, parent_id,
        case when exists (select from catalog.category as other where other.slug = made.slug and other.id <> made.id) then slug || '-' || ${source} else slug end,
        ${source}, path_key, name::jsonb, position, array(select jsonb_array_elements_text(ancestors::jsonb)::uuid)
      from unnest(${column(categories, ({ id }) => id)}::uuid[], ${column(categories, ({ parent }) => idOf(parent))}::uuid[],
        ${column(categories, ({ slug }) => slug)}::text[],
        ${column(categories, ({ slug }) => json(wayTo(slug).map(({ name }) => name.en)))}::text[],
        ${column(categories, ({ name }) => json(name))}::text[], ${column(categories, ({ position }) => position)}::int[],
        ${column(categories, ({ slug }) => ancestorsOf(slug))}::text[]) as made (id, parent_id, slug, path_key, name, position, ancestors)
      on conflict (id) do nothing`,
  ];
}

/** A type that another catalogue brought goes by its code there, so a second seed shares those of the first. */
function typeRows(types: Catalogue["types"]): RawBuilder<unknown>[] {
  const told = types.flatMap(({ code, attributes }) =>
    attributes.map((attribute, position) => ({ type: code, code: attribute.code, position })),
  );
  return [
    sql`insert into catalog.product_type (id, code, name)
      select id, code, name::jsonb from unnest(${column(types, ({ id }) => id)}::uuid[], ${column(types, ({ code }) => code)}::text[],
        ${column(types, ({ name }) => json(name))}::text[]) as made (id, code, name)
      on conflict (code) do nothing`,
    sql`insert into catalog.product_type_attribute (type_id, attribute_code, position, required, per_variant)
      select product_type.id, made.code, made.position, false, false
      from unnest(${column(told, ({ type }) => type)}::text[], ${column(told, ({ code }) => code)}::text[],
        ${column(told, ({ position }) => position)}::int[]) as made (type, code, position)
      join catalog.product_type on product_type.code = made.type
      on conflict do nothing`,
  ];
}

/** A batch of products with all that belongs to them: a statement per table, in the order of their references. */
export function productRows(products: readonly MadeProduct[], shelf: Shelf): RawBuilder<unknown>[] {
  return [goods(products, shelf), classified(products, shelf), pictures(products, shelf), ...offers(products, shelf)];
}

function goods(products: readonly MadeProduct[], { source, categoryIds, typeIds, at }: Shelf) {
  return sql`
    insert into catalog.product (id, slug, source, external_id, model, brand, status, name, description, attributes, options,
      type_id, primary_category_id, featured, released_at, created_at, updated_at)
    select id, slug, ${source}, external_id, model, brand, status, name::jsonb, description::jsonb, attributes::jsonb, options::jsonb,
      type_id, category_id, featured, released_at, released_at, ${at}
    from unnest(${column(products, ({ id }) => id)}::uuid[], ${column(products, ({ slug }) => slug)}::text[],
      ${column(products, ({ externalId }) => externalId)}::text[], ${column(products, ({ model }) => model)}::text[],
      ${column(products, ({ brand }) => brand)}::text[], ${column(products, ({ status }) => status)}::text[],
      ${column(products, ({ name }) => json(name))}::text[], ${column(products, ({ description }) => json(description))}::text[],
      ${column(products, ({ attributes }) => json(attributes))}::text[], ${column(products, ({ options }) => json(options))}::text[],
      ${column(products, ({ type }) => typeIds.get(type))}::uuid[],
      ${column(products, ({ categories: [primary = ""] }) => categoryIds.get(primary))}::uuid[],
      ${column(products, ({ featured }) => featured)}::boolean[], ${column(products, ({ releasedAt }) => releasedAt)}::timestamptz[])
      as made (id, slug, external_id, model, brand, status, name, description, attributes, options, type_id, category_id, featured, released_at)`;
}

function classified(products: readonly MadeProduct[], { categoryIds }: Shelf) {
  const places = products.flatMap(({ id, categories }) => categories.map((slug) => ({ id, slug })));
  return sql`insert into catalog.product_category (product_id, category_id)
    select * from unnest(${column(places, ({ id }) => id)}::uuid[], ${column(places, ({ slug }) => categoryIds.get(slug))}::uuid[])`;
}

function pictures(products: readonly MadeProduct[], { pictureOf }: Shelf) {
  return sql`insert into catalog.media (id, product_id, kind, location, alt)
    select id, product_id, 'local', location, name::jsonb
    from unnest(${column(products, ({ mediaId }) => mediaId)}::uuid[], ${column(products, ({ id }) => id)}::uuid[],
      ${column(products, pictureOf)}::text[], ${column(products, ({ name }) => json(name))}::text[]) as made (id, product_id, location, name)`;
}

/** Variants, prices, levels with the movement that made each, and stars. */
function offers(products: readonly MadeProduct[], { at, source }: Shelf) {
  const variants = products.flatMap(({ id, variants }) =>
    variants.map((variant, position) => ({ ...variant, productId: id, position })),
  );
  const prices = variants.flatMap(({ id, prices }) => prices.map((price) => ({ ...price, variantId: id })));
  const stocked = variants.filter(({ stock }) => stock > 0);
  const rated = products.filter(({ stars }) => stars.some((count) => count > 0));
  const star = (index: number) => column(rated, ({ stars }) => stars[index]);
  return [
    sql`insert into catalog.variant (id, product_id, sku, position, option_values, gtins)
      select id, product_id, sku, position, option_values::jsonb, string_to_array(gtins, ' ')
      from unnest(${column(variants, ({ id }) => id)}::uuid[], ${column(variants, ({ productId }) => productId)}::uuid[],
        ${column(variants, ({ sku }) => sku)}::text[], ${column(variants, ({ position }) => position)}::int[],
        ${column(variants, ({ optionValues }) => json(optionValues))}::text[], ${column(variants, ({ gtins }) => gtins.join(" "))}::text[])
        as made (id, product_id, sku, position, option_values, gtins)`,
    sql`insert into pricing.price (id, variant_id, currency, amount, compare_at, valid_from, valid_to)
      select id, variant_id, currency, amount, compare_at, coalesce(since, '-infinity'), coalesce(until, 'infinity')
      from unnest(${column(prices, ({ id }) => id)}::uuid[], ${column(prices, ({ variantId }) => variantId)}::uuid[],
        ${column(prices, ({ currency }) => currency)}::text[], ${column(prices, ({ amount }) => amount)}::bigint[],
        ${column(prices, ({ compareAt }) => compareAt)}::bigint[], ${column(prices, ({ from }) => from)}::timestamptz[],
        ${column(prices, ({ to }) => to)}::timestamptz[]) as made (id, variant_id, currency, amount, compare_at, since, until)`,
    sql`insert into inventory.level (variant_id, location_id, on_hand)
      select variant_id, ${MAIN_LOCATION}, on_hand
      from unnest(${column(variants, ({ id }) => id)}::uuid[], ${column(variants, ({ stock }) => stock)}::int[]) as made (variant_id, on_hand)`,
    sql`insert into inventory.movement (variant_id, location_id, delta, reason, reference, actor, created_at)
      select variant_id, ${MAIN_LOCATION}, delta, 'received', ${source}, ${ACTOR}, ${at}
      from unnest(${column(stocked, ({ id }) => id)}::uuid[], ${column(stocked, ({ stock }) => stock)}::int[]) as made (variant_id, delta)`,
    sql`insert into reviews.aggregate (product_id, stars1, stars2, stars3, stars4, stars5)
      select * from unnest(${column(rated, ({ id }) => id)}::uuid[], ${star(0)}::int[], ${star(1)}::int[], ${star(2)}::int[], ${star(3)}::int[], ${star(4)}::int[])
      on conflict (product_id) do nothing`,
  ];
}
