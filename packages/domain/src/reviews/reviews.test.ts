import { InvalidCursor } from "@vitrina/domain/core";
import { expect, test } from "vitest";
import { publicName, summarise } from "./rating.ts";
import { ReviewDraft } from "./review.ts";
import { AlreadyReviewed, NotPurchased } from "./reviews.errors.ts";
import { createReviewsService } from "./reviews.service.ts";
import { aReview, fakeReviews } from "./testing.ts";

const { productId } = aReview();

function shopWithBuyers(...buyers: string[]) {
  const reviews = fakeReviews();
  let minute = 0;
  const service = createReviewsService({
    reviews,
    purchased: async (userId) => (buyers.includes(userId) ? { orderId: "an-order" } : null),
    nameOf: async (userId) => `${userId} Иванова`,
    transact: (work) => work({ reviews }),
    clock: () => new Date(Date.UTC(2026, 0, 1, 0, minute++)),
    newId: () => `0196b8c0-0000-7000-8000-${String(minute).padStart(12, "0")}`,
  });
  return service;
}

test("the mean and the histogram are exact", () => {
  expect(summarise([1, 0, 0, 0, 2])).toEqual({ count: 3, mean: 11 / 3, histogram: [1, 0, 0, 0, 2] });
  expect(summarise([0, 0, 0, 0, 0])).toEqual({ count: 0, mean: null, histogram: [0, 0, 0, 0, 0] });
});

test("a review shows the first name and an initial", () => {
  expect(publicName("Анна Мария иванова")).toBe("Анна И.");
  expect(publicName("  Cher ")).toBe("Cher");
});

test("only the buyer of a delivered product reviews it, and once", async () => {
  const shop = shopWithBuyers("Анна");

  await expect(shop.write("Борис", aReview(), "ru")).rejects.toThrow(NotPurchased);
  expect(await shop.mayWrite("Борис", productId)).toEqual({ allowed: false, reason: "not-purchased" });
  expect(await shop.mayWrite("Анна", productId)).toEqual({ allowed: true, reason: null });

  const review = await shop.write("Анна", aReview({ rating: 4 }), "ru");

  expect(review).toMatchObject({ author: "Анна И.", rating: 4, verified: true });
  await expect(shop.write("Анна", aReview(), "ru")).rejects.toThrow(AlreadyReviewed);
  expect(await shop.mayWrite("Анна", productId)).toEqual({ allowed: false, reason: "already-reviewed" });
  expect(await shop.summary(productId)).toEqual({ count: 1, mean: 4, histogram: [0, 0, 0, 1, 0] });
});

test("paging through reviews shows each of them once", async () => {
  const buyers = Array.from({ length: 45 }, (_, index) => `Покупатель${index}`);
  const shop = shopWithBuyers(...buyers);
  for (const [index, buyer] of buyers.entries()) await shop.write(buyer, aReview({ rating: (index % 5) + 1 }), "ru");

  const seen: { rating: number; id: string }[] = [];
  let cursor: string | undefined;
  do {
    const page = await shop.list({ productId, sort: "best", cursor });
    seen.push(...page.reviews);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);

  expect(new Set(seen.map(({ id }) => id)).size).toBe(45);
  expect(seen.map(({ rating }) => rating)).toEqual(seen.map(({ rating }) => rating).toSorted((a, b) => b - a));
});

test("a made-up place in the list is refused", async () => {
  await expect(shopWithBuyers().list({ productId, sort: "newest", cursor: "5_now_'; drop" })).rejects.toThrow(
    InvalidCursor,
  );
});

test("a review has one to five whole stars and twenty to five thousand characters", () => {
  for (const rating of [0, 6, 4.5, -1]) expect(ReviewDraft.safeParse(aReview({ rating })).success).toBe(false);
  for (const body of ["short", "x".repeat(5001)]) expect(ReviewDraft.safeParse(aReview({ body })).success).toBe(false);
});
