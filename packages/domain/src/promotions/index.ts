export * from "./explanation.ts";
export * from "./promotions.errors.ts";
