export * from "./rating.ts";
export * from "./review.ts";
export * from "./reviews.errors.ts";
export * from "./reviews.repository.ts";
export * from "./reviews.service.ts";
