import { fakeBuckets } from "./bucket.fake.ts";
import { bucketRepositorySuite } from "./bucket.suite.ts";

let count = 0;
bucketRepositorySuite(fakeBuckets, () => `bucket-${++count}`);
