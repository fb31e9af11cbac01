export * from "./auth.fake.ts";
export * from "./link.fake.ts";
export { linkRepositorySuite } from "./link.suite.ts";
export { sessionRepositorySuite } from "./session.suite.ts";
