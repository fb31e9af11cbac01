import { randomUUID } from "node:crypto";
import { MAIN_LOCATION } from "@vitrina/domain/inventory";
import { expect, test } from "vitest";
import { testDatabase } from "@vitrina/db/testing";
import { createStockRoomRepository } from "./stock-room.repository.ts";
import { inventoryOn, onShelf } from "./testing.ts";

const database = testDatabase();
const since = new Date(Date.now() - 28 * 24 * 3_600_000);
const low = (
  locationId: string | null = null,
  after: { cover: number; variantId: string } | null = null,
  limit = 100,
) => createStockRoomRepository(database.db).lowStock({ locationId, since, after, limit });
const sell = async (variantId: string, quantity: number, shipped: boolean) => {
  const [inventory, holder] = [inventoryOn(database.db), randomUUID()];
  await inventory.allocate(holder, [{ variantId, quantity }]);
  if (shipped) await inventory.ship(holder, { actor: "test", reference: null });
};

test("goods that last less than two weeks are listed by the days they last, whether what sold has left or not", async () => {
  const [soon, gone, lasting, still, old] = await Promise.all(
    [30, 28, 100, 3, 20].map((onHand) => onShelf(database.db, { onHand })),
  );
  await sell(soon as string, 21, true);
  await sell(gone as string, 28, false);
  await sell(lasting as string, 10, true);
  await sell(old as string, 19, true);
  await database.pool.query(
    "update inventory.movement set created_at = now() - interval '29 days' where variant_id = $1",
    [old],
  );

  const found = await low();

  expect(found.map(({ variantId, free, sold, cover }) => ({ variantId, free, sold, cover }))).toEqual([
    { variantId: gone, free: 0, sold: 28, cover: 0 },
    { variantId: soon, free: 9, sold: 21, cover: 12 },
  ]);
  expect(found.some(({ variantId }) => variantId === still)).toBe(false);
  expect(await low(MAIN_LOCATION)).toEqual(found);
  expect(await low(randomUUID())).toEqual([]);
});

test("the list goes on where its page ended", async () => {
  for (let made = 0; made < 5; made++) await sell(await onShelf(database.db, { onHand: 10 }), 10, true);
  const all = await low();
  const pages = [];
  for (let after = null; ;) {
    const page: typeof all = await low(null, after, 2);
    pages.push(...page);
    const last = page.at(-1);
    if (!last) break;
    after = last as never;
  }
  expect(pages).toEqual(all);
});
