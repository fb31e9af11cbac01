import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { onTheShelf } from "#testing-goods.ts";
import { type Caller, testShop } from "#testing.ts";

const shop = testShop();
let cup: string;
beforeEach(async () => {
  cup = (await onTheShelf(shop.services, { stock: 10, amount: 100_00 })).variantId;
});

const one = (variantId: string, quantity = 1) => ({ variantId, quantity, currency: "RUB" }) as const;
/** A browser with its cookie jar, as far as carts need one. */
function browser({ https = false } = {}) {
  const jar = { secret: null as string | null, lines: [] as string[] };
  const call = (change: object = {}) =>
    shop.callerOf({ realm: "browser", https, cartSecret: jar.secret, setCookies: jar.lines, ...change });
  return {
    jar,
    call,
    async add(quantity = 1) {
      const cart = await call().cart.addItem(one(cup, quantity));
      jar.secret = /cart=([^;]*)/.exec(jar.lines.at(-1) ?? "")?.[1] ?? jar.secret;
      return cart;
    },
  };
}

test("a program gets the secret of its guest's cart once and finds the cart by it", async () => {
  const { secret } = await shop.guest(null).cart.addItem(one(cup, 2));

  expect(secret).toMatch(/^[\w-]{22}$/);
  expect((await shop.guest(secret).cart.view({ currency: "RUB" })).itemCount).toBe(2);
  expect((await shop.guest().cart.view({ currency: "RUB" })).id).toBeNull();
});

test("a browser keeps its secret where no script can read it, never in the answer", async () => {
  const { jar, add, call } = browser({ https: true });

  const answer = await add();

  expect(answer.secret).toBeNull();
  expect(jar.lines).toHaveLength(1);
  expect(jar.lines[0]).toMatch(/^__Host-cart=[\w-]{22}; .*Path=\/; .*HttpOnly; Secure; SameSite=Lax$/);
  expect((await call().cart.view({ currency: "RUB" })).itemCount).toBe(1);
});

test("the database holds no secret of a cart, only its hash", async () => {
  const { secret } = await shop.guest(null).cart.addItem(one(cup));

  const { rows } = await shop.database.pool.query("select cart::text from cart.cart as cart");

  expect(JSON.stringify(rows)).not.toContain(secret);
});

test("a secret nobody gave out does not begin a cart under itself", async () => {
  const chosen = "A".repeat(22);

  const { secret } = await shop.guest(chosen).cart.addItem(one(cup));

  expect(secret).not.toBe(chosen);
  expect((await shop.guest(chosen).cart.view({ currency: "RUB" })).id).toBeNull();
});

test("four quick clicks add up, and each click repeated by the network counts once", async () => {
  const { add, call } = browser();
  await add();
  const keys = [1, 2, 3, 4].map(() => randomUUID());

  await Promise.all([...keys, ...keys].map((idempotencyKey) => call({ idempotencyKey }).cart.addItem(one(cup))));

  expect((await call().cart.view({ currency: "RUB" })).lines).toMatchObject([{ quantity: 5 }]);
});

test("the first click repeated by the network begins one cart and hands over one secret", async () => {
  const idempotencyKey = randomUUID();
  const click = () => shop.callerOf({ idempotencyKey }).cart.addItem(one(cup));

  const [first, second] = await Promise.all([click(), click()]);

  expect(first).toEqual(second);
});

test("after sign-in the guest's cart is the account's; after sign-out it is hidden and the browser starts anew", async () => {
  const { jar, add, call } = browser();
  await add(2);
  const { principal } = await shop.member("customer");

  const claimed = await call({ principal }).cart.claimGuestCart({});
  const [hidden, kept] = await Promise.all([
    call({ cartSecret: null }).cart.view({ currency: "RUB" }),
    call({ principal, cartSecret: null }).cart.view({ currency: "RUB" }),
  ]);

  expect(claimed.report).toEqual({ merged: true, changes: [] });
  expect(jar.lines.at(-1)).toMatch(/^cart=; .*Expires=Thu, 01 Jan 1970/);
  expect(kept).toEqual(claimed.cart);
  expect(hidden.id).toBeNull();
});

