import { randomUUID } from "node:crypto";
import type { NewReview } from "@vitrina/domain/reviews";
import { testDatabase } from "@vitrina/db/testing";
import type { Kysely } from "kysely";
import { expect, test } from "vitest";
import { createReviewsRepository } from "./reviews.repository.ts";
import type { ReviewsTables } from "./reviews.tables.ts";

const database = testDatabase<ReviewsTables>({ max: 20 });
const reviews = () => createReviewsRepository(database.db);

const aReview = (changes: Partial<NewReview> = {}): NewReview => ({
  id: randomUUID(),
  productId: randomUUID(),
  userId: randomUUID(),
  orderId: randomUUID(),
  author: "Анна И.",
  rating: 5,
  title: "",
  body: "Держит тепло, приятная на ощупь.",
  locale: "ru",
  createdAt: new Date("2026-01-01T12:00:00Z"),
  ...changes,
});
const addAtOnce = (written: NewReview[]) =>
  Promise.all(
    written.map((review) =>
      database.db
        .transaction()
        .execute((transaction: Kysely<ReviewsTables>) => createReviewsRepository(transaction).add(review)),
    ),
  );

test("fifty buyers reviewing at once are all counted, star by star", async () => {
  const productId = randomUUID();
  const written = Array.from({ length: 50 }, (_, index) => aReview({ productId, rating: (index % 5) + 1 }));

  await addAtOnce(written);

  expect(await reviews().starCounts(productId)).toEqual([10, 10, 10, 10, 10]);
  expect(await reviews().list({ productId, sort: "newest", after: null, limit: 100 })).toHaveLength(50);
});

test("ten tries of one buyer at once leave one review and one vote", async () => {
  const { productId, userId } = aReview();

  const added = await addAtOnce(Array.from({ length: 10 }, () => aReview({ productId, userId })));

  expect(added.filter(Boolean)).toHaveLength(1);
  expect(await reviews().starCounts(productId)).toEqual([0, 0, 0, 0, 1]);
  expect(await reviews().isWritten(productId, userId)).toBe(true);
});

test.each(["newest", "best", "worst"] as const)(
  "pages of the %s first meet without gap or repetition",
  async (sort) => {
    const productId = randomUUID();
    const written = Array.from({ length: 30 }, (_, index) =>
      aReview({ productId, rating: (index % 5) + 1, createdAt: new Date(Date.UTC(2026, 0, 1 + (index % 7))) }),
    );
    await addAtOnce(written);
    const whole = await reviews().list({ productId, sort, after: null, limit: 100 });

    const paged = [];
    for (let after = null; ;) {
      const page = await reviews().list({ productId, sort, after, limit: 7 });
      paged.push(...page);
      const last = page.at(-1);
      if (!last) break;
      after = { ...last, createdAt: new Date(last.createdAt) };
    }

    expect(paged).toEqual(whole);
    expect(whole).toHaveLength(30);
  },
);

test("a shopper can read the reviews of one number of stars", async () => {
  const productId = randomUUID();
  await addAtOnce([1, 2, 2, 5].map((rating) => aReview({ productId, rating })));

  const found = await reviews().list({ productId, rating: 2, sort: "newest", after: null, limit: 20 });

  expect(found.map(({ rating }) => rating)).toEqual([2, 2]);
});
