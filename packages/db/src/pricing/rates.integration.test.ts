import { fakeAudit } from "@vitrina/domain/core/testing";
import type { Currency } from "@vitrina/domain/core";
import { StaleVersion } from "@vitrina/domain/core";
import {
  createConversionService,
  createPriceBookService,
  createPricingService,
  createRatesService,
  type RateDraft,
  RateOverlap,
} from "@vitrina/domain/pricing";
import { createTransact } from "@vitrina/db/core";
import { onShelf } from "@vitrina/db/inventory/testing";
import { testDatabase } from "@vitrina/db/testing";
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { beforeEach, expect, test } from "vitest";
import { createConversionRepository } from "./conversion.repository.ts";
import { createPriceBookRepository } from "./price-book.repository.ts";
import { createPriceRepository } from "./pricing.repository.ts";
import { createRatesRepository } from "./rates.repository.ts";

const database = testDatabase();
const STAFF = randomUUID();
const DAY = 86_400_000;
const start = new Date("2026-03-01T00:00:00Z");
const dayAfter = (days: number) => new Date(start.getTime() + days * DAY);

/** The shop's prices with a clock that stands at a day. */
function shopOn(days: number) {
  const clock = () => dayAfter(days);
  const audit = fakeAudit();
  const scopeOf = (db: typeof database.db) => ({
    prices: createPriceRepository(db),
    priceBook: createPriceBookRepository(db),
    rates: createRatesRepository(db),
    conversions: createConversionRepository(db),
    audit,
  });
  const transact = createTransact(database.db, scopeOf);
  const reading = scopeOf(database.db);
  const conversions = createConversionService({ conversions: reading.conversions, transact, clock });
  return {
    audit,
    conversions,
    rates: createRatesService({ rates: reading.rates, transact, clock, newId: randomUUID }),
    book: createPriceBookService({ priceBook: reading.priceBook, transact, clock, findProducts: async () => [] }),
    pricing: createPricingService({ prices: reading.prices, transact, now: clock }),
    /** Works off all that waits, as the worker does. */
    async convert(limit = 100) {
      while ((await conversions.convertNext(limit)) > 0);
    },
  };
}

const bookOf = async (currency: Currency, days = 0) =>
  (await shopOn(days).rates.list()).find((book) => book.currency === currency);
async function rate(days: number, roubles: number, changes: Partial<RateDraft> = {}) {
  const version = (await bookOf("EUR"))?.version ?? 0;
  await shopOn(days).rates.add(STAFF, {
    currency: "EUR",
    base: "RUB",
    unitCost: roubles * 1_000_000,
    ending: "exact",
    holdDays: 7,
    from: null,
    version,
    ...changes,
  });
}
const aCup = async (amount = 5000, days = 0) => {
  const cup = await onShelf(database.db, { onHand: 0 });
  await shopOn(days).book.set(STAFF, [{ variantId: cup, currency: "RUB", amount, compareAt: null, seenId: null }]);
  return cup;
};
const inEuros = async (variantId: string, days: number) =>
  (await shopOn(days).pricing.resolve([variantId], "EUR")).get(variantId)?.amount ?? null;
const rowsOf = async (variantId: string) =>
  (
    await sql<{
      id: string;
    }>`select id from pricing.price where variant_id = ${variantId} and currency = 'EUR' order by valid_from`.execute(
      database.db,
    )
  ).rows.map(({ id }) => id);

beforeEach(async () => {
  await sql`truncate pricing.price, pricing.rate, pricing.due`.execute(database.db);
  await sql`update pricing.rate_book set fill_after = null`.execute(database.db);
});

test("a rate gives every variant without a price in euros one, and tells how many", async () => {
  const cups = [await aCup(), await aCup(), await aCup()];
  await rate(1, 100);
  await shopOn(1).convert(2);

  expect(await Promise.all(cups.map((cup) => inEuros(cup, 1)))).toEqual([50, 50, 50]);
  expect(await inEuros(cups[0] ?? "", 0.5)).toBeNull();
  expect(await bookOf("EUR", 1)).toMatchObject({ converted: 3, filling: false, stale: false });
});

