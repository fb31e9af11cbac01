import { beforeAll, expect, test } from "vitest";
import { testShop } from "#testing.ts";
import { anOrderForm, onTheShelf, openForOrders } from "#testing-goods.ts";

const shop = testShop();

beforeAll(() => openForOrders(shop));

test("a hundred guests race from checkout to order for twenty-five pieces: twenty-five get one, nobody an error of ours", async () => {
  const { variantId } = await onTheShelf(shop.services, { stock: 25 });
  const guests = await Promise.all(
    Array.from({ length: 100 }, async () => {
      const { secret } = await shop.guest(null).cart.addItem({ variantId, quantity: 1, currency: "RUB" });
      return shop.guest(secret);
    }),
  );

  const outcomes = await Promise.all(
    guests.map(async (guest) => {
      try {
        const { hash } = await guest.orders.startCheckout({ country: "RU" });
        await guest.orders.placeOrder(anOrderForm(hash));
        return "placed";
      } catch (error) {
        return (error as Error).message;
      }
    }),
  );

  const tally = Object.fromEntries(
    Map.groupBy(outcomes, (outcome) => outcome)
      .entries()
      .map(([name, all]) => [name, all.length]),
  );
  expect(tally).toEqual({ placed: 25, "inventory.out-of-stock": 75 });
  expect(await shop.services.inventory.availableOf([variantId])).toEqual(new Map([[variantId, 0]]));
});
