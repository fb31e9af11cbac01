import type { Addressed } from "@vitrina/domain/catalog";
import type { Kysely } from "kysely";
import type { CatalogTables } from "./catalog.tables.ts";

const TABLES = {
  category: "catalog.category",
  collection: "catalog.collection",
  product: "catalog.product",
} as const;

/** Those of the slugs that lead to one of the kind now. */
export async function takenSlugs(db: Kysely<CatalogTables>, kind: Addressed, slugs: string[]): Promise<string[]> {
  const rows = await db
    .selectFrom(TABLES[kind])
    .select("slug")
    .where((eb) => eb("slug", "=", eb.fn.any(eb.val(slugs))))
    .execute();
  return rows.map(({ slug }) => slug);
}

/** The present slug of what was once found at `slug`. */
export async function movedTo(db: Kysely<CatalogTables>, kind: Addressed, slug: string): Promise<string | null> {
  const row = await db
    .selectFrom(TABLES[kind])
    .select("slug")
    .where("id", "=", (eb) =>
      eb.selectFrom("catalog.formerSlug").select("targetId").where("kind", "=", kind).where("slug", "=", slug),
    )
    .executeTakeFirst();
  return row?.slug ?? null;
}

interface Change {
  kind: Addressed;
  id: string;
  slug: string;
  /** Null for what is new. */
  former: string | null;
}

/** The former slug leads to `id` from now on, and `slug` to nothing of the past. */
export async function keepFormerSlug(db: Kysely<CatalogTables>, { kind, id, slug, former }: Change): Promise<void> {
  if (former === slug) return;
  await db.deleteFrom("catalog.formerSlug").where("kind", "=", kind).where("slug", "=", slug).execute();
  if (former === null) return;
  await db
    .insertInto("catalog.formerSlug")
    .values({ kind, slug: former, targetId: id })
    .onConflict((conflict) => conflict.columns(["kind", "slug"]).doUpdateSet({ targetId: id }))
    .execute();
}
