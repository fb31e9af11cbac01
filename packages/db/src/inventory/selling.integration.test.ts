import { randomUUID } from "node:crypto";
import { BackOrderLimit, type BackOrder, NotHereYet, OutOfStock, SplitNotAllowed } from "@vitrina/domain/inventory";
import type { CatalogTables } from "@vitrina/db/catalog";
import { testDatabase } from "@vitrina/db/testing";
import { afterEach, expect, test } from "vitest";
import type { InventoryTables } from "./inventory.tables.ts";
import { createStockRoomRepository } from "./stock-room.repository.ts";
import { inventoryOn, isBalanced, onShelf } from "./testing.ts";

const database = testDatabase<CatalogTables & InventoryTables>({ max: 40 });
const inventory = () => inventoryOn(database.db);
const now = new Date();
const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const term = { until: inMinutes(15), now };
const by = { actor: "test", reference: null };
const EXPECTED = "2027-01-15";

const sell = (variantId: string, backOrder: BackOrder, safetyStock = 0) =>
  createStockRoomRepository(database.db).savePolicy(variantId, { safetyStock, backOrder, version: 0 });
const seenOf = async (variantId: string) => (await inventory().availabilityOf([variantId])).get(variantId);
const one = (variantId: string, quantity = 1) => [{ variantId, quantity }];

async function aPlace({ priority = 5, countries = [] as string[], closed = false } = {}): Promise<string> {
  const id = randomUUID();
  const name = JSON.stringify({ ru: "Место", en: "Place" });
  await database.db
    .insertInto("inventory.location")
    .values({ id, code: `p-${id}`, name, priority, countries, closed })
    .execute();
  return id;
}
const put = (variantId: string, locationId: string, quantity: number) =>
  inventory().receive([{ variantId, locationId, quantity }], by);
const holdsOf = (holderId: string) =>
  database.db
    .selectFrom("inventory.hold")
    .select(["variantId", "locationId", "quantity"])
    .where("holderId", "=", holderId)
    .orderBy("quantity", "desc")
    .execute();
const placesOf = async (holderId: string) => new Set((await holdsOf(holderId)).map(({ locationId }) => locationId));

afterEach(async () => {
  expect(await isBalanced(database.db)).toBe(true);
});

test("the safety stock is never sold", async () => {
  const cup = await onShelf(database.db, { onHand: 5 });
  await sell(cup, { mode: "off" }, 2);

  expect(await seenOf(cup)).toEqual({ inStock: true, left: 3 });
  await expect(inventory().allocate(randomUUID(), one(cup, 4))).rejects.toMatchObject({
    constructor: OutOfStock,
    details: { shortages: [{ variantId: cup, wanted: 4, left: 3 }] },
  });
  await inventory().allocate(randomUUID(), one(cup, 3));

  expect(await seenOf(cup)).toEqual({ inStock: false, left: 0 });
});

test("of fifty buyers at once of five cups, two of them kept back, three get one", async () => {
  const cup = await onShelf(database.db, { onHand: 5 });
  await sell(cup, { mode: "off" }, 2);

  const outcomes = await Promise.allSettled(
    Array.from({ length: 50 }, () => inventory().allocate(randomUUID(), one(cup))),
  );

  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
});

test("nothing new is sold from a closed place; what was promised from it stays promised and leaves", async () => {
  const [cup, order, place] = [await onShelf(database.db, { onHand: 0 }), randomUUID(), await aPlace()];
  await put(cup, place, 5);
  await inventory().allocate(order, one(cup, 2));

  await database.db.updateTable("inventory.location").set({ closed: true }).where("id", "=", place).execute();

  expect(await seenOf(cup)).toEqual({ inStock: false, left: 0 });
  await expect(inventory().allocate(randomUUID(), one(cup))).rejects.toThrow(OutOfStock);
  await inventory().allocate(order, one(cup, 2));
  await inventory().ship(order, by);
});

