export type { AuthTables } from "./auth.tables.ts";
export { createCredentialsRepository } from "./credentials.repository.ts";
export { createSessionRepository } from "./session.repository.ts";
