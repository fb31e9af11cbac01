import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { testShop } from "#testing.ts";
import { anOrderForm, onTheShelf, openForOrders } from "#testing-goods.ts";

const shop = testShop();

async function anOrder() {
  await openForOrders(shop);
  const { variantId } = await onTheShelf(shop.services);
  const buyer = await shop.signedIn("customer");
  await buyer.cart.addItem({ variantId, quantity: 1, currency: "RUB" });
  const { hash } = await buyer.orders.startCheckout({ country: "RU" });
  return (await buyer.orders.placeOrder(anOrderForm(hash))).order;
}

const trailOf = (subjectId: string) =>
  shop.database.db.selectFrom("core.audit").selectAll().where("subjectId", "=", subjectId).execute();

test("an act of staff is written down once, with the request and the network it came from", async () => {
  const { id, version } = await anOrder();
  const { principal } = await shop.member("staff");
  const call = { principal, requestId: randomUUID(), idempotencyKey: randomUUID(), ip: "198.51.100.77" };
  const ship = () => shop.callerOf(call).orders.admin.markShipped({ id, version });

  await ship();
  await ship();

  expect(await trailOf(id)).toMatchObject([
    {
      action: "orders.shipped",
      actorKind: "user",
      actorId: principal.userId,
      subjectKind: "order",
      requestId: call.requestId,
      network: "198.51.100.0/24",
    },
  ]);
});

test("an act that is refused leaves no trace", async () => {
  const { id, version } = await anOrder();
  const staff = await shop.signedIn("staff");

  await expect(staff.orders.admin.markDelivered({ id, version })).rejects.toThrow("orders.illegal-transition");

  expect(await trailOf(id)).toEqual([]);
});
