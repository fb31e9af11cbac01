export { createConversionRepository } from "./conversion.repository.ts";
export { createPriceBookRepository } from "./price-book.repository.ts";
export { createPriceListRepository } from "./price-list.repository.ts";
export { createPriceRepository } from "./pricing.repository.ts";
export { createRatesRepository } from "./rates.repository.ts";
export { createTaxBookRepository } from "./tax-book.repository.ts";
export type { PricingTables, PricingViews } from "./pricing.tables.ts";
