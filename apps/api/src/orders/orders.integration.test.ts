import { randomBytes } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { letterFor } from "#letters.ts";
import { type Caller, testShop } from "#testing.ts";
import { anOrderForm, onTheShelf, openForOrders } from "#testing-goods.ts";

const shop = testShop();

beforeAll(() => openForOrders(shop));

const code = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: Error) => error.message,
  );

async function filled(buyer: Caller, { stock = 100, quantity = 1 } = {}) {
  const { variantId } = await onTheShelf(shop.services, { stock });
  await buyer.cart.addItem({ variantId, quantity, currency: "RUB" });
}

/** A guest is whoever holds the secret that the first thing put into the cart was answered with. */
async function aGuest({ stock = 100, quantity = 1 } = {}) {
  const { variantId } = await onTheShelf(shop.services, { stock });
  const cart = await shop.guest(null).cart.addItem({ variantId, quantity, currency: "RUB" });
  return { call: shop.guest(cart.secret), cartSecret: cart.secret, variantId };
}

test("a guest buys without an account and opens the order by its token alone", async () => {
  const { call: guest } = await aGuest({ quantity: 2 });

  const quote = await guest.orders.startCheckout({ country: "RU" });
  const { order, token } = await guest.orders.placeOrder(anOrderForm(quote.hash));

  expect(order.totals).toMatchObject({
    items: 300_000,
    delivery: 39_000,
    total: 339_000,
    tax: 56_500,
    taxIncluded: true,
  });
  expect(await shop.guest().orders.getByToken({ token })).toEqual(order);
  expect(await code(shop.guest().orders.getByToken({ token: randomBytes(16).toString("base64url") }))).toBe(
    "core.not-found",
  );
});

test.each(["", " ", "[]", "null", "100001", `${"A".repeat(22)}\u0000`, "A".repeat(23)])(
  "a guest's order does not open by %j",
  async (token) => {
    expect(["core.not-found", "BAD_REQUEST"]).toContain(
      await code(shop.guest().orders.getByToken({ token })).then(plain),
    );
  },
);
/** Input that does not fit the schema arrives with zod's words as its message. */
const plain = (message: string) => (message.startsWith("[") ? "BAD_REQUEST" : message);

test("the same click with the same key is one order, and its answer comes back as it was", async () => {
  const { variantId } = await onTheShelf(shop.services);
  const { principal } = await shop.member("customer");
  const buyer = shop.callerOf({ principal });
  await buyer.cart.addItem({ variantId, quantity: 1, currency: "RUB" });
  const quote = await buyer.orders.startCheckout({ country: "RU" });
  const clicks = Array.from({ length: 10 }, () => shop.callerOf({ principal, idempotencyKey: "the-very-same-key" }));
  const others = Array.from({ length: 10 }, () => shop.callerOf({ principal }));
  const form = anOrderForm(quote.hash);

  const answers = await Promise.all([...clicks, ...others].map((click) => click.orders.placeOrder(form)));

  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect((await buyer.orders.list({})).orders).toHaveLength(1);
});

test("after the order the cart is empty, and the address is known next time", async () => {
  const buyer = await shop.signedIn("customer");
  await filled(buyer);
  const quote = await buyer.orders.startCheckout({ country: "RU" });

  await buyer.orders.placeOrder(anOrderForm(quote.hash));

  expect((await buyer.cart.view({ currency: "RUB" })).lines).toEqual([]);
  expect(await buyer.orders.lastAddress()).toMatchObject({ city: "Москва", phone: "+79123456789" });
  expect(await code(buyer.orders.startCheckout({ country: "RU" }))).toBe("orders.empty-cart");
});

test("nobody sees another's orders, address or checkout", async () => {
  const anna = await shop.signedIn("customer");
  await filled(anna);
  const quote = await anna.orders.startCheckout({ country: "RU" });
  const { order } = await anna.orders.placeOrder(anOrderForm(quote.hash));
  const boris = await shop.signedIn("customer");

  expect(await code(boris.orders.get({ id: order.id }))).toBe("core.not-found");
  expect(await boris.orders.list({})).toEqual({ orders: [], nextCursor: null });
  expect(await boris.orders.lastAddress()).toBeNull();
  expect(await code(boris.orders.placeOrder(anOrderForm(quote.hash)))).toBe("orders.empty-cart");
  expect(await code(boris.orders.admin.get({ id: order.id }))).toBe("auth.forbidden");
});

