import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { type Caller, testShop } from "#testing.ts";
import { anOrderForm, onTheShelf, openForOrders } from "#testing-goods.ts";

const shop = testShop();
const HOUR = 3_600_000;
let staff: Caller;
let priority = 0;
beforeAll(async () => {
  await openForOrders(shop);
  staff = await shop.signedIn("staff");
});

async function friends(until?: string) {
  const { principal } = await shop.member("customer");
  const group = await staff.users.groups.create({
    code: `g-${randomUUID()}`.slice(0, 40),
    name: { ru: "Свои", en: "Friends" },
    rule: null,
  });
  await staff.users.groups.addMember({ groupId: group.id, userId: principal.userId, until });
  return { group, friend: shop.callerOf({ principal }) };
}
async function goods(amount = 1_000_00) {
  const { variantId, productId } = await onTheShelf(shop.services, { amount });
  const { variant } = await staff.pricing.prices.timeline({ variantId });
  return { variantId, productId, sku: variant.sku, slug: variant.slug };
}
async function aList(
  sku: string,
  {
    amount,
    minQuantity = 1,
    groupId = null,
    country = null,
  }: { amount: number; minQuantity?: number; groupId?: string | null; country?: string | null },
) {
  const list = await staff.pricing.lists.create({
    name: { ru: "Опт", en: "Wholesale" },
    groupId,
    country,
    priority: ++priority,
    from: null,
    until: null,
  });
  return staff.pricing.lists.setEntries({
    id: list.id,
    version: list.version,
    entries: [{ sku, currency: "RUB", minQuantity, amount, from: null, until: null }],
  });
}
async function refreshed() {
  while ((await shop.services.search.refreshDirty(100)) > 0);
}
/** What a shopper is told a piece costs: on the product's page, its card, in the cart and at the checkout. */
async function told(call: Caller, { variantId, productId, slug }: Awaited<ReturnType<typeof goods>>) {
  const page = await call.search.product({ slug, currency: "RUB" });
  const { rows } = await call.search.list({ q: page.variants[0]?.sku ?? "", currency: "RUB" });
  const cart = await call.cart.addItem({ variantId, quantity: 1, currency: "RUB" });
  const quote = await call.orders.startCheckout({ country: "RU" });
  return {
    page: page.variants[0]?.price?.amount,
    card: rows.find((row) => row.productId === productId)?.price?.amount,
    cart: cart.lines.find((line) => line.variantId === variantId)?.unitAmount,
    quote,
  };
}

test("a member pays the group's price wherever a price is shown, and a stranger never sees it", async () => {
  const { group, friend } = await friends();
  const cup = await goods();
  await aList(cup.sku, { amount: 700_00, groupId: group.id });
  await refreshed();

  const theirs = await told(friend, cup);
  const stranger = await told(await shop.signedIn("customer"), cup);
  const { order } = await friend.orders.placeOrder(anOrderForm(theirs.quote.hash));

  expect(theirs).toMatchObject({ page: 700_00, card: 700_00, cart: 700_00, quote: { totals: { items: 700_00 } } });
  expect(stranger).toMatchObject({
    page: 1_000_00,
    card: 1_000_00,
    cart: 1_000_00,
    quote: { totals: { items: 1_000_00 } },
  });
  expect(order.totals.items).toBe(700_00);
});

test("a public list is on cards, with the former price, within a refresh", async () => {
  const cup = await goods();
  await aList(cup.sku, { amount: 800_00 });
  await refreshed();
  const guest = shop.callerOf();

  const { rows } = await guest.search.list({ q: cup.sku, currency: "RUB" });

  expect(rows[0]?.price).toMatchObject({ amount: 800_00, compareAt: 1_000_00 });
});

test("when a membership ends, the cart tells the change and the order is quoted anew", async () => {
  const until = new Date(shop.clock.now().getTime() + HOUR).toISOString();
  const { group, friend } = await friends(until);
  const cup = await goods();
  await aList(cup.sku, { amount: 700_00, groupId: group.id });
  const { quote } = await told(friend, cup);
  shop.clock.advance(HOUR);

  await expect(friend.orders.placeOrder(anOrderForm(quote.hash))).rejects.toMatchObject({
    cause: { code: "orders.quote-changed" },
  });
  const cart = await friend.cart.view({ currency: "RUB" });

  expect(cart.lines[0]).toMatchObject({
    unitAmount: 1_000_00,
    list: null,
    warnings: [{ kind: "price-changed", from: 700_00, to: 1_000_00 }],
  });
});

test("more pieces of one line cost less each, and the shopper who put them in is not warned", async () => {
  const cup = await goods();
  await aList(cup.sku, { amount: 600_00, minQuantity: 3 });
  const buyer = await shop.signedIn("customer");
  const item = { variantId: cup.variantId, currency: "RUB" } as const;
  await buyer.cart.addItem({ ...item, quantity: 2 });

  const cart = await buyer.cart.addItem({ ...item, quantity: 1 });

  expect(cart.lines[0]).toMatchObject({
    quantity: 3,
    unitAmount: 600_00,
    list: { minQuantity: 3, forGroup: false },
    warnings: [],
  });
});

test("a group that a list is for is kept, and the list is named", async () => {
  const { group } = await friends();
  const cup = await goods();
  await aList(cup.sku, { amount: 700_00, groupId: group.id });

  await expect(staff.users.groups.remove({ id: group.id, version: group.version })).rejects.toMatchObject({
    cause: { details: { uses: [{ kind: "price-list", name: { en: "Wholesale" } }] } },
  });
});
