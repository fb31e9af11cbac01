import { createHash, randomBytes, randomUUID } from "node:crypto";
import { type CartOwner, createCartService } from "@vitrina/domain/cart";
import { type CartShop, cartSuite } from "@vitrina/domain/cart/testing";
import type { CatalogTables } from "@vitrina/db/catalog";
import { createTransact } from "@vitrina/db/core";
import { createStockRepository, createStockRoomRepository, type InventoryTables } from "@vitrina/db/inventory";
import { inventoryOn, isBalanced, onShelf } from "@vitrina/db/inventory/testing";
import { createPriceRepository, type PricingTables } from "@vitrina/db/pricing";
import { createPromotionRepository, type PromotionsTables } from "@vitrina/db/promotions";
import { testDatabase } from "@vitrina/db/testing";
import type { Kysely } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { createCartRepository } from "./cart.repository.ts";
import type { CartTables } from "./cart.tables.ts";

type Tables = CartTables & CatalogTables & InventoryTables & PricingTables & PromotionsTables;
const database = testDatabase<Tables>({ max: 20 });
const noon = new Date("2026-11-24T12:00:00Z");
const roubles = { currency: "RUB", compareAt: null } as const;

beforeAll(() =>
  createPriceRepository(database.db).addTaxRates([
    { country: "RU", taxClass: "standard", rateBasisPoints: 2_200, included: true },
  ]),
);

async function openShop(): Promise<CartShop> {
  const { db } = database;
  const time = { now: noon };
  const scopeOf = (transaction: Kysely<Tables>) => ({
    carts: createCartRepository(transaction),
    stock: createStockRepository(transaction),
  });
  return {
    cart: createCartService({
      carts: createCartRepository(db),
      transact: createTransact(db, scopeOf),
      clock: () => time.now,
      newId: randomUUID,
    }),
    time,
    async offer({ amount = 100_00, onHand = 10, published = true } = {}) {
      const variantId = await onShelf(db, { onHand, status: published ? "published" : "draft" });
      if (amount !== null)
        await createPriceRepository(db).setMany(
          [
            { ...roubles, variantId, amount },
            { ...roubles, variantId, amount: amount / 100, currency: "EUR" },
          ],
          noon,
        );
      return variantId;
    },
    reprice: (variantId, amount) => createPriceRepository(db).setMany([{ ...roubles, variantId, amount }], noon),
    async issue(code, terms = {}) {
      const promotions = createPromotionRepository(db);
      const promotionId = randomUUID();
      await db.deleteFrom("promotions.code").where("code", "=", code).execute();
      await promotions.addPromotion({ id: promotionId, name: { en: code }, basisPoints: 1_000, ...terms });
      await promotions.addCode({ promotionId, code });
    },
    newUser: () => ({ userId: randomUUID() }),
    newGuest: () => ({ secretHash: createHash("sha256").update(randomBytes(16)).digest() }),
  };
}

const add = async (shop: CartShop, owner: CartOwner, [variantId, quantity]: [string, number]) =>
  (await shop.cart.addItem({ owner, newcomer: () => owner }, { variantId, quantity, currency: "RUB" })).cart;

describe("on PostgreSQL", () => {
  cartSuite(openShop);
});

test.each(["guest", "user"] as const)(
  "four quick clicks of one %s add up, also when they begin the cart",
  async (kind) => {
    const shop = await openShop();
    const owner = kind === "user" ? shop.newUser() : shop.newGuest();
    const cup = await shop.offer();

    const answers = await Promise.all([1, 1, 1, 1].map((quantity) => add(shop, owner, [cup, quantity])));

    expect(new Set(answers.map(({ itemCount }) => itemCount))).toEqual(new Set([1, 2, 3, 4]));
    expect((await shop.cart.view(owner, "RUB")).lines).toMatchObject([{ quantity: 4 }]);
  },
);

test("two tabs adding different things both see what the other added before them", async () => {
  const shop = await openShop();
  const owner = shop.newUser();
  const goods = await Promise.all(Array.from({ length: 6 }, () => shop.offer()));

  const answers = await Promise.all(goods.map((variantId) => add(shop, owner, [variantId, 1])));

  expect(new Map(answers.map(({ version, lines }) => [version, lines.length]))).toEqual(
    new Map([1, 2, 3, 4, 5, 6].map((nth) => [nth, nth])),
  );
});

test("of two tabs setting a quantity at once one wins and the other gets the fresh cart", async () => {
  const shop = await openShop();
  const owner = shop.newUser();
  const cup = await shop.offer();
  const { version } = await add(shop, owner, [cup, 1]);

  const outcomes = await Promise.allSettled(
    [3, 5].map((quantity) => shop.cart.changeQuantity(owner, { variantId: cup, quantity, version })),
  );

  const [won] = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
  const [lost] = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
  expect(lost).toMatchObject({ code: "cart.stale", details: { cart: won } });
});

test("a guest's cart claimed by twenty requests at once is joined once", async () => {
  const shop = await openShop();
  const [guest, user] = [shop.newGuest(), shop.newUser()];
  const [cup, bowl] = [await shop.offer(), await shop.offer()];
  await add(shop, guest, [cup, 2]);
  await add(shop, user, [bowl, 1]);

  const claims = await Promise.all(
    Array.from({ length: 20 }, () => shop.cart.claimGuestCart(user.userId, guest, "RUB")),
  );

  expect(claims.filter(({ report }) => report.merged)).toHaveLength(1);
  expect(claims.every(({ cart }) => cart.itemCount === 3)).toBe(true);
});