test("a checkout's hold is extended by its calls, up to an hour after it began", async () => {
  const [cup, holder] = [await onShelf(database.db), randomUUID()];
  const hold = (minutes: number) =>
    inventory()
      .hold(holder, one(cup), { until: inMinutes(minutes + 15), now: inMinutes(minutes) })
      .then(({ until }) => until);

  expect(await hold(0)).toEqual(inMinutes(15));
  expect(await hold(14)).toEqual(inMinutes(29));
  for (const minutes of [28, 42]) await hold(minutes);
  expect(await hold(55)).toEqual(inMinutes(60));
  expect(await hold(59)).toEqual(inMinutes(60));
  await inventory().releaseExpired(inMinutes(60), 10_000);
  expect(await hold(61)).toEqual(inMinutes(76));
});

test("goods come from a place that serves the buyer's country, however good the others are", async () => {
  const cup = await onShelf(database.db, { onHand: 0 });
  const [german, russian] = [
    await aPlace({ priority: 1, countries: ["DE"] }),
    await aPlace({ priority: 9, countries: ["RU"] }),
  ];
  await put(cup, german, 5);
  await put(cup, russian, 5);
  const [anna, otto, both] = [randomUUID(), randomUUID(), randomUUID()];

  await inventory().hold(anna, one(cup, 2), { ...term, country: "RU" });
  await inventory().hold(otto, one(cup, 2), { ...term, country: "DE" });
  await inventory().hold(both, one(cup, 4), { ...term, country: "RU" });

  expect(await placesOf(anna)).toEqual(new Set([russian]));
  expect(await placesOf(otto)).toEqual(new Set([german]));
  expect(await holdsOf(both)).toMatchObject([
    { locationId: russian, quantity: 3 },
    { locationId: german, quantity: 1 },
  ]);
});

test("an order leaves in as few parcels as possible, then by priority, and always the same way", async () => {
  const [cup, bowl] = [await onShelf(database.db, { onHand: 0 }), await onShelf(database.db, { onHand: 0 })];
  const [first, second, third] = [
    await aPlace({ priority: 1 }),
    await aPlace({ priority: 2 }),
    await aPlace({ priority: 3 }),
  ];
  await put(cup, first, 9);
  await put(bowl, second, 9);
  for (const variantId of [cup, bowl]) await put(variantId, third, 9);

  for (const _ of [1, 2, 3]) {
    const [pair, single] = [randomUUID(), randomUUID()];
    await inventory().hold(pair, [...one(cup), ...one(bowl)], term);
    await inventory().hold(single, one(cup), term);
    expect(await placesOf(pair)).toEqual(new Set([third]));
    expect(await placesOf(single)).toEqual(new Set([first]));
  }
});

test("an order that must not be split comes from one place, a farther one too if it must; or is refused by what is short in the nearest", async () => {
  const [cup, bowl] = [await onShelf(database.db, { onHand: 0 }), await onShelf(database.db, { onHand: 0 })];
  const [first, second, far] = [
    await aPlace({ priority: 1, countries: ["RU"] }),
    await aPlace({ priority: 2, countries: ["RU"] }),
    await aPlace({ priority: 3, countries: ["DE"] }),
  ];
  await put(cup, first, 5);
  await put(bowl, second, 1);
  await put(bowl, far, 1);
  const both = [...one(cup, 2), ...one(bowl)];
  const together = { ...term, country: "RU", together: true };

  expect(await inventory().hold(randomUUID(), both, { ...together, together: false })).toMatchObject({ parcels: 2 });
  await inventory().receive([{ variantId: bowl, locationId: second, quantity: 1 }], by);
  const refusal = await inventory()
    .hold(randomUUID(), both, together)
    .catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(SplitNotAllowed);
  expect(refusal).toMatchObject({
    details: { locationId: first, shortages: [{ variantId: bowl, wanted: 1, left: 0 }] },
  });

  await put(cup, far, 2);
  const holder = randomUUID();
  expect(await inventory().hold(holder, both, together)).toMatchObject({ parcels: 1 });
  expect(await placesOf(holder)).toEqual(new Set([far]));
});