test("a price that is set wins at once; taken away, the converted one comes back", async () => {
  const cup = await aCup();
  await rate(1, 100);
  await shopOn(1).convert();
  await shopOn(2).book.set(STAFF, [{ variantId: cup, currency: "EUR", amount: 45, compareAt: null, seenId: null }]);

  expect(await inEuros(cup, 2)).toBe(45);
  await shopOn(2).convert();
  const { variant } = await shopOn(3).book.timeline(cup);
  const set = variant.prices.find(({ currency }) => currency === "EUR");
  expect(set).toMatchObject({ amount: 45, converted: false });
  await shopOn(3).book.set(STAFF, [
    { variantId: cup, currency: "EUR", amount: null, compareAt: null, seenId: set?.id ?? null },
  ]);
  await shopOn(3).convert();

  expect(await inEuros(cup, 3)).toBe(50);
  expect([await inEuros(cup, 1), await inEuros(cup, 2)]).toEqual([50, 45]);
});

test("a price planned in euros leaves the converted one until it begins, and after it ends", async () => {
  const cup = await aCup();
  await rate(1, 100);
  await shopOn(1).convert();
  const sale = { variantId: cup, currency: "EUR" as const, amount: 40, compareAt: null };
  await shopOn(1).book.schedule(STAFF, {
    ...sale,
    from: dayAfter(3).toISOString(),
    until: dayAfter(4).toISOString(),
  });
  await shopOn(1).convert();

  expect([await inEuros(cup, 2), await inEuros(cup, 3), await inEuros(cup, 4)]).toEqual([50, 40, 50]);
});

test("what is planned for roubles is planned for euros, and a changed price changes the converted one", async () => {
  const cup = await aCup();
  await rate(1, 100);
  await shopOn(1).convert();
  await shopOn(1).book.schedule(STAFF, {
    variantId: cup,
    currency: "RUB",
    amount: 4000,
    compareAt: 5000,
    from: dayAfter(3).toISOString(),
    until: dayAfter(4).toISOString(),
  });
  await shopOn(1).convert();

  expect([await inEuros(cup, 2), await inEuros(cup, 3), await inEuros(cup, 4)]).toEqual([50, 40, 50]);
});

test("a new rate writes only the prices that differ, and history stays as it was", async () => {
  const cup = await aCup(90_00);
  await rate(1, 100, { ending: "whole" });
  await shopOn(1).convert();
  const before = await rowsOf(cup);
  await rate(2, 99, { ending: "whole" });
  await shopOn(2).convert();
  expect(await rowsOf(cup)).toEqual(before);

  await rate(3, 50, { ending: "whole" });
  await shopOn(3).convert();
  expect([await inEuros(cup, 2), await inEuros(cup, 3)]).toEqual([1_00, 2_00]);
});

test("an export knows only prices that were set, and an import ends a converted one", async () => {
  const cup = await aCup();
  await rate(1, 100);
  await shopOn(1).convert();

  expect(await shopOn(1).pricing.bases([cup])).toMatchObject([{ currency: "RUB", amount: 5000 }]);
  await shopOn(2).pricing.setPrices(await shopOn(2).pricing.bases([cup]));
  expect(await inEuros(cup, 2)).toBe(50);
  await shopOn(3).pricing.setPrices([{ variantId: cup, currency: "EUR", amount: 48, compareAt: null }]);
  await shopOn(3).convert();

  expect([await inEuros(cup, 2), await inEuros(cup, 3)]).toEqual([50, 48]);
});

test("a rate that is older than it holds converts nothing new until there is another", async () => {
  await rate(1, 100);
  const cup = await aCup(5000, 9);
  await shopOn(9).convert();

  expect(await inEuros(cup, 9)).toBeNull();
  expect((await shopOn(9).conversions.stale()).map(({ currency }) => currency)).toEqual(["EUR"]);
  expect(await bookOf("EUR", 9)).toMatchObject({ stale: true });
  await rate(9, 100);
  await shopOn(9).convert();
  expect(await inEuros(cup, 9)).toBe(50);
  expect(await shopOn(9).conversions.stale()).toEqual([]);
});

test("a planned rate is taken back, one in force ends with what it converted", async () => {
  const cup = await aCup();
  await rate(1, 100);
  await rate(1, 50, { from: dayAfter(3).toISOString() });
  await shopOn(1).convert();
  expect([await inEuros(cup, 2), await inEuros(cup, 3)]).toEqual([50, 100]);

  const planned = await bookOf("EUR", 1);
  const end = (days: number, id: string, version: number) =>
    shopOn(days).rates.end(STAFF, { id, currency: "EUR", version });
  await end(1, planned?.rates[0]?.id ?? "", planned?.version ?? 0);
  await shopOn(1).convert();
  expect([await inEuros(cup, 2), await inEuros(cup, 3)]).toEqual([50, 50]);
  const holding = await bookOf("EUR", 4);
  await end(4, holding?.rates[0]?.id ?? "", holding?.version ?? 0);
  await shopOn(4).convert();
  expect([await inEuros(cup, 3), await inEuros(cup, 4)]).toEqual([50, null]);
});

