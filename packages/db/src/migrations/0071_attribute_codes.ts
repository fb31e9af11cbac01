import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function catalog.attribute_codes(attributes jsonb) returns text[] language sql immutable parallel safe
      return array(select jsonb_object_keys(attributes));
    create index product_attribute_codes on catalog.product using gin (catalog.attribute_codes(attributes)) where attributes <> '{}';
    create index variant_attribute_codes on catalog.variant using gin (catalog.attribute_codes(attributes)) where attributes <> '{}';

    alter table catalog.former_slug
      drop constraint former_slug_kind_check,
      add constraint former_slug_kind_check check (kind in ('category', 'collection', 'product'));
  `.execute(db);
}
