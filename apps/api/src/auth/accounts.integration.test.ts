import { beforeAll, expect, test } from "vitest";
import { TEST_PASSWORD, testShop } from "#testing.ts";
import { anOrderForm, onTheShelf, openForOrders } from "#testing-goods.ts";

const shop = testShop();
beforeAll(() => openForOrders(shop));
const reason = "card testing";

async function working(role: "customer" | "staff" | "admin") {
  const { principal, email } = await shop.member(role);
  return { id: principal.userId, email, call: shop.callerOf({ principal }) };
}

test("a disabled customer's live token changes nothing any more, nobody signs in, and the open order goes on", async () => {
  const [customer, keeper] = [await working("customer"), await working("staff")];
  const { variantId } = await onTheShelf(shop.services);
  await customer.call.cart.addItem({ variantId, quantity: 1, currency: "RUB" });
  const { hash } = await customer.call.orders.startCheckout({ country: "RU" });
  const { order } = await customer.call.orders.placeOrder(anOrderForm(hash));

  await keeper.call.auth.accounts.disable({ userId: customer.id, reason });

  const acts = await Promise.allSettled(
    Array.from({ length: 20 }, () => customer.call.cart.addItem({ variantId, quantity: 1, currency: "RUB" })),
  );
  expect(acts.filter(({ status }) => status === "fulfilled")).toEqual([]);
  const credentials = { email: customer.email, password: TEST_PASSWORD };
  await expect(shop.callerOf().auth.signIn(credentials)).rejects.toThrow("auth.account-disabled");
  await expect(keeper.call.auth.accounts.sessions({ userId: customer.id })).resolves.toEqual({ open: 0 });
  await expect(keeper.call.orders.admin.markShipped({ id: order.id, version: order.version })).resolves.toMatchObject({
    fulfilmentState: "shipped",
  });
});

test("each decision makes the links and tokens of before worthless", async () => {
  const [customer, keeper] = [await working("customer"), await working("staff")];
  const version = async () =>
    (
      await shop.database.db
        .selectFrom("users.user")
        .select("av")
        .where("id", "=", customer.id)
        .executeTakeFirstOrThrow()
    ).av;
  const before = await version();

  await keeper.call.auth.accounts.disable({ userId: customer.id, reason });
  await keeper.call.auth.accounts.disable({ userId: customer.id, reason });
  await keeper.call.auth.accounts.enable({ userId: customer.id, reason });

  expect(await version()).toBe(before + 2);
});

test("a disabled shopkeeper's live token reads nothing of the back office any more", async () => {
  const [keeper, admin] = [await working("staff"), await working("admin")];
  await keeper.call.orders.admin.list({});

  await admin.call.auth.accounts.disable({ userId: keeper.id, reason });

  await expect(keeper.call.orders.admin.list({})).rejects.toThrow("auth.session-revoked");
  await expect(keeper.call.users.customers.find({ q: "anna" })).rejects.toThrow("auth.session-revoked");
});

test("an enabled account signs in anew; what was signed in before stays out", async () => {
  const [customer, keeper] = [await working("customer"), await working("staff")];
  await keeper.call.auth.accounts.disable({ userId: customer.id, reason });

  await keeper.call.auth.accounts.enable({ userId: customer.id, reason: "a mistake" });

  await expect(customer.call.cart.changeCurrency({ currency: "RUB" })).rejects.toThrow("auth.session-revoked");
  const credentials = { email: customer.email, password: TEST_PASSWORD };
  await expect(shop.callerOf().auth.signIn(credentials)).resolves.toBeTruthy();
  const { events } = await (await working("admin")).call.core.audit.list({ subjectId: customer.id });
  expect(events.slice(0, 2)).toMatchObject([
    { action: "users.enabled", before: { status: "disabled" }, after: { status: "active" }, reason: "a mistake" },
    { action: "users.disabled", before: { status: "active" }, after: { status: "disabled" }, reason },
  ]);
});

test("nobody shuts themselves out, and staff decide about customers only", async () => {
  const [keeper, colleague, admin] = [await working("staff"), await working("staff"), await working("admin")];

  for (const { id, call } of [keeper, admin])
    await expect(call.auth.accounts.disable({ userId: id, reason })).rejects.toThrow("auth.self-disable");
  for (const { id } of [colleague, admin])
    await expect(keeper.call.auth.accounts.disable({ userId: id, reason })).rejects.toThrow("auth.forbidden");
  await expect(colleague.call.orders.admin.list({})).resolves.toBeTruthy();
});

test("of two admins who disable each other at once, one stays", async () => {
  for (let round = 0; round < 5; round++) {
    const [one, other] = [await working("admin"), await working("admin")];

    const outcomes = await Promise.allSettled([
      one.call.auth.accounts.disable({ userId: other.id, reason }),
      other.call.auth.accounts.disable({ userId: one.id, reason }),
    ]);

    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  }
});

test("a refused decision leaves account, sessions and trail as they were", async () => {
  const [keeper, admin] = [await working("staff"), await working("admin")];

  await expect(keeper.call.auth.accounts.disable({ userId: admin.id, reason })).rejects.toThrow("auth.forbidden");

  const { events } = await admin.call.core.audit.list({ subjectId: admin.id, action: "users.disabled" });
  expect(events).toEqual([]);
});
