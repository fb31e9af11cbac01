import { expect, test } from "vitest";
import { fakeBuckets } from "./bucket.fake.ts";
import { RateLimited } from "./errors.ts";
import { createThrottle } from "./throttle.service.ts";

function openShop() {
  let now = new Date("2026-01-01T09:00:00.000Z");
  const buckets = fakeBuckets();
  const throttle = createThrottle({ buckets, hash: (text) => text.replace("anna", "…"), clock: () => now });
  const pass = (milliseconds: number) => void (now = new Date(now.getTime() + milliseconds));
  const guess = () => throttle.take("password-by-account", "anna");
  return { throttle, buckets, pass, guess };
}

test("whoever is too fast is told for how many whole seconds to wait", async () => {
  const { guess, pass } = openShop();
  for (let count = 1; count <= 5; count++) expect(await guess()).toBe(count);

  await expect(guess()).rejects.toEqual(new RateLimited({ retryAfter: 2 }));
  pass(1_999);
  await expect(guess()).rejects.toEqual(new RateLimited({ retryAfter: 1 }));
  pass(1);
  expect(await guess()).toBe(6);
});

test("a success forgets the failures, and a try that was none is given back", async () => {
  const { throttle, guess } = openShop();
  for (let count = 1; count <= 5; count++) await guess();

  await throttle.giveBack("password-by-account", "anna");
  expect(await guess()).toBe(5);
  await throttle.clear("password-by-account", "anna");
  expect(await guess()).toBe(1);
});

test("limits and people do not share a bucket, and its name tells nobody's", async () => {
  const { throttle, buckets, guess } = openShop();

  await guess();
  await throttle.take("password-by-account", "boris");
  await throttle.take("code-by-cart", "anna");

  expect(buckets.all.size).toBe(3);
  expect([...buckets.all.keys()].join()).not.toContain("anna");
});

test("what has drained is swept", async () => {
  const { throttle, buckets, guess, pass } = openShop();
  await guess();
  pass(3_600_000);

  expect(await throttle.sweep(10)).toBe(1);
  expect(buckets.all.size).toBe(0);
});
