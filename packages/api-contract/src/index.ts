export * from "./client.ts";
export * from "./contract.ts";
export type * from "./router.ts";
export type * from "./refusal.ts";
export { mutation, query, type Endpoints, type RouterOf } from "#core/endpoint.ts";
export type { GrantablePermission } from "#auth/roles.contract.ts";
export type { Position, RoleChoice } from "#auth/staff.contract.ts";
export { CartAnswer } from "#cart/cart.contract.ts";