test("what is not here yet is a second parcel", async () => {
  const cup = await onShelf(database.db, { onHand: 1 });
  await sell(cup, { mode: "limit", most: 5, expectedOn: EXPECTED });

  await expect(inventory().hold(randomUUID(), one(cup, 2), { ...term, together: true })).rejects.toMatchObject({
    constructor: SplitNotAllowed,
    details: { shortages: [{ variantId: cup, wanted: 2, left: 1 }] },
  });
});

/** The fewest places that hold all of it, by trying every set of them. */
function fewestByHand(demand: number[], stock: number[][]): number {
  const sets = Array.from({ length: 2 ** stock.length }, (_, mask) => stock.filter((__, place) => mask & (1 << place)));
  const enough = sets.filter((set) =>
    demand.every((wanted, good) => set.reduce((sum, place) => sum + (place[good] ?? 0), 0) >= wanted),
  );
  return Math.min(...enough.map((set) => set.length));
}

test("the number of parcels is the smallest there is, in every one of forty random stockrooms", async () => {
  const places = await Promise.all([1, 2, 3, 4, 5].map((priority) => aPlace({ priority: priority * 10 })));
  let seed = 11;
  const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  for (let round = 0; round < 40; round++) {
    const goods = await Promise.all([0, 1, 2].map(() => onShelf(database.db, { onHand: 0 })));
    const stock = places.map(() => goods.map(() => random(4)));
    const demand = goods.map((_, good) =>
      Math.min(
        1 + random(4),
        stock.reduce((sum, row) => sum + (row[good] ?? 0), 0),
      ),
    );
    const moves = places.flatMap((locationId, place) =>
      goods.map((variantId, good) => ({ variantId, locationId, quantity: stock[place]?.[good] ?? 0 })),
    );
    await inventory().receive(
      moves.filter(({ quantity }) => quantity > 0),
      by,
    );
    const holder = randomUUID();
    const demands = goods.map((variantId, good) => ({ variantId, quantity: demand[good] ?? 0 }));

    await inventory().hold(
      holder,
      demands.filter(({ quantity }) => quantity > 0),
      term,
    );

    expect((await placesOf(holder)).size, `round ${round}`).toBe(fewestByHand(demand, stock));
  }
});

test("what is not here yet is sold up to its limit, with the day it is expected", async () => {
  const [cup, early] = [await onShelf(database.db, { onHand: 2 }), randomUUID()];
  await sell(cup, { mode: "limit", most: 3, expectedOn: EXPECTED });

  await inventory().allocate(early, one(cup, 4));

  expect(await seenOf(cup)).toEqual({ inStock: false, left: 0, backOrder: { expectedOn: EXPECTED } });
  await expect(inventory().allocate(randomUUID(), one(cup, 2))).rejects.toMatchObject({
    constructor: BackOrderLimit,
    details: { shortages: [{ wanted: 2, left: 1 }] },
  });
  await inventory().allocate(randomUUID(), one(cup));
  expect(await seenOf(cup)).toEqual({ inStock: false, left: 0 });
  expect(
    await database.db.selectFrom("inventory.promise").selectAll().where("holderId", "=", early).execute(),
  ).toMatchObject([{ quantity: 2, expectedOn: EXPECTED }]);
});

test("of a hundred buyers at once of what comes in twenty, twenty are promised one", async () => {
  const cup = await onShelf(database.db, { onHand: 0 });
  await sell(cup, { mode: "limit", most: 20, expectedOn: null });

  const outcomes = await Promise.allSettled(
    Array.from({ length: 100 }, () => inventory().allocate(randomUUID(), one(cup))),
  );

  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(20);
});

test("a pre-order is taken until its day, and no longer", async () => {
  const [cup, bowl] = [await onShelf(database.db, { onHand: 0 }), await onShelf(database.db, { onHand: 0 })];
  await sell(cup, { mode: "until", until: inMinutes(60).toISOString(), expectedOn: EXPECTED });
  await sell(bowl, { mode: "until", until: inMinutes(-1).toISOString(), expectedOn: EXPECTED });

  await inventory().allocate(randomUUID(), one(cup, 500));

  expect(await seenOf(cup)).toMatchObject({ backOrder: { expectedOn: EXPECTED } });
  expect(await seenOf(bowl)).toEqual({ inStock: false, left: 0 });
  await expect(inventory().allocate(randomUUID(), one(bowl))).rejects.toThrow(OutOfStock);
  await inventory().endBackOrders(now);
  expect(await seenOf(bowl)).toEqual({ inStock: false, left: 0 });
});

