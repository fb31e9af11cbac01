export * from "./custom-role.ts";
export * from "./email.ts";
export * from "./roles.repository.ts";
export * from "./staff.repository.ts";
export * from "./user.ts";
export * from "./users.errors.ts";
export * from "./users.repository.ts";
export * from "./users.service.ts";
