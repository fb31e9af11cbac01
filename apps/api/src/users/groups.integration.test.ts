import { randomUUID } from "node:crypto";
import type { GroupRule } from "@vitrina/domain/users";
import { sql } from "kysely";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { type Caller, testShop } from "#testing.ts";
import { anOrderForm, onTheShelf, openForOrders } from "#testing-goods.ts";

const shop = testShop();
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
let staff: Caller;
beforeAll(() => openForOrders(shop));
beforeEach(async () => {
  staff = await shop.signedIn("staff");
});

const draft = (rule: GroupRule | null = null) => ({
  code: `g-${randomUUID()}`,
  name: { ru: "Свои", en: "Friends" },
  rule,
});
async function aShopper() {
  const { principal, email } = await shop.member("customer");
  return { userId: principal.userId, email, call: shop.callerOf({ principal }) };
}
type Shopper = Awaited<ReturnType<typeof aShopper>>;

async function anOrderOf({ call }: Pick<Shopper, "call">, codes: string[] = []) {
  const { variantId } = await onTheShelf(shop.services, { amount: 1_000_00 });
  await call.cart.addItem({ variantId, quantity: 1, currency: "RUB" });
  for (const code of codes) await call.cart.enterCode({ code });
  const quote = await call.orders.startCheckout({ country: "RU" });
  return { quote, place: async () => (await call.orders.placeOrder(anOrderForm(quote.hash))).order };
}
/** A code for ten per cent that only members of the group may use. */
async function aCodeFor(groupId: string) {
  const id = randomUUID();
  const code = `FOR${id.slice(0, 8)}`.toUpperCase();
  await shop.services.promotions.addPromotion({ id, name: { en: "For friends" }, basisPoints: 1_000, groupId });
  await shop.services.promotions.addCode({ promotionId: id, code });
  return { code, id };
}
const refresh = async () => {
  while ((await shop.services.groups.refreshChanged(200)) > 0);
};
const codesOf = async (userId: string) =>
  (await staff.users.groups.ofCustomer({ userId })).groups.map(({ group }) => group.code);

test("a code for a group is refused to guests and strangers, with the reason, and gives its members money", async () => {
  const { id: groupId } = await staff.users.groups.create(draft());
  const { code } = await aCodeFor(groupId);
  const [friend, stranger] = [await aShopper(), await aShopper()];
  await staff.users.groups.addMember({ groupId, userId: friend.userId });
  const { variantId } = await onTheShelf(shop.services, { amount: 1_000_00 });
  const item = { variantId, quantity: 1, currency: "RUB" } as const;
  const { secret } = await shop.callerOf().cart.addItem(item);

  for (const call of [shop.guest(secret), stranger.call]) {
    await call.cart.addItem(item);
    await expect(call.cart.enterCode({ code })).rejects.toMatchObject({
      cause: { details: { code, obstacle: { reason: "not-for-you" } } },
    });
  }
  const { quote, place } = await anOrderOf(friend, [code]);
  const order = await place();

  expect(quote.totals).toMatchObject({ items: 1_000_00, discount: 100_00 });
  expect(order.promotions).toMatchObject([{ code, amount: 100_00, obstacle: null }]);
});

test("a member's cart loses the code at the instant the membership ends, and the order is quoted anew", async () => {
  const { id: groupId } = await staff.users.groups.create(draft());
  const { code } = await aCodeFor(groupId);
  const friend = await aShopper();
  const until = new Date(shop.clock.now().getTime() + HOUR).toISOString();
  await staff.users.groups.addMember({ groupId, userId: friend.userId, until });
  const { place } = await anOrderOf(friend, [code]);
  const look = async () => (await friend.call.cart.view({ currency: "RUB" })).promotions;
  expect(await look()).toMatchObject([{ code, amount: 100_00 }]);

  shop.clock.advance(HOUR - 1);
  expect(await look()).toMatchObject([{ code, amount: 100_00, obstacle: null }]);
  shop.clock.advance(1);

  expect(await look()).toMatchObject([{ code, amount: 0, obstacle: { reason: "not-for-you" } }]);
  await expect(place()).rejects.toMatchObject({ message: "orders.quote-changed" });
});

