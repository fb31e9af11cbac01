export * from "./review.ts";
export * from "./reviews.errors.ts";
