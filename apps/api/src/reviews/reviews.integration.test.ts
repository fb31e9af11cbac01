import { beforeAll, expect, test } from "vitest";
import { type Caller, testShop } from "#testing.ts";
import { anOrderForm, onTheShelf, openForOrders } from "#testing-goods.ts";

const shop = testShop();
const words = { title: "", body: "Держит тепло, приятная на ощупь, не скользит." };

beforeAll(() => openForOrders(shop));

const code = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: Error) => error.message,
  );

async function bought(buyer: Caller, variantId: string) {
  await buyer.cart.addItem({ variantId, quantity: 1, currency: "RUB" });
  const { hash } = await buyer.orders.startCheckout({ country: "RU" });
  return (await buyer.orders.placeOrder(anOrderForm(hash))).order;
}

async function delivered(buyer: Caller, variantId: string) {
  const staff = await shop.signedIn("staff");
  const { id } = await bought(buyer, variantId);
  const { version } = await staff.orders.admin.markShipped({ id, version: 1 });
  await staff.orders.admin.markDelivered({ id, version });
}

test("only who received it may review it, and once", async () => {
  const { productId, variantId } = await onTheShelf(shop.services);
  const buyer = await shop.signedIn("customer");
  expect(await buyer.reviews.mayWrite({ productId })).toEqual({ allowed: false, reason: "not-purchased" });
  await bought(buyer, variantId);
  expect(await code(buyer.reviews.write({ productId, rating: 5, ...words }))).toBe("reviews.not-purchased");

  await delivered(buyer, variantId);
  const review = await buyer.reviews.write({ productId, rating: 4, ...words });

  expect(review).toMatchObject({ author: "Test C.", rating: 4, verified: true, locale: "en" });
  expect(await code(buyer.reviews.write({ productId, rating: 1, ...words }))).toBe("reviews.already-reviewed");
  expect(await shop.guest().reviews.summary({ productId })).toEqual({ count: 1, mean: 4, histogram: [0, 0, 0, 1, 0] });
  expect((await shop.guest().reviews.list({ productId })).reviews).toEqual([review]);
});

test("five clicks on publish are one review and one vote", async () => {
  const { productId, variantId } = await onTheShelf(shop.services);
  const { principal } = await shop.member("customer");
  const buyer = shop.callerOf({ principal });
  await delivered(buyer, variantId);

  const clicks = Array.from({ length: 5 }, () =>
    code(shop.callerOf({ principal }).reviews.write({ productId, rating: 5, ...words })),
  );

  expect((await Promise.all(clicks)).toSorted()).toEqual(
    ["done", ...Array.from({ length: 4 }, () => "reviews.already-reviewed")].toSorted(),
  );
  expect(await buyer.reviews.summary({ productId })).toMatchObject({ count: 1, mean: 5 });
});

test("a guest reads reviews and writes none", async () => {
  const { productId } = await onTheShelf(shop.services);

  expect(await shop.guest().reviews.list({ productId, sort: "worst" })).toEqual({ reviews: [], nextCursor: null });
  expect(await code(shop.guest().reviews.write({ productId, rating: 5, ...words }))).toBe("auth.sign-in-required");
});
