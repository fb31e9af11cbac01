export { addressRepositorySuite } from "./address.suite.ts";
export * from "./users.fake.ts";
