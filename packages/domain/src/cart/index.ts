export * from "./cart.ts";
export * from "./cart.errors.ts";
