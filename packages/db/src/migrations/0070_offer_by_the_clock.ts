import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace view catalog.offer as
      select
        variant.id as variant_id, product.id as product_id, product.slug, variant.sku, product.name,
        case when product.options = '[]' then '[]' else (
          select coalesce(jsonb_agg(jsonb_build_object('option', option.value -> 'name', 'value', choice -> 'name') order by option.ordinality), '[]')
          from jsonb_array_elements(product.options) with ordinality as option,
            jsonb_array_elements(option.value -> 'values') as choice
          where choice ->> 'code' = variant.option_values ->> (option.value ->> 'code')
        ) end as option_names,
        (
          select jsonb_build_object('kind', kind, 'location', location, 'alt', alt, 'width', width, 'height', height)
          from catalog.media
          where media.product_id = product.id
          order by coalesce(media.id = variant.media_id, false) desc, media.position
          limit 1
        ) as picture,
        product.tax_class, catalog.visible(product, now()) and variant.archived_at is null as published
      from catalog.variant join catalog.product on product.id = variant.product_id;
  `.execute(db);
}
