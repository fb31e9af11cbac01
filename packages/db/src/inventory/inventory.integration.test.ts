import { randomUUID } from "node:crypto";
import { type Demand, NothingAllocated, OutOfStock } from "@vitrina/domain/inventory";
import type { CatalogTables } from "@vitrina/db/catalog";
import { testDatabase } from "@vitrina/db/testing";
import { afterEach, expect, test } from "vitest";
import type { InventoryTables } from "./inventory.tables.ts";
import { inventoryOn, isBalanced, onShelf } from "./testing.ts";

const database = testDatabase<CatalogTables & InventoryTables>({ max: 40 });
const inventory = () => inventoryOn(database.db);
const onShelfNow = (onHand: number) => onShelf(database.db, { onHand });

const before = new Date("2026-11-24T11:59:00Z");
const now = new Date("2026-11-24T12:00:00Z");
const later = new Date("2026-11-24T12:15:00Z");
const by = { actor: "shopkeeper", reference: "doc-1" };
const hold = async (holder: string, demands: Demand[], until: Date) =>
  void (await inventory().hold(holder, demands, { until, now: before }));
const levelOf = (variantId: string) =>
  database.db
    .selectFrom("inventory.level")
    .select(["onHand", "reserved"])
    .where("variantId", "=", variantId)
    .executeTakeFirstOrThrow();
const leftOf = async (variantId: string) => (await inventory().availableOf([variantId])).get(variantId) ?? 0;
const refusalOf = (attempt: Promise<void>) =>
  attempt.then(
    () => null,
    (error: OutOfStock) => error.details.shortages,
  );
const isRefused = (outcome: PromiseSettledResult<void>) =>
  outcome.status === "rejected" && outcome.reason instanceof OutOfStock;

afterEach(async () => {
  expect(await isBalanced(database.db)).toBe(true);
});

test("of two hundred buyers of fifty cups exactly fifty get one and the others hear that it is sold out", async () => {
  const cup = await onShelfNow(50);

  const outcomes = await Promise.allSettled(
    Array.from({ length: 200 }, () => inventory().allocate(randomUUID(), [{ variantId: cup, quantity: 1 }])),
  );

  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(50);
  expect(outcomes.filter(isRefused)).toHaveLength(150);
  expect(await levelOf(cup)).toEqual({ onHand: 50, reserved: 50 });
});

test("of two hundred checkouts holding one of fifty cups exactly fifty hold it", async () => {
  const cup = await onShelfNow(50);

  const outcomes = await Promise.allSettled(
    Array.from({ length: 200 }, () => hold(randomUUID(), [{ variantId: cup, quantity: 1 }], later)),
  );

  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(50);
  expect(await leftOf(cup)).toBe(0);
});

test("two lines of one variant are one demand", async () => {
  const cup = await onShelfNow(3);
  const two = { variantId: cup, quantity: 2 };

  expect(await refusalOf(inventory().allocate(randomUUID(), [two, two]))).toEqual([
    { variantId: cup, wanted: 4, left: 3 },
  ]);
  expect(await leftOf(cup)).toBe(3);
});

test("a refusal names every line that is short and takes nothing", async () => {
  const [cup, bowl, vase] = [await onShelfNow(1), await onShelfNow(5), await onShelfNow(0)];

  const shortages = await refusalOf(
    hold(
      randomUUID(),
      [cup, bowl, vase].map((variantId) => ({ variantId, quantity: 2 })),
      later,
    ),
  );

  expect(shortages).toHaveLength(2);
  expect(shortages).toEqual(
    expect.arrayContaining([
      { variantId: cup, wanted: 2, left: 1 },
      { variantId: vase, wanted: 2, left: 0 },
    ]),
  );
  expect(await leftOf(bowl)).toBe(5);
});

test("a new hold replaces the earlier one of the same checkout", async () => {
  const [cup, bowl, holder] = [await onShelfNow(5), await onShelfNow(5), randomUUID()];
  await hold(holder, [{ variantId: cup, quantity: 4 }], now);

  await hold(
    holder,
    [
      { variantId: cup, quantity: 5 },
      { variantId: bowl, quantity: 1 },
    ],
    later,
  );
  await hold(holder, [{ variantId: cup, quantity: 2 }], later);

  expect([await leftOf(cup), await leftOf(bowl)]).toEqual([3, 5]);
});

test("what a checkout holds becomes its order's, also when it wants more by then", async () => {
  const [cup, holder] = [await onShelfNow(5), randomUUID()];
  await hold(holder, [{ variantId: cup, quantity: 3 }], later);

  await inventory().allocate(holder, [{ variantId: cup, quantity: 5 }]);

  await inventory().releaseExpired(later, 1_000);
  expect(await leftOf(cup)).toBe(0);
});

/** Of this file's database so far. */
async function deadlocks(): Promise<number | undefined> {
  const { rows } = await database.pool.query<{ deadlocks: number }>(
    "select deadlocks::int from pg_stat_database where datname = current_database()",
  );
  return rows[0]?.deadlocks;
}

test("checkouts of one holder at once leave no unit behind and never lock each other out", async () => {
  const [cup, bowl, holder] = [await onShelfNow(5), await onShelfNow(5), randomUUID()];
  const both = [cup, bowl].map((variantId) => ({ variantId, quantity: 1 }));

  for (let round = 0; round < 60; round++) {
    await Promise.all([
      hold(holder, both, later),
      hold(holder, [{ variantId: cup, quantity: 1 }], later),
      hold(holder, [{ variantId: bowl, quantity: 2 }], later),
    ]);
    await inventory().release(holder);
  }

  expect([await leftOf(cup), await leftOf(bowl)]).toEqual([5, 5]);
  expect(await deadlocks()).toBe(0);
});

