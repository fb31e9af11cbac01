import type { Review } from "./review.ts";
import type { StarCounts } from "./rating.ts";

export type ReviewSort = "newest" | "best" | "worst";

/** The last review of the page before: where the next one begins. */
export interface ReviewPosition {
  rating: number;
  createdAt: Date;
  id: string;
}

export interface ReviewsQuery {
  productId: string;
  rating?: number | undefined;
  sort: ReviewSort;
  after: ReviewPosition | null;
  limit: number;
}

export interface NewReview extends Omit<Review, "verified" | "createdAt"> {
  productId: string;
  userId: string;
  orderId: string;
  createdAt: Date;
}

export interface ReviewsRepository {
  /** Published ones only. */
  list(query: ReviewsQuery): Promise<Review[]>;
  /** What a person has written, the newest first. */
  listBy(userId: string, limit: number): Promise<Review[]>;
  starCounts(productId: string): Promise<StarCounts>;
  isWritten(productId: string, userId: string): Promise<boolean>;
  /** Adds the review and counts its stars; false, and no change, when this buyer has one of the product already. */
  add(review: NewReview): Promise<boolean>;
}