test("nobody but a signed-in person claims a cart", async () => {
  await expect(shop.guest().cart.claimGuestCart({})).rejects.toMatchObject({ code: "UNAUTHORIZED" });
});

test("a customer's additions need no secret and make none", async () => {
  const customer = await shop.signedIn("customer");

  const answer = await customer.cart.addItem(one(cup, 3));

  expect(answer.secret).toBeNull();
  expect((await customer.cart.view({ currency: "EUR" })).lines).toMatchObject([{ quantity: 3 }]);
});

test.each([0, -1, 1e10, 2 ** 31, 2 ** 53, 0.5, "1", true, null, Number.NaN])(
  "a quantity of %s is refused before anything is asked",
  async (quantity) => {
    const { secret } = await shop.guest(null).cart.addItem(one(cup));
    const { cart } = shop.guest(secret);

    await expect(cart.addItem({ ...one(cup), quantity: quantity as number })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
    if (quantity !== 0)
      await expect(
        cart.changeQuantity({ variantId: cup, quantity: quantity as number, version: 1 }),
      ).rejects.toMatchObject({ code: "BAD_REQUEST" });
    expect((await cart.view({ currency: "RUB" })).itemCount).toBe(1);
  },
);

test("the shopper sees how much is missing to free delivery", async () => {
  const free = { code: "courier", name: '{"en": "Courier"}', countries: ["RU"], prices: '{"RUB": 39000}' };
  await shop.database.db
    .insertInto("orders.deliveryMethod")
    .values({ ...free, freeFrom: '{"RUB": 50000}', minDays: 1, maxDays: 3 })
    .execute();
  shop.clock.advance(60_000);

  const { freeDeliveryMissing } = await shop.guest(null).cart.addItem(one(cup, 2));

  expect(freeDeliveryMissing).toBe(300_00);
});

test("a stale set comes back with the fresh cart, in the words of the contract", async () => {
  const { secret } = await shop.guest(null).cart.addItem(one(cup));
  const { cart } = shop.guest(secret);
  await cart.addItem(one(cup));

  const stale = cart.changeQuantity({ variantId: cup, quantity: 7, version: 1 });

  await expect(stale).rejects.toMatchObject({
    code: "CONFLICT",
    cause: { code: "cart.stale", details: { cart: { version: 2, itemCount: 2 } } },
  });
});

test("the answer of a filled cart keeps to the contract, to the last field", async () => {
  await shop.services.promotions.addPromotion({ id: randomUUID(), name: { ru: "Скидка" }, basisPoints: 1_000 });
  const { secret } = await shop.guest(null).cart.addItem(one(cup, 3));
  const { cart } = shop.guest(secret);

  await expect(cart.enterCode({ code: "unknown" })).rejects.toMatchObject({
    cause: { code: "promotions.code-refused", details: { code: "UNKNOWN", obstacle: { reason: "unknown" } } },
  });
  const view = await cart.changeQuantity({ variantId: cup, quantity: 2, version: 1 });

  expect(view).toMatchObject({
    version: 2,
    itemCount: 2,
    lines: [
      { variantId: cup, quantity: 2, unitAmount: 100_00, total: 200_00, availability: { inStock: true, left: null } },
    ],
    totals: { currency: "RUB", items: 200_00, total: 200_00 },
  });
});

test("codes are not found by trying: after ten a cart has to wait, and a network after sixty", async () => {
  const guest = shop.guest();
  const tryCode = (caller: Caller) =>
    caller.cart.enterCode({ code: randomUUID().slice(0, 8) }).then(
      () => "found",
      (error: Error) => error.message,
    );
  const outcomes = [];
  for (let count = 0; count < 11; count++) outcomes.push(await tryCode(guest));
  const ip = "198.51.100.1";
  const many = await Promise.all(
    Array.from({ length: 61 }, () => tryCode(shop.callerOf({ ip, cartSecret: randomUUID() }))),
  );

  expect(outcomes.filter((code) => code === "core.rate-limited")).toHaveLength(1);
  expect(outcomes.at(-1)).toBe("core.rate-limited");
  expect(many.filter((code) => code === "core.rate-limited")).toHaveLength(1);
});
