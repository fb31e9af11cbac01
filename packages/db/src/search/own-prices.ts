// oxlint-disable-next-line no-restricted-imports -- a function of the prices' room that the builder does not know
import { sql, type Kysely } from "kysely";
import type { ForWhom, OwnPrice } from "@vitrina/domain/search";
import type { SearchTables } from "./search.tables.ts";

/** Prices of products for a member of a group that has some; empty for everybody else. */
export async function ownPrices(
  db: Kysely<SearchTables>,
  productIds: readonly string[],
  { currency, personId, now }: ForWhom,
): Promise<Map<string, OwnPrice>> {
  const { rows } = await sql<{ productId: string } & OwnPrice>`
    select * from pricing.own_prices(${productIds}::uuid[], ${currency}::text, ${personId}::uuid, ${now}::timestamptz)`.execute(
    db,
  );
  return new Map(rows.map(({ productId, ...price }) => [productId, price]));
}
