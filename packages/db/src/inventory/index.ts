export { createStockRepository } from "./inventory.repository.ts";
export type { InventoryTables, InventoryViews } from "./inventory.tables.ts";
