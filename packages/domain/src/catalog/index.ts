export * from "./catalog.errors.ts";
export * from "./catalog.repository.ts";
export * from "./catalog.service.ts";
export * from "./product.ts";
export * from "./import-row.ts";
export * from "./product-draft.ts";
export { slugify } from "./slug.ts";
