import { randomUUID } from "node:crypto";
import {
  BelowReserved,
  CountOvertaken,
  createLocationsService,
  createStockRoomService,
  HasStock,
  LocationCodeTaken,
  type LocationDraft,
  MAIN_LOCATION,
  MainLocationStays,
  NegativeOnHand,
} from "@vitrina/domain/inventory";
import { NotFound, StaleVersion } from "@vitrina/domain/core";
import { fakeAudit } from "@vitrina/domain/core/testing";
import type { CatalogTables } from "@vitrina/db/catalog";
import { createTransact } from "@vitrina/db/core";
import { testDatabase } from "@vitrina/db/testing";
import { afterEach, expect, test } from "vitest";
import type { InventoryTables } from "./inventory.tables.ts";
import { createLocationsRepository } from "./locations.repository.ts";
import { createStockRoomRepository } from "./stock-room.repository.ts";
import { inventoryOn, isBalanced, onShelf } from "./testing.ts";

const database = testDatabase<CatalogTables & InventoryTables>({ max: 20 });
const CLERK = randomUUID();
const audit = fakeAudit();
const room = () =>
  createStockRoomService({
    room: createStockRoomRepository(database.db),
    transact: createTransact(database.db, (db) => ({ room: createStockRoomRepository(db), audit })),
    findProducts: async () => [],
    availabilityOf: (ids) => inventoryOn(database.db).availabilityOf(ids),
    namesOf: async () => new Map([[CLERK, "Clara"]]),
    clock: () => new Date(),
  });
const locations = () =>
  createLocationsService({
    locations: createLocationsRepository(database.db),
    transact: createTransact(database.db, (db) => ({ locations: createLocationsRepository(db), audit })),
    newId: randomUUID,
  });
const draft = (change: Partial<LocationDraft> = {}): LocationDraft => ({
  code: `l-${randomUUID().slice(0, 8)}`,
  name: { ru: "Задняя комната", en: "Back room" },
  priority: 5,
  countries: [],
  closed: false,
  ...change,
});
const at = (variantId: string, locationId = MAIN_LOCATION) => ({ variantId, locationId });
const levelOf = async (variantId: string) => (await room().get(variantId)).levels;

afterEach(async () => {
  expect(await isBalanced(database.db)).toBe(true);
});

test("articles that run low are counted", async () => {
  const [{ low }, cup, holder] = [await room().waiting(), await onShelf(database.db, { onHand: 10 }), randomUUID()];
  await inventoryOn(database.db).allocate(holder, [{ variantId: cup, quantity: 9 }]);

  expect(await room().waiting()).toEqual({ low: low + 1 });
});

test("goods are received, corrected and counted, and each change tells who did it and why", async () => {
  const cup = await onShelf(database.db, { onHand: 0 });

  await room().receive(CLERK, { ...at(cup), quantity: 10, reference: "DN-7" });
  await room().adjust(CLERK, { ...at(cup), delta: -2, note: "two are broken" });
  await room().count(CLERK, { ...at(cup), counted: 9, seen: 8, note: "yearly count" });

  expect(await levelOf(cup)).toEqual([{ locationId: MAIN_LOCATION, onHand: 9, reserved: 0 }]);
  const { movements } = await room().movements({ variantId: cup });
  expect(movements).toMatchObject([
    { delta: 1, kind: "counted", note: "yearly count", actor: CLERK, actorName: "Clara" },
    { delta: -2, kind: "adjusted", note: "two are broken" },
    { delta: 10, kind: "received", reference: "DN-7", note: null },
  ]);
  expect(audit.entries.at(-1)).toMatchObject({
    action: "inventory.counted",
    subject: { kind: "variant", id: cup },
    before: { onHand: 8 },
    after: { onHand: 9 },
    reason: "yearly count",
  });
});

test("corrections made at once add up", async () => {
  const cup = await onShelf(database.db, { onHand: 100 });

  await Promise.all(
    Array.from({ length: 30 }, (_, index) =>
      room().adjust(CLERK, { ...at(cup), delta: index % 3 === 0 ? -3 : 2, note: "stocktaking" }),
    ),
  );

  expect(await levelOf(cup)).toMatchObject([{ onHand: 100 - 30 + 40 }]);
});

test("the first goods of several people in a new place all arrive", async () => {
  const [cup, { id }] = [await onShelf(database.db), await locations().create(CLERK, draft())];

  await Promise.all(Array.from({ length: 10 }, () => room().receive(CLERK, { ...at(cup, id), quantity: 1 })));

  expect(await levelOf(cup)).toContainEqual({ locationId: id, onHand: 10, reserved: 0 });
});

