import { expect, test } from "vitest";
import { evenly } from "#auth/evenly.ts";

const timed = async (work: () => Promise<unknown>) => {
  const began = performance.now();
  const outcome = await evenly((given) => given())(work).catch((error: unknown) => error);
  return { outcome, took: performance.now() - began };
};
const busy = new Error("busy");

test("little work, more work and work that fails take the same time", async () => {
  const [little, more, failed] = await Promise.all([
    timed(async () => "done"),
    timed(() => new Promise((resolve) => setTimeout(() => resolve("done"), 10))),
    timed(() => Promise.reject(busy)),
  ]);

  expect([little, more, failed].map(({ outcome }) => outcome)).toEqual(["done", "done", busy]);
  // Node's timers may end a millisecond early.
  expect(Math.min(little.took, more.took, failed.took)).toBeGreaterThan(48);
});
