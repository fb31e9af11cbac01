export { createCartRepository } from "./cart.repository.ts";
export type { CartTables } from "./cart.tables.ts";
export { cartPersonalData } from "./personal-data.ts";
