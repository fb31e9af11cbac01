export type { AuthTables } from "./auth.tables.ts";
export { createCredentialsRepository } from "./credentials.repository.ts";
export { createLinkRepository } from "./link.repository.ts";
export { listenForEndedSessions } from "./ended-sessions.ts";
export { createSessionRepository } from "./session.repository.ts";
