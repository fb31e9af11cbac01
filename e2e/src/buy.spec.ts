import { buyAndReview } from "./journey.ts";
import { expect, test } from "./test.ts";

test("a shopper finds a product, signs up, uses a code, orders, and reviews what was delivered", async ({
  page,
  complaints,
}) => {
  await buyAndReview(page, { locale: "ru", query: "кружка" });

  expect(complaints).toEqual([]);
});
