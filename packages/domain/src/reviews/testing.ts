import type { Review, ReviewDraft } from "./review.ts";
import type { StarCounts } from "./rating.ts";
import type { NewReview, ReviewsRepository } from "./reviews.repository.ts";

export const aReview = (changes: Partial<ReviewDraft> = {}): ReviewDraft => ({
  productId: "0196b8c0-0000-7000-8000-000000000001",
  rating: 5,
  title: "Отличная кружка",
  body: "Держит тепло, приятная на ощупь, не скользит.",
  ...changes,
});

const present = ({ productId: _, userId: __, orderId: ___, createdAt, ...review }: NewReview): Review => ({
  ...review,
  verified: true,
  createdAt: createdAt.toISOString(),
});

/** Reviews in memory. */
export function fakeReviews(): ReviewsRepository & { all: NewReview[] } {
  const all: NewReview[] = [];
  const isWritten = (productId: string, userId: string) =>
    all.some((review) => review.productId === productId && review.userId === userId);
  return {
    all,
    async list({ productId, rating, sort, after, limit }) {
      const direction = sort === "best" ? -1 : sort === "worst" ? 1 : 0;
      const order = (a: Omit<NewReview, "author">, b: Omit<NewReview, "author">) =>
        direction * (a.rating - b.rating) || b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1);
      return all
        .filter((review) => review.productId === productId && (rating === undefined || review.rating === rating))
        .toSorted(order)
        .filter((review) => !after || order({ ...review, ...after }, review) < 0)
        .slice(0, limit)
        .map(present);
    },
    listBy: async (userId, limit) =>
      all
        .filter((review) => review.userId === userId)
        .toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
        .slice(0, limit)
        .map(present),
    async starCounts(productId) {
      const count = (stars: number) =>
        all.filter((review) => review.productId === productId && review.rating === stars).length;
      return [count(1), count(2), count(3), count(4), count(5)] satisfies StarCounts;
    },
    isWritten: async (productId, userId) => isWritten(productId, userId),
    async add(review) {
      if (isWritten(review.productId, review.userId)) return false;
      all.push(review);
      return true;
    },
  };
}
