import { fakeAudit } from "@vitrina/domain/core/testing";
import { createPriceBookService, PeriodOverlap, PriceChanged, PriceInForce } from "@vitrina/domain/pricing";
import { createTransact } from "@vitrina/db/core";
import { onShelf } from "@vitrina/db/inventory/testing";
import { testDatabase } from "@vitrina/db/testing";
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { createPriceBookRepository } from "./price-book.repository.ts";

const database = testDatabase();
const STAFF = randomUUID();
const DAY = 86_400_000;
const start = new Date("2026-03-01T00:00:00Z");
const dayAfter = (days: number) => new Date(start.getTime() + days * DAY);
function bookAt(now: Date, found: string[] = []) {
  const audit = fakeAudit();
  const book = createPriceBookService({
    priceBook: createPriceBookRepository(database.db),
    transact: createTransact(database.db, (db) => ({ priceBook: createPriceBookRepository(db), audit })),
    clock: () => now,
    findProducts: async () => found,
  });
  return { ...book, audit };
}
const aVariant = () => onShelf(database.db, { onHand: 0 });
const inRoubles = (variantId: string, amount: number | null, seenId: string | null = null) => ({
  variantId,
  currency: "RUB" as const,
  amount,
  compareAt: null,
  seenId,
});
const heldAt = async (variantId: string, at: Date) => (await bookAt(at).timeline(variantId)).variant.prices[0];

test("prices of a page are set at once, seen by SKU, and written down before and after", async () => {
  const [cup, bowl] = [await aVariant(), await aVariant()];
  const book = bookAt(start);
  await book.set(STAFF, [inRoubles(cup, 100), inRoubles(bowl, 200)]);

  const { variants } = await book.list({ q: `CUP-${cup}` });

  expect(variants).toMatchObject([
    { variantId: cup, planned: 0, prices: [{ currency: "RUB", amount: 100, from: start.toISOString() }] },
  ]);
  expect(book.audit.entries).toMatchObject([
    { subject: { id: cup }, before: { currency: "RUB", amount: null }, after: { currency: "RUB", amount: 100 } },
    { subject: { id: bowl }, after: { amount: 200 } },
  ]);
});

test("variants of found products join those whose SKU begins so, page by page, none twice", async () => {
  const cups = await Promise.all(Array.from({ length: 27 }, aVariant));
  const { productId } = (await bookAt(start).timeline(cups[0] ?? "")).variant;
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await bookAt(start, [productId]).list({ q: "CUP-", cursor });
    seen.push(...page.variants.map(({ sku }) => sku));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);

  expect(seen).toEqual(seen.toSorted());
  expect(new Set(seen).size).toBe(seen.length);
  expect(cups.every((cup) => seen.includes(`CUP-${cup}`))).toBe(true);
  expect((await bookAt(start).list({ productId })).variants).toHaveLength(1);
});

test("of two people who set one price at once, the second is shown the price of the first", async () => {
  const cup = await aVariant();
  const both = await Promise.allSettled([100, 200].map((amount) => bookAt(start).set(STAFF, [inRoubles(cup, amount)])));

  const [lost] = both.flatMap((each) => (each.status === "rejected" ? [each.reason as PriceChanged] : []));
  expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(lost).toBeInstanceOf(PriceChanged);
  expect(lost?.details.current?.amount).toBe((await heldAt(cup, start))?.amount);
});

test("one price that somebody else changed keeps the whole page from being saved", async () => {
  const [cup, bowl] = [await aVariant(), await aVariant()];
  await bookAt(start).set(STAFF, [inRoubles(cup, 100)]);

  await expect(bookAt(dayAfter(1)).set(STAFF, [inRoubles(bowl, 5), inRoubles(cup, 6)])).rejects.toThrow(PriceChanged);

  expect(await heldAt(bowl, dayAfter(1))).toBeUndefined();
});

test("a planned change begins and ends by the clock alone", async () => {
  const cup = await aVariant();
  await bookAt(start).set(STAFF, [inRoubles(cup, 100)]);
  const sale = {
    variantId: cup,
    currency: "RUB" as const,
    amount: 80,
    compareAt: 100,
    from: dayAfter(2).toISOString(),
    until: dayAfter(4).toISOString(),
  };
  const preview = await bookAt(start).preview(sale);
  await bookAt(start).schedule(STAFF, sale);

  const amounts = await Promise.all([1, 2, 3, 4].map(async (days) => (await heldAt(cup, dayAfter(days)))?.amount));

  expect(amounts).toEqual([100, 80, 80, 100]);
  expect(preview.map(({ amount }) => amount)).toEqual([100, 80, 100]);
});

test("a planned change can be taken back until it begins", async () => {
  const cup = await aVariant();
  await bookAt(start).set(STAFF, [inRoubles(cup, 100)]);
  const plan = (from: number) =>
    bookAt(start).schedule(STAFF, {
      variantId: cup,
      currency: "RUB",
      compareAt: null,
      amount: 80,
      from: dayAfter(from).toISOString(),
      until: dayAfter(from + 1).toISOString(),
    });
  await plan(2);
  const plannedId = async () =>
    (await bookAt(start).timeline(cup)).prices.find(({ amount }) => amount === 80)?.id ?? "";
  const id = await plannedId();

  await expect(bookAt(dayAfter(2)).cancel(STAFF, id)).rejects.toThrow(PriceInForce);
  await bookAt(dayAfter(1)).cancel(STAFF, id);

  expect((await bookAt(start).timeline(cup)).prices).toMatchObject([{ amount: 100, until: null }]);
});

test("two people who plan one weekend at once do not both succeed", async () => {
  const cup = await aVariant();
  await bookAt(start).set(STAFF, [inRoubles(cup, 100)]);
  const sale = {
    variantId: cup,
    currency: "RUB" as const,
    compareAt: null,
    from: dayAfter(2).toISOString(),
    until: dayAfter(4).toISOString(),
  };

  const both = await Promise.allSettled([80, 70].map((amount) => bookAt(start).schedule(STAFF, { ...sale, amount })));

  const [lost] = both.flatMap((each) => (each.status === "rejected" ? [each.reason as PeriodOverlap] : []));
  expect(lost).toBeInstanceOf(PeriodOverlap);
  expect(lost?.details.clash).toMatchObject({ from: sale.from, until: sale.until });
});
