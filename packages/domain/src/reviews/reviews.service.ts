import { type Clock, InvalidCursor, type Locale, type NewId, type Transact } from "@vitrina/domain/core";
import { publicName, summarise } from "./rating.ts";
import type { Review, ReviewDraft } from "./review.ts";
import { AlreadyReviewed, NotPurchased } from "./reviews.errors.ts";
import type { ReviewPosition, ReviewSort, ReviewsQuery, ReviewsRepository } from "./reviews.repository.ts";

export const REVIEWS_PER_PAGE = 20;

interface Dependencies {
  reviews: Pick<ReviewsRepository, "list" | "listBy" | "starCounts" | "isWritten">;
  /** The order that brought this product to this person, null when none was delivered. */
  purchased(userId: string, productId: string): Promise<{ orderId: string } | null>;
  nameOf(userId: string): Promise<string>;
  transact: Transact<{ reviews: Pick<ReviewsRepository, "add"> }>;
  clock: Clock;
  newId: NewId;
}

export interface ReviewsPageQuery {
  productId: string;
  rating?: number | undefined;
  sort: ReviewSort;
  cursor?: string | undefined;
}

export function createReviewsService({ reviews, purchased, nameOf, transact, clock, newId }: Dependencies) {
  return {
    /** A page of published reviews (REV-04). @throws InvalidCursor */
    async list({ productId, rating, sort, cursor }: ReviewsPageQuery) {
      const after = cursor === undefined ? null : readCursor(cursor);
      const query: ReviewsQuery = { productId, rating, sort, after, limit: REVIEWS_PER_PAGE + 1 };
      const found = await reviews.list(query);
      const page = found.slice(0, REVIEWS_PER_PAGE);
      const last = page.at(-1);
      return { reviews: page, nextCursor: last && found.length > page.length ? writeCursor(last) : null };
    },

    /** What a person has written, for staff. */
    listBy: (userId: string) => reviews.listBy(userId, REVIEWS_PER_PAGE),

    summary: async (productId: string) => summarise(await reviews.starCounts(productId)),

    async mayWrite(userId: string, productId: string) {
      if (await reviews.isWritten(productId, userId)) return { allowed: false, reason: "already-reviewed" as const };
      if (!(await purchased(userId, productId))) return { allowed: false, reason: "not-purchased" as const };
      return { allowed: true, reason: null };
    },

    /** Publishes the review of a buyer (REV-01). @throws NotPurchased @throws AlreadyReviewed */
    async write(userId: string, draft: ReviewDraft, locale: Locale): Promise<Review> {
      const order = await purchased(userId, draft.productId);
      if (!order) throw new NotPurchased({});
      const author = publicName(await nameOf(userId));
      const createdAt = clock();
      const review = { ...draft, id: newId(), author, locale, userId, orderId: order.orderId, createdAt };
      const added = await transact((scope) => scope.reviews.add(review));
      if (!added) throw new AlreadyReviewed({});
      const { id, rating, title, body } = review;
      return { id, author, rating, title, body, locale, verified: true, createdAt: createdAt.toISOString() };
    },
  };
}
export type ReviewsService = ReturnType<typeof createReviewsService>;

const writeCursor = ({ rating, createdAt, id }: Review): string => `${rating}_${createdAt}_${id}`;

const CURSOR = /^([1-5])_(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

function readCursor(cursor: string): ReviewPosition {
  const [, rating, createdAt, id] = CURSOR.exec(cursor) ?? [];
  const date = new Date(createdAt ?? "");
  if (!rating || !id || Number.isNaN(date.getTime())) throw new InvalidCursor({});
  return { rating: Number(rating), createdAt: date, id };
}
