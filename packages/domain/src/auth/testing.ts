export * from "./auth.fake.ts";
export { sessionRepositorySuite } from "./session.suite.ts";
