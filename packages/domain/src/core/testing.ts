export { fakeAudit } from "./audit.fake.ts";
export { fakeBuckets } from "./bucket.fake.ts";
export { bucketRepositorySuite } from "./bucket.suite.ts";
