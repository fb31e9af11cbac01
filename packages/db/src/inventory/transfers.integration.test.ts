import { randomUUID } from "node:crypto";
import {
  createReconcileService,
  createTransfersService,
  MAIN_LOCATION,
  MoreThanSent,
  NotEnough,
  ReasonMissing,
  TransferOfUnknown,
} from "@vitrina/domain/inventory";
import { NotFound, StaleVersion } from "@vitrina/domain/core";
import { fakeAudit } from "@vitrina/domain/core/testing";
import type { CatalogTables } from "@vitrina/db/catalog";
import { createTransact } from "@vitrina/db/core";
import { testDatabase } from "@vitrina/db/testing";
import { expect, test } from "vitest";
import { createDriftRepository } from "./drift.repository.ts";
import type { InventoryTables } from "./inventory.tables.ts";
import { createLocationsRepository } from "./locations.repository.ts";
import { inventoryOn, isBalanced, onShelf } from "./testing.ts";
import { createTransfersRepository } from "./transfers.repository.ts";

const database = testDatabase<CatalogTables & InventoryTables>({ max: 20 });
const CLERK = randomUUID();
const audit = fakeAudit();
const clock = () => new Date("2026-11-29T12:00:00Z");
const transfers = () =>
  createTransfersService({
    transfers: createTransfersRepository(database.db),
    transact: createTransact(database.db, (db) => ({ transfers: createTransfersRepository(db), audit })),
    clock,
    newId: randomUUID,
  });
/** Three levels a part, so that every check goes through several. */
const books = () =>
  createReconcileService({
    drifts: createDriftRepository(database.db, { part: 3 }),
    transact: createTransact(database.db, (db) => ({ drifts: createDriftRepository(db), audit })),
    clock,
  });

async function aPlace(): Promise<string> {
  const id = randomUUID();
  const name = { ru: "Место", en: "Place" };
  const place = { id, code: `p-${id}`, name, priority: 5, countries: [], closed: false, version: 1 };
  await createLocationsRepository(database.db).add(place);
  return id;
}
const skuOf = (variantId: string) => `CUP-${variantId}`;
const draft = (variantId: string, toId: string, quantity: number) => ({
  fromId: MAIN_LOCATION,
  toId,
  lines: [{ sku: skuOf(variantId), quantity }],
});
const leftOf = async (variantId: string) => (await inventoryOn(database.db).availableOf([variantId])).get(variantId);
const onHandAt = async (variantId: string, locationId: string) =>
  (
    await database.db
      .selectFrom("inventory.level")
      .select("onHand")
      .where("variantId", "=", variantId)
      .where("locationId", "=", locationId)
      .executeTakeFirst()
  )?.onHand ?? 0;

test("goods on their way are nobody's to buy, and are for sale again when they have arrived", async () => {
  const [cup, place] = [await onShelf(database.db, { onHand: 10 }), await aPlace()];

  const sent = await transfers().send(CLERK, draft(cup, place, 4));
  expect(await leftOf(cup)).toBe(6);
  expect(sent).toMatchObject({ state: "sent", pieces: 4, lines: [{ variantId: cup, sent: 4, received: null }] });
  const received = await transfers().receive(CLERK, { id: sent.id, version: 1, lines: [] });

  expect(received).toMatchObject({ state: "received", version: 2, lines: [{ sent: 4, received: 4 }] });
  expect([await leftOf(cup), await onHandAt(cup, place)]).toEqual([10, 4]);
  expect((await transfers().list({})).transfers[0]).toMatchObject({ id: sent.id, state: "received" });
  expect(await isBalanced(database.db)).toBe(true);
});

test("what did not arrive is written down as lost, with the reason", async () => {
  const [cup, place] = [await onShelf(database.db, { onHand: 10 }), await aPlace()];
  const { id } = await transfers().send(CLERK, draft(cup, place, 4));
  const short = { id, version: 1, lines: [{ variantId: cup, received: 3 }] };

  await expect(transfers().receive(CLERK, short)).rejects.toThrow(ReasonMissing);
  await transfers().receive(CLERK, { ...short, note: "one fell off the lorry" });

  expect([await leftOf(cup), await onHandAt(cup, place)]).toEqual([9, 3]);
  expect(
    await database.db
      .selectFrom("inventory.movement")
      .select(["delta", "note", "actor"])
      .where("variantId", "=", cup)
      .where("reason", "=", "lost")
      .execute(),
  ).toEqual([{ delta: -1, note: "one fell off the lorry", actor: CLERK }]);
  expect(await isBalanced(database.db)).toBe(true);
});

