export { createReviewsRepository } from "./reviews.repository.ts";
export type { ReviewsTables } from "./reviews.tables.ts";
export { reviewsPersonalData } from "./personal-data.ts";
