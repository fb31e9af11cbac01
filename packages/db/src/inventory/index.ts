export { createStockRepository } from "./inventory.repository.ts";
export type { InventoryTables, InventoryViews } from "./inventory.tables.ts";
export { createLocationsRepository } from "./locations.repository.ts";
export { createStockRoomRepository } from "./stock-room.repository.ts";
