export { fakeApiKeys } from "./api-key.fake.ts";
export { apiKeyRepositorySuite } from "./api-key.suite.ts";
export * from "./auth.fake.ts";
export { credentialsRepositorySuite } from "./credentials.suite.ts";
export { invitationRepositorySuite } from "./invitation.suite.ts";
export * from "./link.fake.ts";
export { linkRepositorySuite } from "./link.suite.ts";
export { sessionRepositorySuite } from "./session.suite.ts";
