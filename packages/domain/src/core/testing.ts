export { fakeBuckets } from "./bucket.fake.ts";
export { bucketRepositorySuite } from "./bucket.suite.ts";
