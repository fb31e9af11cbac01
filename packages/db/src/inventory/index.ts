export { createStockRepository } from "./inventory.repository.ts";
export type { InventoryTables, InventoryViews } from "./inventory.tables.ts";
export { createDriftRepository } from "./drift.repository.ts";
export { createLocationsRepository } from "./locations.repository.ts";
export { createNoticesRepository } from "./notices.repository.ts";
export { inventoryPersonalData } from "./personal-data.ts";
export { createStockRoomRepository } from "./stock-room.repository.ts";
export { createTransfersRepository } from "./transfers.repository.ts";
