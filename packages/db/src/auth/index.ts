export { createApiKeyRepository } from "./api-key.repository.ts";
export type { AuthTables } from "./auth.tables.ts";
export { createChallengeRepository } from "./challenge.repository.ts";
export { createCredentialsRepository } from "./credentials.repository.ts";
export { createFactorRepository } from "./factor.repository.ts";
export { createInvitationRepository } from "./invitation.repository.ts";
export { createLinkRepository } from "./link.repository.ts";
export { listenForEndedSessions } from "./ended-sessions.ts";
export { createSessionRepository } from "./session.repository.ts";