test("no more is sent than is free: what is promised to buyers stays", async () => {
  const [cup, place] = [await onShelf(database.db, { onHand: 5 }), await aPlace()];
  await inventoryOn(database.db).allocate(randomUUID(), [{ variantId: cup, quantity: 3 }]);

  await expect(transfers().send(CLERK, draft(cup, place, 3))).rejects.toMatchObject({
    constructor: NotEnough,
    details: { shortages: [{ variantId: cup, wanted: 3, left: 2 }] },
  });
  expect(await onHandAt(cup, MAIN_LOCATION)).toBe(5);
  await expect(transfers().send(CLERK, draft(randomUUID(), place, 1))).rejects.toThrow(TransferOfUnknown);
  await expect(transfers().send(CLERK, draft(cup, MAIN_LOCATION, 1))).rejects.toThrow(NotFound);
  await expect(transfers().send(CLERK, draft(cup, randomUUID(), 1))).rejects.toThrow(NotFound);
});

test("a transfer is received once, by whoever is first, and never more of it than was sent", async () => {
  const [cup, place] = [await onShelf(database.db, { onHand: 10 }), await aPlace()];
  const { id } = await transfers().send(CLERK, draft(cup, place, 4));
  const receive = (received: number) =>
    transfers().receive(CLERK, { id, version: 1, lines: [{ variantId: cup, received }] });

  await expect(receive(5)).rejects.toThrow(MoreThanSent);
  const outcomes = await Promise.allSettled([receive(4), receive(4), receive(4)]);

  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await expect(receive(4)).rejects.toThrow(StaleVersion);
  expect(await onHandAt(cup, place)).toBe(4);
});

test("a place that goods are on their way to is not empty", async () => {
  const [cup, place] = [await onShelf(database.db, { onHand: 10 }), await aPlace()];
  await transfers().send(CLERK, draft(cup, place, 4));

  expect(await createLocationsRepository(database.db).piecesIn(place)).toBe(4);
});

test("a book that does not add up is found once, shown, and set right by a person with a reason", async () => {
  const goods = await Promise.all(Array.from({ length: 5 }, () => onShelf(database.db, { onHand: 10 })));
  const [cup = "", bowl = ""] = goods;
  await inventoryOn(database.db).allocate(randomUUID(), [{ variantId: bowl, quantity: 2 }]);
  expect(await books().check()).toEqual([]);
  const spoil = (variantId: string, change: { onHand: number; reserved: number }) =>
    database.db.updateTable("inventory.level").set(change).where("variantId", "=", variantId).execute();
  await spoil(cup, { onHand: 7, reserved: 0 });
  await spoil(bowl, { onHand: 10, reserved: 5 });

  const level = (variantId: string) => ({ variantId, locationId: MAIN_LOCATION });
  const found = await books().check();
  expect(new Set(found.map(({ variantId }) => variantId))).toEqual(new Set([cup, bowl]));
  expect(await books().check()).toEqual([]);
  expect(await books().list()).toHaveLength(2);

  const repair = { reason: "the disk was restored", ...level(cup), onHand: 7, reserved: 0 };
  await expect(books().repair(CLERK, { ...repair, onHand: 6 })).rejects.toThrow(StaleVersion);
  await books().repair(CLERK, repair);
  await books().repair(CLERK, { reason: "a hold was lost", ...level(bowl), onHand: 10, reserved: 5 });

  expect(await isBalanced(database.db)).toBe(true);
  expect([await leftOf(cup), await leftOf(bowl)]).toEqual([10, 8]);
  expect(await books().list()).toEqual([]);
  await expect(books().repair(CLERK, repair)).rejects.toThrow(StaleVersion);
  expect(audit.entries.at(-1)).toMatchObject({
    action: "inventory.drift-repaired",
    before: { reserved: 5 },
    after: { reserved: 2 },
    reason: "a hold was lost",
  });
});

test("holds are kept where the movements say less than they promise: the missing pieces become a movement", async () => {
  const cup = await onShelf(database.db, { onHand: 3 });
  await inventoryOn(database.db).allocate(randomUUID(), [{ variantId: cup, quantity: 3 }]);
  await database.pool.query("delete from inventory.movement where variant_id = $1", [cup]);
  await books().check();

  const repair = { variantId: cup, locationId: MAIN_LOCATION, onHand: 3, reserved: 3, reason: "movements were lost" };
  await books().repair(CLERK, repair);

  expect(await isBalanced(database.db)).toBe(true);
  expect(await onHandAt(cup, MAIN_LOCATION)).toBe(3);
});
