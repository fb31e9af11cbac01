export * from "./availability.ts";
export * from "./inventory.errors.ts";