test("a group that a promotion is for is kept, and staff hear which one", async () => {
  const { id, version } = await staff.users.groups.create(draft());
  const promotion = await aCodeFor(id);

  await expect(staff.users.groups.remove({ id, version })).rejects.toMatchObject({
    message: "users.group-in-use",
    cause: { details: { uses: [{ kind: "promotion", id: promotion.id, name: { en: "For friends" } }] } },
  });
  await expect(sql`delete from users.customer_group where id = ${id}`.execute(shop.database.db)).rejects.toThrow(
    /promotion/,
  );
});

test("an order lets its buyer into a group by rule, and a cancelled one takes them out", async () => {
  const orders = draft([{ fact: "orders", atLeast: 1, withinDays: null }]);
  const spent = draft([{ fact: "spent", atLeast: 1_390_00, currency: "RUB", withinDays: 30 }]);
  for (const group of [orders, spent]) await staff.users.groups.create(group);
  const [buyer, other] = [await aShopper(), await aShopper()];
  await refresh();
  const { place } = await anOrderOf(buyer);
  const order = await place();

  await refresh();
  expect(new Set(await codesOf(buyer.userId))).toEqual(new Set([orders.code, spent.code]));
  expect(await codesOf(other.userId)).toEqual([]);

  await sql`update orders.order set state = 'cancelled' where id = ${order.id}`.execute(shop.database.db);
  await refresh();
  expect(await codesOf(buyer.userId)).toEqual([]);
});

test("a guest's order counts for nobody until it is somebody's", async () => {
  const group = draft([{ fact: "orders", atLeast: 1, withinDays: null }]);
  await staff.users.groups.create(group);
  const { secret } = await shop.callerOf().cart.addItem({
    variantId: (await onTheShelf(shop.services)).variantId,
    quantity: 1,
    currency: "RUB",
  });
  const order = await (await anOrderOf({ call: shop.guest(secret) })).place();
  const { userId } = await aShopper();
  await refresh();
  expect(await codesOf(userId)).toEqual([]);

  await sql`update orders.order set user_id = ${userId} where id = ${order.id}`.execute(shop.database.db);
  await refresh();

  expect(await codesOf(userId)).toContain(group.code);
});

test("a group that looks back over some days loses its members as time goes by", async () => {
  const group = draft([{ fact: "orders", atLeast: 1, withinDays: 3 }]);
  const { id } = await staff.users.groups.create(group);
  const buyer = await aShopper();
  await (await anOrderOf(buyer)).place();
  await refresh();
  expect(await codesOf(buyer.userId)).toContain(group.code);

  shop.clock.advance(3 * DAY);
  await shop.services.groups.refreshTimed();
  staff = await shop.signedIn("staff");

  expect((await staff.users.groups.get({ id })).members).toBe(0);
  expect((await staff.users.groups.members({ id })).members).toEqual([]);
});

test("staff see how many customers a rule would let in before they save it", async () => {
  const rule: GroupRule = [{ fact: "country", countries: ["US"] }];
  const { customers } = await staff.users.groups.preview({ rule });
  const { call } = await aShopper();
  await call.users.addresses.add({
    ...anOrderForm("").address,
    country: "US",
    region: "NY",
    city: "New York",
    postcode: "10001",
    phone: "+12125550123",
  });

  expect(await staff.users.groups.preview({ rule })).toEqual({ customers: customers + 1 });
  expect((await staff.users.groups.create(draft(rule))).members).toBe(customers + 1);
});

test("members are shown with their address masked, and each act is written down", async () => {
  const { id: groupId } = await staff.users.groups.create(draft());
  const { userId, email } = await aShopper();
  await staff.users.groups.addMember({ groupId, userId });

  const { members } = await staff.users.groups.members({ id: groupId, q: email.slice(0, 20) });
  const { events } = await (await shop.signedIn("admin")).core.audit.list({ subjectKind: "group", subjectId: groupId });

  expect(members).toMatchObject([{ customer: { id: userId, maskedEmail: "c***@vitrina.example" }, until: null }]);
  expect(JSON.stringify(members)).not.toContain(email);
  expect(events.map(({ action }) => action)).toEqual(["users.group-member-added", "users.group-created"]);
});

test("a rule of more than the shop knows is refused", async () => {
  const wrong = [{ fact: "orders", atLeast: 0, withinDays: null }, { fact: "salary" }, { fact: "verified", or: true }];
  for (const condition of wrong)
    await expect(staff.users.groups.preview({ rule: [condition as never] })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
});