test("a guest's larger wish is capped by the shelf and told when the carts are joined", async () => {
  const shop = await openShop();
  const [guest, user] = [shop.newGuest(), shop.newUser()];
  const cup = await shop.offer({ onHand: 5 });
  await add(shop, guest, [cup, 5]);
  await inventoryOn(database.db).allocate(randomUUID(), [{ variantId: cup, quantity: 3 }]);

  const { cart, report } = await shop.cart.claimGuestCart(user.userId, guest, "RUB");

  expect(cart.lines).toMatchObject([{ quantity: 2, warnings: [] }]);
  expect(report).toEqual({ merged: true, changes: [{ variantId: cup, wanted: 5, got: 2 }] });
});

test("goods held for this shopper's own checkout do not look sold out in their cart", async () => {
  const shop = await openShop();
  const [owner, other] = [shop.newUser(), shop.newUser()];
  const cup = await shop.offer({ onHand: 2 });
  const { id } = await add(shop, owner, [cup, 2]);

  await inventoryOn(database.db).hold(id ?? "", [{ variantId: cup, quantity: 2 }], {
    until: new Date(noon.getTime() + 60_000),
    now: noon,
  });

  expect((await shop.cart.view(owner, "RUB")).lines).toMatchObject([{ warnings: [] }]);
  await expect(add(shop, other, [cup, 1])).rejects.toMatchObject({ code: "inventory.out-of-stock" });
});

test("a line says how much of it is not here yet and when that is expected, before and while a checkout holds it", async () => {
  const shop = await openShop();
  const owner = shop.newUser();
  const cup = await shop.offer({ onHand: 1 });
  await createStockRoomRepository(database.db).savePolicy(cup, {
    safetyStock: 0,
    backOrder: { mode: "limit", most: 5, expectedOn: "2027-01-15" },
    version: 0,
  });

  const added = await add(shop, owner, [cup, 3]);
  expect(added.lines).toMatchObject([{ backOrder: { quantity: 2, expectedOn: "2027-01-15" }, warnings: [] }]);

  const demands = [{ variantId: cup, quantity: 3 }];
  const until = new Date(Date.now() + 60_000);
  await inventoryOn(database.db).hold(added.id ?? "", demands, { until, now: new Date() });
  expect((await shop.cart.view(owner, "RUB")).lines).toMatchObject([
    { backOrder: { quantity: 2, expectedOn: "2027-01-15" } },
  ]);
  const { lines } = await shop.cart.changeQuantity(owner, { variantId: cup, quantity: 1, version: added.version });
  expect(lines[0]).not.toHaveProperty("backOrder");
});

test("what a guest's checkout held is free again once the account has the cart", async () => {
  const shop = await openShop();
  const [guest, user] = [shop.newGuest(), shop.newUser()];
  const cup = await shop.offer({ onHand: 2 });
  const { id } = await add(shop, guest, [cup, 2]);
  await inventoryOn(database.db).hold(id ?? "", [{ variantId: cup, quantity: 2 }], {
    until: new Date(noon.getTime() + 60_000),
    now: noon,
  });

  const { cart } = await shop.cart.claimGuestCart(user.userId, guest, "RUB");

  expect(cart.lines).toMatchObject([{ quantity: 2, warnings: [] }]);
  expect((await inventoryOn(database.db).availableOf([cup])).get(cup)).toBe(2);
  expect(await isBalanced(database.db)).toBe(true);
});

test("PostgreSQL itself refuses a quantity below one or above 999", async () => {
  const shop = await openShop();
  const { id } = await add(shop, shop.newUser(), [await shop.offer(), 1]);
  const set = (quantity: number) =>
    database.db
      .updateTable("cart.line")
      .set({ quantity })
      .where("cartId", "=", id ?? "")
      .execute();

  for (const quantity of [0, -1, 1_000]) await expect(set(quantity)).rejects.toThrow("line_quantity_check");
});

test("carts nobody came back to are forgotten", async () => {
  const shop = await openShop();
  const cup = await shop.offer();
  for (let guest = 0; guest < 3; guest++) await add(shop, shop.newGuest(), [cup, 1]);
  const inYears = new Date(noon.getTime() + 1_000 * 86_400_000);

  expect(await shop.cart.forgetExpired(inYears, 2)).toBe(2);
  while ((await shop.cart.forgetExpired(inYears, 100)) > 0);

  expect(await database.db.selectFrom("cart.line").selectAll().execute()).toEqual([]);
});

test("adding to a cart is one statement", async () => {
  const shop = await openShop();
  const owner = shop.newUser();
  const cup = await shop.offer();
  await add(shop, owner, [cup, 1]);
  const statements: string[] = [];
  const counting = createTransact(database.db, (transaction) => {
    const spy = transaction.withPlugin({
      transformQuery: ({ node }) => (statements.push(node.kind), node),
      transformResult: async ({ result }) => result,
    });
    return { carts: createCartRepository(spy), stock: createStockRepository(spy) };
  });
  const cart = createCartService({
    carts: createCartRepository(database.db),
    transact: counting,
    clock: () => noon,
    newId: randomUUID,
  });

  await cart.addItem({ owner, newcomer: () => owner }, { variantId: cup, quantity: 1, currency: "RUB" });

  expect(statements).toHaveLength(1);
});
