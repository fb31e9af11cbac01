export { createPromotionRepository } from "./promotions.repository.ts";
export type { PromotionsTables, PromotionsViews } from "./promotions.tables.ts";
