import { beforeAll, expect, test } from "vitest";
import { TEST_PASSWORD, testShop } from "#testing.ts";
import { deliverOrder, openForOrders, placeOrder, placeOrderAsGuest } from "#testing-goods.ts";
import { postOffice } from "#testing-letters.ts";

const shop = testShop();
const { tokenFor } = postOffice(shop);
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { message: string }) => error.message,
  );
let count = 0;
const anAddress = () => `buyer-${++count}@vitrina.example`;

beforeAll(() => openForOrders(shop));

async function signUp(email: string) {
  await shop.callerOf().auth.signUp({ email, password: TEST_PASSWORD, name: "Анна", locale: "ru" });
  const { tokens } = await shop.callerOf().auth.signIn({ email, password: TEST_PASSWORD });
  const principal = await shop.services.auth.authenticate(tokens?.accessToken ?? "", "api");
  const caller = shop.callerOf({ principal });
  const verify = async () => caller.auth.verifyEmail({ token: await tokenFor(email, "/verify") });
  return { caller, verify, userId: principal.userId };
}
async function aMember(email = anAddress()) {
  const member = await signUp(email);
  await member.verify();
  return { ...member, email };
}
const ownerOf = async (id: string) =>
  (await shop.database.pool.query<{ user_id: string | null }>(`select user_id from orders."order" where id = $1`, [id]))
    .rows[0]?.user_id;

test("orders of a guest come to the owner of the confirmed address by their own act, and not before (T-09)", async () => {
  const email = anAddress();
  const { order, token } = await placeOrderAsGuest(shop, { email });
  const thief = await signUp(email);

  expect(await thief.caller.orders.claimable()).toEqual([]);
  expect(await refusal(thief.caller.orders.claim({ ids: [order.id] }))).toBe("orders.buyer-unverified");
  await thief.verify();
  expect((await thief.caller.orders.list({})).orders).toEqual([]);
  expect(await refusal(thief.caller.orders.get({ id: order.id }))).toBe("core.not-found");
  expect(await ownerOf(order.id)).toBeNull();
  expect(await thief.caller.orders.claimable()).toMatchObject([{ id: order.id, number: order.number }]);

  await thief.caller.orders.claim({ ids: [order.id] });

  expect((await thief.caller.orders.list({})).orders).toMatchObject([{ id: order.id }]);
  expect(await thief.caller.orders.claimable()).toEqual([]);
  expect((await shop.callerOf().orders.getByToken({ token })).id).toBe(order.id);
});

test("the same mailbox is told by its canonical address, whatever letters it was typed in; another one never", async () => {
  const anna = await aMember("Anna.K@Vitrina.example");
  const { order } = await placeOrderAsGuest(shop, { email: "anna.k@VITRINA.example" });
  for (const email of [
    "annak@vitrina.example",
    "anna.k+1@vitrina.example",
    "anna.\u212A@vitrina.example",
    "x@vitrina.example",
  ])
    await placeOrderAsGuest(shop, { email }).catch(() => null);

  const { order: lookalike } = await placeOrderAsGuest(shop, { email: "somebody@vitrina.example" });
  await shop.database.pool.query(`update orders."order" set email = $2 where id = $1`, [
    lookalike.id,
    "anna.\u212A@vitrina.example",
  ]);

  expect((await anna.caller.orders.claimable()).map(({ id }) => id)).toEqual([order.id]);
});

test("a typed address gives nothing: neither at checkout nor by asking to change to it (T-09)", async () => {
  const victim = anAddress();
  const { order } = await placeOrderAsGuest(shop, { email: victim });
  const thief = await aMember();

  await placeOrder(shop, thief.caller, { email: victim });
  await thief.caller.auth.changeEmail({ email: victim });

  expect(await thief.caller.orders.claimable()).toEqual([]);
  expect(await refusal(thief.caller.orders.claim({ ids: [order.id] }))).toBe("core.not-found");
  expect(await ownerOf(order.id)).toBeNull();
});

test("a foreign id among one's own takes nothing at all (T-01)", async () => {
  const anna = await aMember();
  const { order: own } = await placeOrderAsGuest(shop, { email: anna.email });
  const boris = await aMember();
  const theirs = await placeOrder(shop, boris.caller, { email: anna.email });
  const { order: guests } = await placeOrderAsGuest(shop, { email: boris.email });

  for (const id of [theirs.id, guests.id, crypto.randomUUID()])
    expect(await refusal(anna.caller.orders.claim({ ids: [own.id, id] }))).toBe("core.not-found");

  expect([await ownerOf(own.id), await ownerOf(theirs.id), await ownerOf(guests.id)]).toEqual([
    null,
    boris.userId,
    null,
  ]);
  expect((await anna.caller.orders.claimable()).map(({ id }) => id)).toEqual([own.id]);
});

test("an order that is somebody's already is not offered, though it bears the address", async () => {
  const anna = await aMember();
  const boris = await aMember();
  await placeOrder(shop, boris.caller, { email: anna.email });

  expect(await anna.caller.orders.claimable()).toEqual([]);
});

test("ten clicks at once take the orders once", async () => {
  const anna = await aMember();
  const ids: string[] = [];
  for (let n = 0; n < 3; n++) ids.push((await placeOrderAsGuest(shop, { email: anna.email })).order.id);

  const answers = await Promise.all(Array.from({ length: 10 }, () => refusal(anna.caller.orders.claim({ ids }))));

  expect(answers).toEqual(Array.from({ length: 10 }, () => null));
  const { rows } = await shop.database.pool.query(
    "select subject_id from core.audit where action = 'orders.claimed' and actor_id = $1",
    [anna.userId],
  );
  expect(rows).toHaveLength(ids.length);
  expect(rows.map(({ subject_id }) => subject_id)).toEqual(expect.arrayContaining(ids));
});

test("an order that was taken counts as a purchase: its goods may be reviewed", async () => {
  const anna = await aMember();
  const { order } = await placeOrderAsGuest(shop, { email: anna.email });
  await deliverOrder(shop, order);
  const productId = order.lines[0]?.productId ?? "";
  expect(await anna.caller.reviews.mayWrite({ productId })).toMatchObject({ allowed: false });

  await anna.caller.orders.claim({ ids: [order.id] });

  expect(await anna.caller.reviews.mayWrite({ productId })).toMatchObject({ allowed: true });
});
