export * from "./listing.ts";
export * from "./product-page.ts";
