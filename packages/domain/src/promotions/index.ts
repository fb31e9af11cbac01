export * from "./explanation.ts";
export * from "./promotion.ts";
export * from "./promotions.errors.ts";
export * from "./promotions.repository.ts";
export * from "./promotions.service.ts";
