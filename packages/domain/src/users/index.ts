export * from "./email.ts";
export * from "./user.ts";
export * from "./users.errors.ts";
export * from "./users.repository.ts";
export * from "./users.service.ts";
