export * from "./cart.ts";
export * from "./cart.errors.ts";
export * from "./cart.repository.ts";
export * from "./cart.service.ts";
export * from "./cart-rules.ts";
export * from "./cart-view.ts";
export * from "./merge.ts";
export * from "./standing.ts";