test("goods lie in several places and are taken by priority", async () => {
  const cup = await onShelfNow(3);
  const back = { id: randomUUID(), code: "back", name: JSON.stringify({ en: "Back room" }), priority: 1 };
  await database.db.insertInto("inventory.location").values(back).execute();
  await inventory().receive([{ variantId: cup, locationId: back.id, quantity: 4 }], by);

  await inventory().allocate(randomUUID(), [{ variantId: cup, quantity: 5 }]);

  const levels = await database.db
    .selectFrom("inventory.level")
    .select("reserved")
    .where("variantId", "=", cup)
    .orderBy("onHand")
    .execute();
  expect(levels.map(({ reserved }) => reserved)).toEqual([3, 2]);
});

test("a hold that ran out is free for others, one still valid is not", async () => {
  const [cup, early, late] = [await onShelfNow(4), randomUUID(), randomUUID()];
  await hold(early, [{ variantId: cup, quantity: 2 }], now);
  await hold(late, [{ variantId: cup, quantity: 1 }], later);

  const released = await inventory().releaseExpired(now, 100);

  expect(released).toBe(1);
  expect(await leftOf(cup)).toBe(3);
});

test("a cancelled order gives its goods back once", async () => {
  const [cup, order] = [await onShelfNow(4), randomUUID()];
  await inventory().allocate(order, [{ variantId: cup, quantity: 4 }]);

  await Promise.all([inventory().release(order), inventory().release(order)]);

  expect(await leftOf(cup)).toBe(4);
});

test("a shipped order leaves the house once, with a movement", async () => {
  const [cup, order] = [await onShelfNow(4), randomUUID()];
  await inventory().allocate(order, [{ variantId: cup, quantity: 3 }]);

  const shipped = await Promise.allSettled([inventory().ship(order, by), inventory().ship(order, by)]);

  expect(shipped.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(await levelOf(cup)).toEqual({ onHand: 1, reserved: 0 });
  expect(
    await database.db
      .selectFrom("inventory.movement")
      .select(["delta", "reason", "reference", "actor"])
      .where("variantId", "=", cup)
      .orderBy("id")
      .execute(),
  ).toMatchObject([
    { delta: 4, reason: "received" },
    { delta: -3, reason: "shipped", ...by },
  ]);
});

test("an order for which nothing is set aside is not shipped", async () => {
  await expect(inventory().ship(randomUUID(), by)).rejects.toThrow(NothingAllocated);
});

test("a shopkeeper cannot take away what is promised to a buyer", async () => {
  const cup = await onShelfNow(4);
  await inventory().allocate(randomUUID(), [{ variantId: cup, quantity: 3 }]);

  expect(await refusalOf(inventory().adjust([{ variantId: cup, delta: -2 }], by))).toEqual([
    { variantId: cup, wanted: 2, left: 1 },
  ]);
  await inventory().count([{ variantId: cup, onHand: 0 }], by);

  expect(await levelOf(cup)).toEqual({ onHand: 3, reserved: 3 });
});

test("counting the same shelf twice writes nothing the second time", async () => {
  const cup = await onShelfNow(0);
  const movements = () =>
    database.db.selectFrom("inventory.movement").select("delta").where("variantId", "=", cup).execute();

  await inventory().count([{ variantId: cup, onHand: 7 }], by);
  await inventory().count([{ variantId: cup, onHand: 7 }], by);

  expect(await movements()).toEqual([{ delta: 7 }]);
});

test("PostgreSQL itself refuses a level whose promises exceed the shelf", async () => {
  const cup = await onShelfNow(2);
  const reserve = (reserved: number) =>
    database.db.updateTable("inventory.level").set({ reserved }).where("variantId", "=", cup).execute();

  await expect(reserve(3)).rejects.toThrow("level_reserved_within_on_hand");
  await expect(reserve(-1)).rejects.toThrow("level_reserved_within_on_hand");
});

test("random checkouts over shared goods keep the books: nothing below zero, no deadlock, every piece accounted for", async () => {
  const goods = await Promise.all(Array.from({ length: 8 }, () => onShelfNow(20)));
  let seed = 7;
  const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  const demands = (): Demand[] =>
    Array.from({ length: 1 + random(5) }, () => ({ variantId: goods[random(8)] ?? "", quantity: 1 + random(4) }));
  const checkout = [
    (holder: string) => hold(holder, demands(), later),
    (holder: string) => hold(holder, demands(), now),
    (holder: string) => inventory().release(holder),
    () => inventory().releaseExpired(now, 5),
    () => inventory().receive(demands(), by),
  ];
  const end = [
    (holder: string) => inventory().allocate(holder, demands()),
    (holder: string) => inventory().ship(holder, by),
    (holder: string) => inventory().release(holder),
  ];
  // One holder's own calls follow each other, as the lock of its cart makes them do.
  const shopper = async () => {
    for (let order = 0; order < 6; order++) {
      const holder = randomUUID();
      const steps = [0, 1, 2].map(() => checkout[random(checkout.length)]);
      for (const step of [...steps, end[0], end[random(end.length)]]) await step?.(holder).catch(isShortage);
    }
  };

  await Promise.all(Array.from({ length: 24 }, shopper));

  expect(await isBalanced(database.db)).toBe(true);
  expect(await deadlocks()).toBe(0);
});

function isShortage(error: unknown): void {
  if (!(error instanceof OutOfStock) && !(error instanceof NothingAllocated)) throw error;
}
