import { randomUUID } from "node:crypto";
import { createTransact } from "@vitrina/db/core";
import { createDriftRepository, createStockRepository } from "@vitrina/db/inventory";
import { testDatabase } from "@vitrina/db/testing";
import { StaleVersion } from "@vitrina/domain/core";
import { fakeAudit } from "@vitrina/domain/core/testing";
import {
  createInventoryService,
  createReconcileService,
  LevelAdrift,
  MAIN_LOCATION,
  OutOfStock,
} from "@vitrina/domain/inventory";
import { createAllocationsService, type Misallocation } from "@vitrina/domain/orders";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createAllocationsRepository } from "./allocations.repository.ts";
import { aCart, anArticle, aPlacement, audit as auditor, type Goods, openDeliveries, ordersOn } from "./testing.ts";

const database = testDatabase({ max: 20 });
const CLERK = randomUUID();
const SECOND_PLACE = randomUUID();
const PROMISE_PLACE = "00000000-0000-7000-8000-000000000003";
const trail = fakeAudit();
const transact = () =>
  createTransact(database.db, (db) => ({
    allocations: createAllocationsRepository(db),
    drifts: createDriftRepository(db),
    stock: createStockRepository(db),
    audit: trail,
  }));
const clock = () => new Date("2026-11-29T12:00:00Z");
const allocations = () =>
  createAllocationsService({
    allocations: createAllocationsRepository(database.db, { part: 2 }),
    transact: transact(),
    inventory: createInventoryService({ stock: createStockRepository(database.db), transact: transact() }),
    clock,
  });
const books = () => createReconcileService({ drifts: createDriftRepository(database.db), transact: transact(), clock });

beforeAll(async () => {
  await openDeliveries(database.db);
  await database.pool.query(
    `insert into inventory.location (id, code, name, priority) values ($1, 'second', '{"ru": "Второй"}', 9)`,
    [SECOND_PLACE],
  );
});
beforeEach(async () => {
  expect(await auditor(database.db)).toEqual([]);
  expect(await allocations().check()).toEqual([]);
});

/** An order of three pieces, out of so many. */
async function anOrder(stock = 10) {
  const mug = await anArticle(database.db, { stock });
  const { owner, cartId } = await aCart(database.db, [[mug, 3]], { userId: randomUUID() });
  const { orders } = ordersOn(database.db);
  const { hash } = await orders.startCheckout(owner, { country: "RU" });
  const { order } = await orders.placeOrder(owner, aPlacement(hash), "ru");
  return { mug, order, cartId, orders };
}
type Placed = Awaited<ReturnType<typeof anOrder>>;

interface Planted {
  holderId: string;
  quantity: number;
  locationId?: string;
}
/** As if a fault of the shop had set so many pieces aside, in books that add up otherwise. */
async function plant({ variantId }: Goods, { holderId, quantity, locationId = MAIN_LOCATION }: Planted) {
  const level = [variantId, locationId];
  await database.pool.query(
    "delete from inventory.hold where variant_id = $1 and location_id = $2 and holder_id = $3",
    [...level, holderId],
  );
  if (quantity > 0)
    await database.pool.query(
      "insert into inventory.hold (variant_id, location_id, holder_id, quantity, kind) values ($1, $2, $3, $4, 'allocated')",
      [...level, holderId, quantity],
    );
  await database.pool.query(
    `update inventory.level set reserved = (select coalesce(sum(quantity), 0) from inventory.hold
      where variant_id = $1 and location_id = $2) where variant_id = $1 and location_id = $2`,
    level,
  );
}
const levelOf = async ({ variantId }: Goods, locationId = MAIN_LOCATION) =>
  (
    await database.pool.query<{ on_hand: number; reserved: number }>(
      "select on_hand, reserved from inventory.level where variant_id = $1 and location_id = $2",
      [variantId, locationId],
    )
  ).rows[0];
const repair = ({ holderId, variantId, expected, allocated }: Misallocation) =>
  allocations().repair(CLERK, { holderId, variantId, expected, allocated, reason: "a hold was lost" });
async function theOnly(): Promise<Misallocation> {
  await allocations().check();
  const [found, ...more] = await allocations().list();
  if (!found || more.length > 0) throw new Error(`${more.length + 1} are found`);
  return found;
}
const shipped = ({ order, orders }: Placed) => orders.admin.markShipped({ id: order.id, version: 1, actor: CLERK });