test("a level never falls below zero, nor below what is promised to buyers", async () => {
  const cup = await onShelf(database.db, { onHand: 5 });
  await inventoryOn(database.db).allocate(randomUUID(), [{ variantId: cup, quantity: 3 }]);
  const adjust = (delta: number) => room().adjust(CLERK, { ...at(cup), delta, note: "broken" });

  await expect(adjust(-6)).rejects.toThrow(NegativeOnHand);
  await expect(adjust(-3)).rejects.toThrow(BelowReserved);
  await expect(room().count(CLERK, { ...at(cup), counted: 2, seen: 5, note: "count" })).rejects.toThrow(BelowReserved);
  await adjust(-2);

  expect(await levelOf(cup)).toEqual([{ locationId: MAIN_LOCATION, onHand: 3, reserved: 3 }]);
});

test("a count that the shop has overtaken is refused with what the book says now", async () => {
  const cup = await onShelf(database.db, { onHand: 5 });
  await room().receive(CLERK, { ...at(cup), quantity: 4 });

  await expect(room().count(CLERK, { ...at(cup), counted: 5, seen: 5, note: "count" })).rejects.toMatchObject({
    constructor: CountOvertaken,
    details: { onHand: 9 },
  });
});

test("nothing is put where there is no place, and nothing that the shop does not have", async () => {
  const cup = await onShelf(database.db);

  await expect(room().receive(CLERK, { ...at(cup, randomUUID()), quantity: 1 })).rejects.toThrow(NotFound);
  await expect(room().receive(CLERK, { ...at(randomUUID()), quantity: 1 })).rejects.toThrow(NotFound);
});

test("staff find goods by the beginning of their SKU and page through them", async () => {
  const cups = await Promise.all(Array.from({ length: 27 }, () => onShelf(database.db, { onHand: 1 })));
  const skus = cups.map((id) => `CUP-${id}`);

  const first = await room().list({ q: "cup-" });
  const second = await room().list({ q: "cup-", cursor: first.nextCursor ?? "" });

  expect(first.items).toHaveLength(25);
  expect([...first.items, ...second.items].map(({ sku }) => sku)).toEqual(expect.arrayContaining(skus));
  expect((await room().list({ q: skus[0] ?? "" })).items).toMatchObject([
    { variantId: cups[0], levels: [{ onHand: 1 }] },
  ]);
  expect((await room().list({ q: "%" })).items).toEqual([]);
});

test("a place is made, renamed and closed, and two never share a code", async () => {
  const made = await locations().create(CLERK, draft({ countries: ["RU"] }));
  const change = { ...made, name: { ru: "Подвал", en: "Cellar" }, closed: true };

  const changed = await locations().change(CLERK, change);

  expect(changed).toEqual({ ...change, version: 2 });
  expect(await locations().list()).toContainEqual(changed);
  await expect(locations().change(CLERK, change)).rejects.toThrow(StaleVersion);
  await expect(locations().create(CLERK, draft({ code: made.code }))).rejects.toThrow(LocationCodeTaken);
  expect(audit.entries.at(-1)).toMatchObject({
    action: "inventory.location-changed",
    before: { name: { en: "Back room" }, closed: false },
    after: { name: { en: "Cellar" }, closed: true },
  });
});

test("a place with goods is not deleted; empty it goes, its movements stay and its code is free again", async () => {
  const [cup, place] = [await onShelf(database.db), await locations().create(CLERK, draft())];
  await room().receive(CLERK, { ...at(cup, place.id), quantity: 2 });

  await expect(locations().remove(CLERK, place)).rejects.toMatchObject({
    constructor: HasStock,
    details: { pieces: 2 },
  });
  await room().adjust(CLERK, { ...at(cup, place.id), delta: -2, note: "moved by hand" });
  await locations().remove(CLERK, place);

  expect(await locations().list()).not.toContainEqual(place);
  await expect(room().receive(CLERK, { ...at(cup, place.id), quantity: 1 })).rejects.toThrow(NotFound);
  expect((await room().movements({ variantId: cup })).movements).toHaveLength(3);
  await locations().create(CLERK, draft({ code: place.code }));
});

test("the main place stays, for imports put their goods there", async () => {
  const main = (await locations().list()).find(({ id }) => id === MAIN_LOCATION);

  await expect(locations().remove(CLERK, { id: MAIN_LOCATION, version: main?.version ?? 0 })).rejects.toThrow(
    MainLocationStays,
  );
});
