export { createStockRepository } from "./inventory.repository.ts";
export type { InventoryTables, InventoryViews } from "./inventory.tables.ts";
export { createDriftRepository } from "./drift.repository.ts";
export { createLocationsRepository } from "./locations.repository.ts";
export { createStockRoomRepository } from "./stock-room.repository.ts";
export { createTransfersRepository } from "./transfers.repository.ts";
