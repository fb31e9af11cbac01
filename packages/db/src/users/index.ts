export { createCustomersReader } from "./customers.repository.ts";
export { createUsersRepository } from "./users.repository.ts";
export type { UsersTables } from "./users.tables.ts";