test("goods that arrive are for those who wait, the longest waiting first, and are sold to nobody else", async () => {
  const cup = await onShelf(database.db, { onHand: 0 });
  await sell(cup, { mode: "limit", most: 10, expectedOn: EXPECTED });
  const orders = [randomUUID(), randomUUID(), randomUUID()];
  for (const order of orders) await inventory().allocate(order, one(cup, 3));
  await expect(inventory().ship(orders[0] ?? "", by)).rejects.toThrow(NotHereYet);

  await put(cup, await aPlace({ priority: 1 }), 5);

  expect(await seenOf(cup)).toMatchObject({ inStock: false });
  await expect(inventory().allocate(randomUUID(), one(cup, 2))).rejects.toThrow(BackOrderLimit);
  expect(await inventory().fillPromises(100)).toBe(3);
  await inventory().ship(orders[0] ?? "", by);
  await expect(inventory().ship(orders[1] ?? "", by)).rejects.toThrow(NotHereYet);
  await put(cup, await aPlace({ priority: 2 }), 100);
  await inventory().fillPromises(100);
  await inventory().ship(orders[1] ?? "", by);
  await inventory().ship(orders[2] ?? "", by);
  expect(await seenOf(cup)).toEqual({ inStock: true, left: null });
});

test("a cancelled order's promise is free for another", async () => {
  const [cup, order] = [await onShelf(database.db, { onHand: 0 }), randomUUID()];
  await sell(cup, { mode: "limit", most: 1, expectedOn: null });
  await inventory().allocate(order, one(cup));

  await inventory().release(order);

  expect(await seenOf(cup)).toMatchObject({ backOrder: { expectedOn: null } });
  await inventory().allocate(randomUUID(), one(cup));
});

test("a held promise runs out like any other hold", async () => {
  const [cup, holder] = [await onShelf(database.db, { onHand: 1 }), randomUUID()];
  await sell(cup, { mode: "limit", most: 1, expectedOn: null });
  await inventory().hold(holder, one(cup, 2), term);
  expect(await seenOf(cup)).toEqual({ inStock: false, left: 0 });

  await inventory().releaseExpired(inMinutes(15), 10_000);

  expect(await seenOf(cup)).toEqual({ inStock: true, left: 1 });
});

test("buyers, arrivals and fillings at once keep the books, and nobody waits for nothing", async () => {
  const goods = await Promise.all(Array.from({ length: 4 }, () => onShelf(database.db, { onHand: 3 })));
  for (const variantId of goods) await sell(variantId, { mode: "limit", most: 30, expectedOn: null });
  const cup = (index: number) => goods[index % goods.length] ?? "";
  const place = await aPlace();

  await Promise.all(
    Array.from({ length: 24 }, async (_, shopper) => {
      for (let turn = 0; turn < 5; turn++) {
        const order = randomUUID();
        const demands = [...one(cup(shopper + turn), 2), ...one(cup(shopper))];
        await inventory().hold(order, demands, term);
        await inventory().allocate(order, demands);
        if (turn % 3 === 0) await inventory().release(order);
        if (turn % 2 === 0) await put(cup(shopper), place, 2);
        await inventory().fillPromises(20);
      }
    }).map((shopper) => shopper.catch(isShort)),
  );
  while ((await inventory().fillPromises(200)) > 0);

  const { rows } = await database.pool.query<{ idle: number }>(`
    select count(*)::int as idle from inventory.hold
    join inventory.level using (variant_id)
    join inventory.location on location.id = level.location_id and location.kind = 'shelf' and not location.closed
    where hold.location_id = inventory.promise_place() and hold.kind = 'allocated' and level.on_hand > level.reserved`);
  expect(rows).toEqual([{ idle: 0 }]);
});

function isShort(error: unknown): void {
  if (!(error instanceof OutOfStock) && !(error instanceof BackOrderLimit)) throw error;
}