test("of two people who set a rate at once one is told of the other; two for one instant are refused", async () => {
  const version = (await bookOf("EUR"))?.version ?? 0;
  const both = await Promise.allSettled([100, 90].map((roubles) => rate(1, roubles, { version })));

  const lost = both.flatMap((each) => (each.status === "rejected" ? [each.reason as unknown] : []));
  expect(lost).toHaveLength(1);
  expect(lost[0]).toBeInstanceOf(StaleVersion);
  await rate(1, 80, { from: dayAfter(3).toISOString() });
  await expect(rate(1, 70, { from: dayAfter(3).toISOString() })).rejects.toThrow(RateOverlap);
});

test("acts on rates are written down, and a preview shows what prices would become without saving any", async () => {
  const cup = await aCup();
  const shop = shopOn(1);
  const version = (await bookOf("EUR"))?.version ?? 0;
  const terms = { currency: "EUR", base: "RUB", unitCost: 100_000_000, ending: "ninety-nine" } as const;
  const preview = await shop.rates.preview(terms);
  expect(await inEuros(cup, 1)).toBeNull();
  await shop.rates.add(STAFF, { ...terms, holdDays: 7, from: null, version });

  expect(preview).toMatchObject([{ variantId: cup, amount: 5000, converted: { amount: 99, compareAt: null } }]);
  expect(shop.audit.entries).toMatchObject([
    { action: "pricing.rate-set", subject: { id: "EUR" }, after: { base: "RUB", ending: "ninety-nine" } },
  ]);
});

test("many workers convert every variant once, and while prices change nothing is forgotten", async () => {
  const cups = await Promise.all(Array.from({ length: 40 }, (_, index) => aCup(1000 + index)));
  await rate(1, 1);
  const worker = async () => {
    for (let idle = 0; idle < 3;) idle = (await shopOn(1).conversions.convertNext(7)) > 0 ? 0 : idle + 1;
  };
  const dearer = async (cup: string, index: number) => {
    const { variant } = await shopOn(0.5).book.timeline(cup);
    const seen = variant.prices.find(({ currency }) => currency === "RUB")?.id ?? null;
    await shopOn(1).book.set(STAFF, [
      { variantId: cup, currency: "RUB", amount: 3000 + index, compareAt: null, seenId: seen },
    ]);
  };
  await Promise.all([worker(), worker(), worker(), ...cups.slice(0, 20).map(dearer)]);
  await shopOn(1).convert();

  const euros = await Promise.all(cups.map((cup) => inEuros(cup, 1)));
  expect(euros).toEqual(cups.map((_, index) => (index < 20 ? 3000 : 1000) + index));
});

test("a worker that dies loses nothing: its marks are there for the next one", async () => {
  const cup = await aCup();
  await rate(1, 100);
  await shopOn(1).conversions.convertNext(100);
  await expect(
    createTransact(
      database.db,
      createConversionRepository,
    )(async (conversions) => {
      await conversions.markNext(100);
      await conversions.takeDue(100);
      throw new Error("killed");
    }),
  ).rejects.toThrow("killed");
  await shopOn(1).convert();

  expect(await inEuros(cup, 1)).toBe(50);
});

test("the lowest price of thirty days counts converted prices", async () => {
  const cup = await aCup(5000);
  await rate(0, 100, { holdDays: 90 });
  await shopOn(0).convert();
  const sale = { variantId: cup, currency: "RUB" as const, amount: 4000, compareAt: 6000 };
  await shopOn(40).book.schedule(STAFF, {
    ...sale,
    from: dayAfter(50).toISOString(),
    until: null,
  });
  await shopOn(40).convert();
  await rate(45, 80, { holdDays: 90 });
  await shopOn(45).convert();

  const { rows } =
    await sql`select amount, complete from pricing.lowest_before(${cup}, 'EUR', 'DE', ${dayAfter(51)})`.execute(
      database.db,
    );
  // 0.50 € at a hundred roubles a euro until the forty-fifth day, 0.63 € at eighty since; the cut is from 0.75 to 0.50 €.
  expect(rows).toEqual([{ amount: 50, complete: true }]);
});
