// oxlint-disable-next-line no-restricted-imports -- variants are written from one JSON parameter, which the builder cannot say
import { sql, type Kysely } from "kysely";
import { SkuTaken, type VariantDraft } from "@vitrina/domain/catalog";
import type { CatalogTables } from "./catalog.tables.ts";

type Named = VariantDraft & { id: string };

/**
 * Adds or changes variants of a product by a constant number of statements; those that exchange their SKUs may, and an
 * archived one whose SKU is wanted again comes back. @throws SkuTaken
 */
export async function saveVariants(db: Kysely<CatalogTables>, productId: string, drafts: Named[]): Promise<void> {
  const variants = await withReturning(db, productId, drafts);
  const rows = variants.map((variant, place) => ({ ...variant, place }));
  await sql`
    insert into catalog.variant as variant (id, product_id, sku, position, option_values, gtins, attributes)
    select row.id, ${productId}, row.sku, row.place + coalesce((select max(position) + 1 from catalog.variant where product_id = ${productId}), 0),
      row."optionValues", row.gtins, row.attributes
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, sku text, "optionValues" jsonb, gtins text[], attributes jsonb, place int)
    on conflict on constraint variant_pk do update set
      sku = excluded.sku, option_values = excluded.option_values, gtins = excluded.gtins, attributes = excluded.attributes, archived_at = null
      where variant.product_id = excluded.product_id`
    .execute(db)
    .catch((error: { constraint?: string }) => {
      throw error.constraint === "variant_sku_unique" ? new SkuTaken({ skus: drafts.map(({ sku }) => sku) }) : error;
    });
}

/** The drafts, each with the id of the archived variant whose SKU it takes up; SKUs that change hands are laid down first. */
async function withReturning(db: Kysely<CatalogTables>, productId: string, drafts: Named[]): Promise<Named[]> {
  const skus = drafts.map(({ sku }) => sku);
  const held = await db
    .selectFrom("catalog.variant")
    .select(["id", "sku", "productId", "archivedAt"])
    .where((eb) => eb("sku", "=", eb.fn.any(eb.val(skus))))
    .execute();
  const own = new Set(drafts.map(({ id }) => id));
  const wantedBy = new Map(drafts.map(({ sku, id }) => [sku, id]));
  const others = held.filter(({ id, sku }) => id !== wantedBy.get(sku));
  const returning = new Map(
    others.filter((each) => each.productId === productId && each.archivedAt).map(({ sku, id }) => [sku, id]),
  );
  const taken = others.filter(({ id, sku }) => !own.has(id) && !returning.has(sku));
  if (taken.length > 0) throw new SkuTaken({ skus: taken.map(({ sku }) => sku) });
  const parked = others.filter(({ id }) => own.has(id)).map(({ id }) => id);
  if (parked.length > 0)
    await db
      .updateTable("catalog.variant")
      .set(({ ref, cast }) => ({ sku: cast<string>(ref("id"), "text") }))
      .where("id", "in", parked)
      .execute();
  return drafts.map((draft) => ({ ...draft, id: returning.get(draft.sku) ?? draft.id }));
}
