import { expect, test } from "vitest";
import { testShop } from "#testing.ts";
import { anOrderForm, onTheShelf, openForOrders } from "#testing-goods.ts";

const shop = testShop();

test("whoever buys the last piece: the list says sold out with the next refresh, twenty times of twenty", async () => {
  await openForOrders(shop);
  for (let round = 0; round < 20; round++) {
    const { variantId, productId } = await onTheShelf(shop.services, { stock: 1 });
    const { secret } = await shop.callerOf().cart.addItem({ variantId, quantity: 1, currency: "RUB" });
    const guest = shop.guest(secret);
    const { hash } = await guest.orders.startCheckout({ country: "RU" });

    await guest.orders.placeOrder({ ...anOrderForm(hash), quoteHash: hash });
    while ((await shop.services.search.refreshDirty(200)) > 0);

    const { rows } = await shop.database.pool.query<{ stock: unknown }>(
      "select card -> 'availability' as stock from search.listing where product_id = $1",
      [productId],
    );
    expect(rows, `round ${round}`).toEqual([{ stock: { inStock: false, left: 0 } }]);
  }
});
