// oxlint-disable-next-line no-restricted-imports -- parts of statements that build JSON, which the builder cannot say
import { sql } from "kysely";

export const attributeJson = sql`
  'code', attribute.code, 'name', attribute.name, 'unit', attribute.unit, 'type', attribute.type, 'choices', attribute.choices,
  'filterable', attribute.filterable, 'version', attribute.version`;

/** Of the type at hand, called type. */
export const typeAttributes = sql`(
  select coalesce(jsonb_agg(jsonb_build_object(${attributeJson}, 'required', required, 'perVariant', per_variant) order by of_type.position), '[]')
  from catalog.product_type_attribute as of_type join catalog.attribute on attribute.code = of_type.attribute_code
  where of_type.type_id = type.id)`;
