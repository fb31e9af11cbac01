export * from "./availability.ts";
export * from "./inventory.errors.ts";
export * from "./inventory.repository.ts";
export * from "./inventory.service.ts";
export * from "./stock.ts";
