import { randomUUID } from "node:crypto";
import { NotFound } from "@vitrina/domain/core";
import { OutOfStock } from "@vitrina/domain/inventory";
import { EmptyCart, QuoteChanged } from "@vitrina/domain/orders";
import { anAddress } from "@vitrina/domain/orders/testing";
import { CodeRefused } from "@vitrina/domain/promotions";
import { testDatabase } from "@vitrina/db/testing";
import { afterEach, beforeAll, expect, test } from "vitest";
import { aCart, aCode, anArticle, aPlacement, audit, openDeliveries, ordersOn, setPrice } from "./testing.ts";

const database = testDatabase({ max: 20 });
const shop = () => ordersOn(database.db).orders;
const RUSSIA = { country: "RU" };

beforeAll(() => openDeliveries(database.db));
afterEach(async () => {
  expect(await audit(database.db)).toEqual([]);
});

const refusalOf = (work: Promise<unknown>) => work.then(() => null).catch((error: unknown) => error);
const stockOf = async ({ variantId }: { variantId: string }) => {
  const { rows } = await database.pool.query("select on_hand, reserved from inventory.level where variant_id = $1", [
    variantId,
  ]);
  return rows[0] as { on_hand: number; reserved: number };
};

test("a guest's cart becomes an order, word for word what the quote said", async () => {
  const mug = await anArticle(database.db, { amount: 150_000 });
  const { owner } = await aCart(database.db, [[mug, 2]]);
  const quote = await shop().startCheckout(owner, RUSSIA);

  const { order, token } = await shop().placeOrder(owner, aPlacement(quote.hash), "ru");

  expect(order).toMatchObject({
    number: expect.stringMatching(/^\d{6,}$/),
    totals: quote.totals,
    delivery: quote.delivery,
  });
  expect(order.totals.total).toBe(339_000);
  expect(await shop().getByToken(token)).toEqual(order);
  expect(await stockOf(mug)).toEqual({ on_hand: 100, reserved: 2 });
});

test("fifty clicks on one cart are one order, and all of them see it", async () => {
  const mug = await anArticle(database.db);
  const { owner } = await aCart(database.db, [[mug, 1]]);
  const quote = await shop().startCheckout(owner, RUSSIA);
  const orders = shop();

  const answers = await Promise.all(
    Array.from({ length: 50 }, () => orders.placeOrder(owner, aPlacement(quote.hash), "ru")),
  );

  expect(new Set(answers.map(({ order, token }) => `${order.number} ${token}`)).size).toBe(1);
  expect(await stockOf(mug)).toMatchObject({ reserved: 1 });
});

test("two hundred buyers of fifty pieces: fifty orders, and a clean answer for the others", async () => {
  const lamp = await anArticle(database.db, { stock: 50 });
  const orders = shop();
  const carts = await Promise.all(Array.from({ length: 200 }, () => aCart(database.db, [[lamp, 1]])));
  const hashes = new Map<unknown, string>();
  for (const { owner } of carts) {
    // Quotes of all of them before anyone holds a piece: each checkout frees its hold again.
    const { hash } = await orders.startCheckout(owner, RUSSIA);
    hashes.set(owner, hash);
    await database.pool.query("select inventory.release(holder_id) from inventory.hold where kind = 'held'");
  }

  const outcomes = await Promise.all(
    carts.map(({ owner }) =>
      orders.placeOrder(owner, aPlacement(hashes.get(owner) ?? ""), "ru").then(
        () => "placed",
        (error: unknown) => (error instanceof OutOfStock ? "sold out" : error),
      ),
    ),
  );

  const count = (outcome: string) => outcomes.filter((found) => found === outcome).length;
  expect({ placed: count("placed"), soldOut: count("sold out") }).toEqual({ placed: 50, soldOut: 150 });
  expect(await stockOf(lamp)).toEqual({ on_hand: 50, reserved: 50 });
});

