import { randomUUID } from "node:crypto";
import { createInventoryService } from "@vitrina/domain/inventory";
import type { CatalogTables } from "@vitrina/db/catalog";
import { createTransact } from "@vitrina/db/core";
import type { Kysely } from "kysely";
import { createStockRepository } from "./inventory.repository.ts";
import type { InventoryTables } from "./inventory.tables.ts";

type Tables = CatalogTables & InventoryTables;

export const inventoryOn = (db: Kysely<Tables>) =>
  createInventoryService({
    stock: createStockRepository(db),
    transact: createTransact(db, (transaction) => ({ stock: createStockRepository(transaction) })),
  });

/** A product of one variant, published unless told, with so many on the shelf; answers the variant's id. */
export async function onShelf(
  db: Kysely<Tables>,
  { onHand = 10, status = "published" }: { onHand?: number; status?: "draft" | "published" } = {},
): Promise<string> {
  const [productId, variantId, now] = [randomUUID(), randomUUID(), new Date("2026-01-01T00:00:00Z")];
  await db
    .insertInto("catalog.product")
    .values({
      id: productId,
      slug: `cup-${productId}`,
      source: "test",
      externalId: productId,
      status,
      name: JSON.stringify({ ru: "Чашка", en: "Cup" }),
      createdAt: now,
      updatedAt: now,
    })
    .execute();
  await db
    .insertInto("catalog.variant")
    .values({ id: variantId, productId, sku: `CUP-${variantId}` })
    .execute();
  if (onHand > 0) await inventoryOn(db).receive([{ variantId, quantity: onHand }], { actor: "test", reference: null });
  return variantId;
}

/** Whether every level equals its movements and its holds. */
export async function isBalanced(db: Kysely<Tables>): Promise<boolean> {
  return (await db.selectFrom("inventory.imbalance").selectAll().execute()).length === 0;
}
