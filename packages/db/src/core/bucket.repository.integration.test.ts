import { randomUUID } from "node:crypto";
import { createBucketRepository } from "@vitrina/db/core";
import { testDatabase } from "@vitrina/db/testing";
import { bucketRepositorySuite } from "@vitrina/domain/core/testing";
import { expect, test } from "vitest";

const database = testDatabase();

bucketRepositorySuite(() => createBucketRepository(database.db), randomUUID);

test("a full bucket is not written to, however often somebody comes", async () => {
  const [buckets, key, now] = [createBucketRepository(database.db), randomUUID(), new Date()];
  const limit = { burst: 1, per: 60_000 };
  const version = async () =>
    (
      await database.pool.query<{ xmin: string; xmax: string }>("select xmin, xmax from core.bucket where key = $1", [
        key,
      ])
    ).rows[0];
  await buckets.take(key, limit, now);
  const before = await version();

  await buckets.take(key, limit, now);

  expect(await version()).toEqual(before);
});