test("buyers of overlapping baskets in opposite order never block each other for good", async () => {
  const [cup, saucer, spoon] = [
    await anArticle(database.db),
    await anArticle(database.db),
    await anArticle(database.db),
  ];
  const baskets = [
    [cup, saucer, spoon],
    [spoon, saucer, cup],
    [saucer, cup, spoon],
  ];
  const orders = shop();
  const carts = await Promise.all(
    Array.from({ length: 30 }, (_, index) =>
      aCart(
        database.db,
        (baskets[index % 3] ?? []).map((goods) => [goods, 1]),
      ),
    ),
  );

  const placed = await Promise.all(
    carts.map(async ({ owner }) => {
      const { hash } = await orders.startCheckout(owner, RUSSIA);
      return orders.placeOrder(owner, aPlacement(hash), "ru");
    }),
  );

  expect(placed).toHaveLength(30);
  expect(await stockOf(cup)).toMatchObject({ reserved: 30 });
});

test("what one checkout holds, another cannot buy, until the hold is over", async () => {
  const lastOne = await anArticle(database.db, { stock: 1 });
  const { orders, inventory, pass } = ordersOn(database.db);
  const [first, second] = [await aCart(database.db, [[lastOne, 1]]), await aCart(database.db, [[lastOne, 1]])];
  await orders.startCheckout(first.owner, RUSSIA);

  await expect(orders.startCheckout(second.owner, RUSSIA)).rejects.toThrow(OutOfStock);
  await inventory.releaseExpired(pass(15 * 60_000), 100);

  await expect(orders.startCheckout(second.owner, RUSSIA)).resolves.toMatchObject({ totals: { items: 150_000 } });
});

test("an order of what ran out meanwhile is refused whole, and leaves nothing behind", async () => {
  const [mug, vase] = [await anArticle(database.db, { stock: 1 }), await anArticle(database.db)];
  const { orders, inventory, pass } = ordersOn(database.db);
  const { owner, cartId } = await aCart(database.db, [
    [mug, 1],
    [vase, 1],
  ]);
  const quote = await orders.startCheckout(owner, RUSSIA);
  await inventory.releaseExpired(pass(16 * 60_000), 100);
  await inventory.adjust([{ variantId: mug.variantId, delta: -1 }], { actor: "test", reference: null });

  const refusal = await refusalOf(orders.placeOrder(owner, aPlacement(quote.hash), "ru"));

  expect(refusal).toBeInstanceOf(OutOfStock);
  expect((refusal as OutOfStock).details.shortages).toEqual([{ variantId: mug.variantId, wanted: 1, left: 0 }]);
  const { rows } = await database.pool.query("select 1 from orders.order where cart_id = $1", [cartId]);
  expect(rows).toEqual([]);
  expect(await stockOf(vase)).toMatchObject({ reserved: 0 });
});

test("a price that rose after the quote is shown before anything is bought", async () => {
  const mug = await anArticle(database.db, { amount: 100_000 });
  const { owner } = await aCart(database.db, [[mug, 1]]);
  const quote = await shop().startCheckout(owner, RUSSIA);
  await setPrice(database.db, mug, 120_000);

  const refusal = await refusalOf(shop().placeOrder(owner, aPlacement(quote.hash), "ru"));

  expect(refusal).toBeInstanceOf(QuoteChanged);
  const { quote: changed } = (refusal as QuoteChanged).details;
  expect(changed.totals.items).toBe(120_000);
  expect((await shop().placeOrder(owner, aPlacement(changed.hash), "ru")).order.totals).toEqual(changed.totals);
});

test("an address in another country than the quote's is priced anew", async () => {
  const mug = await anArticle(database.db);
  const { owner } = await aCart(database.db, [[mug, 1]]);
  const quote = await shop().startCheckout(owner, RUSSIA);
  const address = anAddress({ country: "DE", postcode: "10117", phone: "030 901820" });

  const refusal = await refusalOf(shop().placeOrder(owner, aPlacement(quote.hash, { address }), "ru"));

  expect((refusal as QuoteChanged).details.quote.delivery).toMatchObject({ code: "parcel", amount: 99_000 });
});

