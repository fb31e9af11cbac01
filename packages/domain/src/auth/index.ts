export * from "./tokens.ts";
export * from "./auth.errors.ts";