test("an order is refused by name when the address, the mail or the country does not do", async () => {
  const { call: guest } = await aGuest();
  const quote = await guest.orders.startCheckout({ country: "RU" });
  const form = anOrderForm(quote.hash);
  const { address } = form;

  expect(await code(guest.orders.placeOrder({ ...form, address: { ...address, postcode: "123" } }))).toBe(
    "users.invalid-address",
  );
  expect(await code(guest.orders.placeOrder({ ...form, email: "no address" }))).toBe("orders.invalid-email");
  expect(await code(guest.orders.startCheckout({ country: "US" }))).toBe("orders.no-delivery-method");
});

test.each([0, -1, 0.5, 1e10, 2 ** 31, 2 ** 53, "1", true, null])(
  "a quantity of %j is no quantity",
  async (quantity) => {
    const { variantId } = await onTheShelf(shop.services);
    const guest = shop.guest(null);

    const added = guest.cart.addItem({ variantId, quantity: quantity as number, currency: "RUB" });

    expect(await code(added).then(plain)).toBe("BAD_REQUEST");
  },
);

test("what is not in the form of an order is refused, not ignored", async () => {
  const { call: guest } = await aGuest();
  const quote = await guest.orders.startCheckout({ country: "RU" });

  for (const extra of [{ total: 1 }, { userId: "x" }, { price: 0 }, { paid: true }])
    expect(await code(guest.orders.placeOrder({ ...anOrderForm(quote.hash), ...extra })).then(plain)).toBe(
      "BAD_REQUEST",
    );
});

const actsOn = (subjectId: string) =>
  shop.database.db
    .selectFrom("core.audit")
    .select(["action", "before", "after"])
    .where("subjectId", "=", subjectId)
    .orderBy("id")
    .execute();

test("the shopkeeper ships and hands over, and the letter tells the buyer where to look", async () => {
  const buyer = await shop.signedIn("customer");
  await filled(buyer, { stock: 5, quantity: 2 });
  const quote = await buyer.orders.startCheckout({ country: "RU" });
  const { order, token } = await buyer.orders.placeOrder(anOrderForm(quote.hash));
  const staff = await shop.signedIn("staff");

  const shipped = await staff.orders.admin.markShipped({ id: order.id, version: order.version });
  const stale = await code(staff.orders.admin.markShipped({ id: order.id, version: order.version }));
  const delivered = await staff.orders.admin.markDelivered({ id: order.id, version: shipped.version });

  expect(stale).toBe("core.stale-version");
  expect(delivered).toMatchObject({ state: "completed", paymentState: "paid", fulfilmentState: "delivered" });
  expect((await staff.orders.admin.list({ q: order.number })).orders).toMatchObject([
    { id: order.id, email: order.email },
  ]);
  const sources = {
    publicUrl: "https://shop.example",
    order: shop.services.orders.forLetter,
    unsubscribe: () => "",
    open: (sealed: string) => sealed,
    notices: shop.services.notices,
  };
  expect(await actsOn(order.id)).toEqual([
    { action: "orders.shipped", before: { fulfilmentState: "unfulfilled" }, after: { fulfilmentState: "shipped" } },
    {
      action: "orders.delivered",
      before: { state: "placed", paymentState: "pending", fulfilmentState: "shipped" },
      after: { state: "completed", paymentState: "paid", fulfilmentState: "delivered" },
    },
  ]);
  const letter = await letterFor({ topic: "orders.placed", orderId: order.id, locale: "en" }, sources);
  expect(letter.text).toContain(`https://shop.example/en/order/${token}`);
});

test("guests of one network hold goods in sixty checkouts a quarter of an hour, customers as they like", async () => {
  const ip = "198.51.100.1";
  const start = (caller: Caller) => code(caller.orders.startCheckout({ country: "RU" }));
  const { principal } = await shop.member("customer");
  const outcomes = await Promise.all(
    Array.from({ length: 61 }, () => start(shop.callerOf({ ip, cartSecret: randomBytes(16).toString("base64url") }))),
  );

  expect(outcomes.filter((outcome) => outcome === "core.rate-limited")).toHaveLength(1);
  expect(await start(shop.callerOf({ ip, principal }))).toBe("orders.empty-cart");
});
