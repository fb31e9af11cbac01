export { createPromotionRepository } from "./promotions.repository.ts";
export type { PromotionsTables, PromotionsViews } from "./promotions.tables.ts";
export { readCodes, type WrittenCode } from "./written-terms.ts";
export { promotionsPersonalData } from "./personal-data.ts";
