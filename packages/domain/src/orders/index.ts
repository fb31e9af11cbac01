export * from "./order.ts";
export * from "./orders.errors.ts";
