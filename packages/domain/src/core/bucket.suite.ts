import { expect, test } from "vitest";
import type { BucketRepository } from "./bucket.repository.ts";
import type { Limit } from "./limits.ts";

const DAWN = Date.parse("2026-01-01T09:00:00Z");
const at = (seconds: number) => new Date(DAWN + seconds * 1000);
const steady: Limit = { burst: 3, per: 60_000 };
const growing: Limit = { burst: 3, per: 60_000, delay: { first: 2_000, longest: 10_000 } };

/** What every BucketRepository does. `newKey` gives keys nobody used yet. */
export function bucketRepositorySuite(open: () => BucketRepository, newKey: () => string): void {
  const fillUp = async (limit: Limit) => {
    const [buckets, key] = [open(), newKey()];
    const take = (seconds: number) => buckets.take(key, limit, at(seconds));
    return { buckets, key, take, outcomes: [await take(0), await take(0), await take(0)] };
  };

  test("the burst is let in, and then one for each that has drained", async () => {
    const { take, outcomes } = await fillUp(steady);

    expect(outcomes).toEqual([{ hits: 1 }, { hits: 2 }, { hits: 3 }]);
    expect(await take(0)).toEqual({ fullUntil: at(20) });
    expect(await take(19)).toEqual({ fullUntil: at(20) });
    expect(await take(20)).toEqual({ hits: 4 });
    expect(await take(20)).toEqual({ fullUntil: at(40) });
  });

  test("a drained bucket is as good as new", async () => {
    const { take } = await fillUp(steady);

    expect([await take(60), await take(60), await take(60)]).toEqual([{ hits: 1 }, { hits: 2 }, { hits: 3 }]);
    expect(await take(60)).toEqual({ fullUntil: at(80) });
  });

  test("beyond the burst of a growing limit each wait is twice the last, up to the longest", async () => {
    const { take } = await fillUp(growing);

    expect(await take(1)).toEqual({ fullUntil: at(2) });
    expect(await take(2)).toEqual({ hits: 4 });
    expect(await take(5)).toEqual({ fullUntil: at(6) });
    expect(await take(6)).toEqual({ hits: 5 });
    expect(await take(6)).toEqual({ fullUntil: at(14) });
    expect(await take(14)).toEqual({ hits: 6 });
    expect(await take(14)).toEqual({ fullUntil: at(24) });
    expect(await take(24 + 60)).toEqual({ hits: 1 });
  });

  test("what is given back does not count, and the next one need not wait", async () => {
    const { buckets, key, take } = await fillUp(growing);

    await buckets.giveBack(key, at(0));

    expect(await take(0)).toEqual({ hits: 3 });
    expect(await take(0)).toEqual({ fullUntil: at(2) });
  });

  test("a cleared bucket is empty, and another one is not touched", async () => {
    const { buckets, key, take } = await fillUp(growing);
    const other = newKey();
    await buckets.take(other, growing, at(0));

    await buckets.clear(key);
    await buckets.clear(newKey());

    expect(await take(0)).toEqual({ hits: 1 });
    expect(await buckets.take(other, growing, at(0))).toEqual({ hits: 2 });
  });

  test("only drained buckets are swept", async () => {
    const { buckets, take } = await fillUp(steady);
    await buckets.take(newKey(), steady, at(0));

    expect(await buckets.sweep(at(30), 10)).toBe(1);

    expect(await take(19)).toEqual({ fullUntil: at(20) });
  });

  test.each([steady, growing])("fifty at once do not pass a limit of three", async (limit) => {
    const [buckets, key] = [open(), newKey()];

    const outcomes = await Promise.all(Array.from({ length: 50 }, () => buckets.take(key, limit, at(0))));

    expect(outcomes.filter((outcome) => "hits" in outcome)).toHaveLength(3);
  });
}