test("an order that lost its goods is found once, told by its number, and set right by a person with a reason", async () => {
  const { mug, order, cartId } = await anOrder();
  await plant(mug, { holderId: cartId, quantity: 1 });

  expect(await allocations().check()).toEqual([{ holderId: cartId, variantId: mug.variantId, number: order.number }]);
  expect(await allocations().check()).toEqual([]);
  const found = await theOnly();
  expect(found).toMatchObject({
    sku: order.lines[0]?.sku,
    order: { id: order.id, number: order.number, state: "placed", fulfilmentState: "unfulfilled" },
    expected: 3,
    allocated: 1,
    places: [{ locationId: MAIN_LOCATION, quantity: 1 }],
    foundAt: "2026-11-29T12:00:00.000Z",
  });
  await repair(found);

  expect(await levelOf(mug)).toEqual({ on_hand: 10, reserved: 3 });
  expect(await allocations().list()).toEqual([]);
  expect(trail.entries.at(-1)).toEqual({
    action: "orders.allocation-repaired",
    actor: { kind: "user", id: CLERK },
    subject: { kind: "order", id: order.id },
    before: { variantId: mug.variantId, allocated: 1 },
    after: { variantId: mug.variantId, allocated: 3 },
    reason: "a hold was lost",
  });
  await expect(repair(found)).rejects.toThrow(StaleVersion);
});

test("an order that lost all its goods can be sent when they are set aside again", async () => {
  const placed = await anOrder();
  await plant(placed.mug, { holderId: placed.cartId, quantity: 0 });

  await repair(await theOnly());
  await shipped(placed);

  expect(await levelOf(placed.mug)).toEqual({ on_hand: 7, reserved: 0 });
});

test("what an order has too many of goes back to the shelf", async () => {
  const { mug, cartId } = await anOrder();
  await plant(mug, { holderId: cartId, quantity: 5 });

  await repair(await theOnly());

  expect(await levelOf(mug)).toEqual({ on_hand: 10, reserved: 3 });
});

test("goods of a cancelled, a shipped and an unknown order are given back", async () => {
  const [sent, cancelled] = [await anOrder(), await anOrder()];
  const nobody = await anArticle(database.db, { stock: 10 });
  await shipped(sent);
  await plant(sent.mug, { holderId: sent.cartId, quantity: 2 });
  await database.pool.query("update orders.order set state = 'cancelled' where id = $1", [cancelled.order.id]);
  await plant(nobody, { holderId: randomUUID(), quantity: 4 });
  await allocations().check();

  const found = await allocations().list();
  expect(found.map(({ order, expected, allocated }) => [order?.number, expected, allocated])).toEqual(
    expect.arrayContaining([
      [sent.order.number, 0, 2],
      [cancelled.order.number, 0, 3],
      [undefined, 0, 4],
    ]),
  );
  for (const each of found) await repair(each);

  expect(await Promise.all([sent.mug, cancelled.mug, nobody].map((goods) => levelOf(goods)))).toEqual([
    { on_hand: 7, reserved: 0 },
    { on_hand: 10, reserved: 0 },
    { on_hand: 10, reserved: 0 },
  ]);
  expect(trail.entries.at(-1)?.reason).toBe("a hold was lost");
});

test("what lies ready stays in its place, and more is taken from there first", async () => {
  const { mug, cartId } = await anOrder();
  await database.pool.query("insert into inventory.level (variant_id, location_id, on_hand) values ($1, $2, 2)", [
    mug.variantId,
    SECOND_PLACE,
  ]);
  await database.pool.query(
    "insert into inventory.movement (variant_id, location_id, delta, reason, actor) values ($1, $2, 2, 'received', 'test')",
    [mug.variantId, SECOND_PLACE],
  );
  await plant(mug, { holderId: cartId, quantity: 0 });
  await plant(mug, { holderId: cartId, quantity: 1, locationId: SECOND_PLACE });

  await repair(await theOnly());

  expect(await levelOf(mug, SECOND_PLACE)).toEqual({ on_hand: 2, reserved: 2 });
  expect(await levelOf(mug)).toEqual({ on_hand: 10, reserved: 1 });
});

test("no goods of other buyers are taken: too few are free, so it is refused and nothing changes", async () => {
  const { mug, cartId } = await anOrder(3);
  const other = randomUUID();
  await plant(mug, { holderId: cartId, quantity: 1 });
  await plant(mug, { holderId: other, quantity: 2 });
  await allocations().check();
  const short = (await allocations().list()).find(({ holderId }) => holderId === cartId);
  if (!short) throw new Error("it is not found");

  await expect(repair(short)).rejects.toMatchObject({
    constructor: OutOfStock,
    details: { shortages: [{ variantId: mug.variantId, wanted: 3, left: 1 }] },
  });
  expect(await levelOf(mug)).toEqual({ on_hand: 3, reserved: 3 });

  for (const each of (await allocations().list()).toSorted((a, b) => a.expected - b.expected)) await repair(each);
  expect(await levelOf(mug)).toEqual({ on_hand: 3, reserved: 3 });
});

test("a level that is not the sum of its holds is set right before the order is", async () => {
  const { mug, cartId } = await anOrder();
  await database.pool.query("delete from inventory.hold where holder_id = $1", [cartId]);
  const found = await theOnly();

  await expect(repair(found)).rejects.toThrow(LevelAdrift);
  await books().check();
  await books().repair(CLERK, {
    variantId: mug.variantId,
    locationId: MAIN_LOCATION,
    onHand: 10,
    reserved: 3,
    reason: "a hold was lost",
  });
  await repair(found);

  expect(await levelOf(mug)).toEqual({ on_hand: 10, reserved: 3 });
});

