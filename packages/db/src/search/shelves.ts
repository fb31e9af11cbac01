// oxlint-disable-next-line no-restricted-imports -- pages are built as JSON by one statement each, which the builder cannot say
import { sql, type Kysely } from "kysely";
import type { CategoryNode } from "@vitrina/domain/catalog";
import type { Currency } from "@vitrina/domain/core";
import type { ListingRow } from "@vitrina/domain/search";
import type { SearchTables } from "./search.tables.ts";
import { cardIn, priceColumns, WHOLE_SHOP } from "./search-sql.ts";

const ON_A_SHELF = 12;
const MOST_CATEGORIES = 500;

type Shelves = Record<"featured" | "newest" | "reduced", ListingRow[]>;

/** The three shelves of the home page, of what is sold in the currency, by one statement. */
export async function home(db: Kysely<SearchTables>, currency: Currency): Promise<Shelves> {
  const { rows } = await sql<{ shelves: Shelves }>`
    select json_build_object(
      'featured', (select coalesce(json_agg(${cardIn(currency)}), '[]') from (
        select * from search.listing where featured and prices ? ${currency}::text order by prominence desc, product_id limit ${ON_A_SHELF}) as l),
      'newest', (select coalesce(json_agg(${cardIn(currency)} order by newest.published_at desc, product_id), '[]') from (
        select product_id, published_at from search.placement as p
        where category_id = ${WHOLE_SHOP} and ${priceColumns[currency]} is not null order by published_at desc, product_id limit ${ON_A_SHELF}) as newest
        join search.listing as l using (product_id)),
      'reduced', (select coalesce(json_agg(${cardIn(currency)}), '[]') from (
        select * from search.listing where reduced and prices -> ${currency}::text ->> 'compareAt' is not null
        order by prominence desc, product_id limit ${ON_A_SHELF}) as l)
    ) as shelves`.execute(db);
  return rows[0]?.shelves ?? { featured: [], newest: [], reduced: [] };
}

/** Categories that have published products, parents before children, siblings in their order. */
export async function categories(db: Kysely<SearchTables>): Promise<CategoryNode[]> {
  const { rows } = await sql<CategoryNode>`
    select c.id, c.slug, c.name, c.parent_id, c.position, counted.total as count
    from catalog.category as c join search.category_count as counted on counted.category_id = c.id and counted.total > 0
    order by cardinality(c.ancestor_ids), c.position, c.slug limit ${MOST_CATEGORIES}`.execute(db);
  return rows;
}

export async function sitemap(db: Kysely<SearchTables>, limit: number): Promise<{ path: string; updatedAt: Date }[]> {
  const { rows } = await sql<{ path: string; updatedAt: Date }>`
    (select '/collection/' || c.slug as path, c.created_at as updated_at
      from catalog.collection as c join search.category_count as counted on counted.category_id = c.id and counted.total > 0
      where c.visible order by c.slug limit ${limit})
    union all
    (select '/p/' || slug, updated_at from catalog.product where catalog.visible(product, now()) order by updated_at desc, id limit ${limit})
    limit ${limit}`.execute(db);
  return rows;
}

/** A word in the vocabulary needs no correction. Two swapped neighbours leave a short word no trigrams to be found by: they are swapped back. */
export async function similarWords(
  db: Kysely<SearchTables>,
  words: string[],
): Promise<{ word: string; similar: string[] }[]> {
  const { rows } = await sql<{ word: string; similar: string[] }>`
    select asked.word, array(
      select known.word from generate_series(1, length(asked.word) - 1) as place
      join search.word as known on known.word = left(asked.word, place - 1) || reverse(substr(asked.word, place, 2)) || substr(asked.word, place + 2)
    ) || array(
      select known.word from search.word as known where known.letters % asked.letters
      order by known.letters <-> asked.letters limit 8) as similar
    from (select word, search.letters(word) as letters from unnest(${words}::text[]) as given (word)) as asked
    where not exists (select from search.word as known where known.word = asked.word)`.execute(db);
  return rows;
}
