export * from "./as-of.service.ts";
export * from "./as-of.ts";
export * from "./facet.ts";
export * from "./listing.ts";
export * from "./product-page.ts";
export * from "./search.repository.ts";
export * from "./search.service.ts";
export * from "./words.ts";