test("what was sold before it is here counts as set aside, and is given back first", async () => {
  const mug = await anArticle(database.db, { stock: 1 });
  const setting = { safetyStock: 0, mode: "limit", most: 5, until: null, expectedOn: null, version: 0 };
  await database.pool.query("select inventory.set_policy($1, $2)", [mug.variantId, JSON.stringify(setting)]);
  const { owner, cartId } = await aCart(database.db, [[mug, 3]], { userId: randomUUID() });
  const { orders } = ordersOn(database.db);
  const { hash } = await orders.startCheckout(owner, { country: "RU" });
  await orders.placeOrder(owner, aPlacement(hash), "ru");
  expect(await allocations().check()).toEqual([]);
  await plant(mug, { holderId: cartId, quantity: 4, locationId: PROMISE_PLACE });

  const found = await theOnly();
  expect(found).toMatchObject({ expected: 3, allocated: 5 });
  await repair(found);

  const { rows } = await database.pool.query(
    "select location_id = $2 as promised, quantity from inventory.hold where holder_id = $1 order by 1",
    [cartId, PROMISE_PLACE],
  );
  expect(rows).toEqual([
    { promised: false, quantity: 1 },
    { promised: true, quantity: 2 },
  ]);
});

test("of ten people who set one order right at once, one does", async () => {
  const { mug, cartId } = await anOrder();
  await plant(mug, { holderId: cartId, quantity: 1 });
  const found = await theOnly();

  const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => repair(found)));

  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await levelOf(mug)).toEqual({ on_hand: 10, reserved: 3 });
});

test("what has come right by itself is forgotten, and is found anew when it is wrong again", async () => {
  const { mug, order, cartId } = await anOrder();
  const found = [{ holderId: cartId, variantId: mug.variantId, number: order.number }];
  await plant(mug, { holderId: cartId, quantity: 1 });
  expect(await allocations().check()).toEqual(found);

  await plant(mug, { holderId: cartId, quantity: 3 });
  expect(await allocations().check()).toEqual([]);
  await plant(mug, { holderId: cartId, quantity: 1 });
  expect(await allocations().check()).toEqual(found);

  await repair(await theOnly());
});

/** Until somebody stands behind another's lock. */
const somebodyWaits = () =>
  vi.waitFor(async () => {
    const { rows } = await database.pool.query(
      "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    expect(rows).toHaveLength(1);
  });

test("goods that were set aside for no order stay where an order is placed while somebody gives them back", async () => {
  const { mug, order, cartId } = await anOrder();
  await database.pool.query("update orders.order set cart_id = $2 where id = $1", [order.id, randomUUID()]);
  await allocations().check();
  const stray = (await allocations().list()).find(({ holderId }) => holderId === cartId);
  if (!stray) throw new Error("it is not found");
  expect(stray).toMatchObject({ expected: 0, allocated: 3 });

  const placing = await database.pool.connect();
  await placing.query("begin");
  await placing.query("select inventory.lock_holder($1)", [cartId]);
  const outcome = expect(repair(stray)).rejects.toThrow(StaleVersion);
  await somebodyWaits();
  await placing.query("update orders.order set cart_id = $2 where id = $1", [order.id, cartId]);
  await placing.query("commit");
  placing.release();
  await outcome;

  expect(await levelOf(mug)).toEqual({ on_hand: 10, reserved: 3 });
});

test("what somebody sets right while the worker looks is not told as new", async () => {
  const [{ mug, cartId }, cup] = [await anOrder(), await anArticle(database.db)];
  await plant(mug, { holderId: cartId, quantity: 1 });
  const known = await theOnly();
  const first = { holderId: "00000000-0000-7000-8000-0000000000ff", variantId: cup.variantId };
  await plant(cup, { holderId: first.holderId, quantity: 1 });

  const other = await database.pool.connect();
  await other.query("begin");
  await other.query("insert into orders.misallocation values ($1, $2, now())", Object.values(first));
  const looking = createAllocationsRepository(database.db).check(null, clock());
  await somebodyWaits();
  await repair(known);
  await other.query("rollback");
  other.release();

  expect((await looking).found).toEqual([{ ...first, number: null }]);
  await repair(await theOnly());
});

test("an order that leaves while somebody sets it right leaves no goods set aside behind", async () => {
  const placed = await anOrder();
  await plant(placed.mug, { holderId: placed.cartId, quantity: 1 });
  const found = await theOnly();

  const [sent] = await Promise.allSettled([shipped(placed), repair(found)]);

  expect(sent.status).toBe("fulfilled");
  expect((await levelOf(placed.mug))?.reserved).toBe(0);
  expect(await allocations().list()).toEqual([]);
});
