export * from "./price.ts";
export * from "./pricing.errors.ts";
export * from "./pricing.repository.ts";
export * from "./pricing.service.ts";
export * from "./tax.ts";
export * from "./totals.ts";
