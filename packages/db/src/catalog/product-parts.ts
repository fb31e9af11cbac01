// oxlint-disable-next-line no-restricted-imports -- parts of statements that build JSON or search words, which the builder cannot say
import { sql } from "kysely";

/** Most words of a search that count. */
const MOST_WORDS = 8;
/** Behind every text that begins alike. */
const LAST = "\u{10ffff}";

/** As the wire writes instants. */
export const instant = (column: ReturnType<typeof sql>) =>
  sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Ids of products by beginnings of words of the name, brand or model, or by the beginning of a SKU. */
export function found(text: string) {
  const words =
    text
      .toLowerCase()
      .replaceAll("ё", "е")
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const query = words
    .slice(0, MOST_WORDS)
    .map((word) => `${word}:*`)
    .join(" & ");
  const sku = text.toLowerCase();
  return sql`
    select id from catalog.product where catalog.find_document(name, brand, model) @@ to_tsquery('simple', ${query})
    union select product_id from catalog.variant where lower(sku) >= ${sku} and lower(sku) < ${sku + LAST}`;
}

/** Of the product at hand, called product. */
export const variants = sql`(
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', variant.id, 'sku', variant.sku, 'optionValues', variant.option_values, 'gtins', variant.gtins, 'attributes', variant.attributes)
    order by variant.position, variant.id), '[]')
  from catalog.variant where variant.product_id = product.id and archived_at is null)`;