test("a cart that changed after the quote is not placed by it", async () => {
  const mug = await anArticle(database.db);
  const { owner, cartId } = await aCart(database.db, [[mug, 1]]);
  const quote = await shop().startCheckout(owner, RUSSIA);
  await database.pool.query("update cart.cart set version = version + 1 where id = $1", [cartId]);

  await expect(shop().placeOrder(owner, aPlacement(quote.hash), "ru")).rejects.toThrow(QuoteChanged);
});

test("a code with ten uses is taken ten times by forty buyers at once", async () => {
  const mug = await anArticle(database.db);
  await aCode(database.db, { code: "TEN", maxUses: 10 });
  const orders = shop();
  const carts = await Promise.all(Array.from({ length: 40 }, () => aCart(database.db, [[mug, 1]], { codes: ["TEN"] })));
  const quotes = await Promise.all(carts.map(({ owner }) => orders.startCheckout(owner, RUSSIA)));

  const outcomes = await Promise.all(
    carts.map(({ owner }, index) => refusalOf(orders.placeOrder(owner, aPlacement(quotes[index]?.hash ?? ""), "ru"))),
  );

  expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(10);
  expect(
    outcomes.every((outcome) => outcome === null || outcome instanceof CodeRefused || outcome instanceof QuoteChanged),
  ).toBe(true);
  const { rows } = await database.pool.query("select used from promotions.code where code = 'TEN'");
  expect(rows).toEqual([{ used: 10 }]);
});

test("a guest cannot use a code for one order per customer twice under one address", async () => {
  const mug = await anArticle(database.db);
  await aCode(database.db, { code: "ONCE", perCustomer: 1 });
  const orders = shop();
  const buy = async (email: string) => {
    const { owner } = await aCart(database.db, [[mug, 1]], { codes: ["ONCE"] });
    const { hash } = await orders.startCheckout(owner, RUSSIA);
    return refusalOf(orders.placeOrder(owner, aPlacement(hash, { email }), "ru"));
  };

  expect(await buy("anna@example.com")).toBeNull();
  const refusal = await buy("Anna@Example.com");

  expect(refusal).toBeInstanceOf(QuoteChanged);
  expect((refusal as QuoteChanged).details.quote.promotions).toMatchObject([{ obstacle: { reason: "used-by-you" } }]);
});

test("an order without a code touches no counter of codes", async () => {
  const mug = await anArticle(database.db);
  const { owner } = await aCart(database.db, [[mug, 1]]);
  const quote = await shop().startCheckout(owner, RUSSIA);
  const blocker = await database.pool.connect();
  try {
    await blocker.query("begin; lock table promotions.code, promotions.redemption in exclusive mode");

    await expect(shop().placeOrder(owner, aPlacement(quote.hash), "ru")).resolves.toBeDefined();
  } finally {
    await blocker.query("rollback");
    blocker.release();
  }
});

test("a stranger with someone else's quote places nothing and sees nothing", async () => {
  const mug = await anArticle(database.db);
  const victim = await aCart(database.db, [[mug, 1]]);
  const { hash } = await shop().startCheckout(victim.owner, RUSSIA);
  await shop().placeOrder(victim.owner, aPlacement(hash), "ru");
  const other = await aCart(database.db, [[mug, 1]]);

  await expect(shop().placeOrder({ userId: randomUUID() }, aPlacement(hash), "ru")).rejects.toThrow(EmptyCart);
  await expect(shop().placeOrder(other.owner, aPlacement(hash), "ru")).rejects.toThrow(QuoteChanged);
});

test.each(["", " ", "[]", "null", "100001"])("the token %j opens no order", async (token) => {
  await expect(shop().getByToken(token)).rejects.toThrow(NotFound);
});
