import { type Availability, TooManyWatchers } from "@vitrina/domain/inventory";
import { expect, test } from "vitest";
import { createStockWatch } from "./stock-watch.ts";

const CUP = "cup";
const some = (left: number): Availability => ({ inStock: left > 0, left });

function openWatch(most = { ofAll: 10, ofNetwork: 3 }) {
  const shelf = new Map([[CUP, some(2)]]);
  const stock = createStockWatch({ read: async () => shelf, most, pause: 1 });
  const watch = (seen: string | null = null, network = "home") => {
    const ended = new AbortController();
    const states = stock.watch({ variantIds: [CUP], network, seen, signal: ended.signal });
    return { next: () => states.next(), leave: () => ended.abort() };
  };
  return { shelf, watch, close: stock.close };
}

test("whoever watches hears what there is, and then each change", async () => {
  const { shelf, watch, close } = openWatch();
  const { next } = watch();

  const first = await next();
  shelf.set(CUP, some(1));
  const second = await next();

  expect([first.value, second.value]).toMatchObject([
    { shown: [{ variantId: CUP, availability: some(2) }] },
    { shown: [{ availability: some(1) }] },
  ]);
  close();
});

test("whoever comes back hears what changed while they were away, and nothing if nothing did", async () => {
  const { shelf, watch, close } = openWatch();
  const before = watch();
  const { value } = await before.next();
  before.leave();
  const id = value?.id ?? "";

  const unchanged = watch(id).next();
  shelf.set(CUP, some(0));
  const after = await watch(id).next();

  expect(after.value).toMatchObject({ shown: [{ availability: some(0) }] });
  expect(await unchanged).toEqual(after);
  close();
});

test("a network has so many streams and the process so many more; whoever leaves makes room", async () => {
  const { watch, close } = openWatch({ ofAll: 4, ofNetwork: 3 });
  const streams = [watch(), watch(), watch()];

  expect(() => watch()).toThrow(TooManyWatchers);
  watch(null, "office");
  expect(() => watch(null, "elsewhere")).toThrow(TooManyWatchers);
  streams[0]?.leave();
  watch();
  close();
});

test("a shop that closes ends its streams", async () => {
  const { watch, close } = openWatch();
  const { next } = watch();
  await next();
  const end = next();

  close();

  expect(await end).toMatchObject({ done: true });
});
