export { createPriceRepository } from "./pricing.repository.ts";
export type { PricingTables, PricingViews } from "./pricing.tables.ts";
