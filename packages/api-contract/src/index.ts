export * from "./client.ts";
export * from "./contract.ts";
export type * from "./router.ts";
export type * from "./refusal.ts";
export { mutation, query, type Endpoints, type RouterOf } from "#core/endpoint.ts";
export { CartAnswer } from "#cart/cart.contract.ts";
