import { randomUUID } from "node:crypto";
import { fakeAudit } from "@vitrina/domain/core/testing";
import { StaleVersion } from "@vitrina/domain/core";
import { createTaxBookService, type TaxRateDraft, TaxOverlap } from "@vitrina/domain/pricing";
import { createTransact } from "@vitrina/db/core";
import { testDatabase } from "@vitrina/db/testing";
import { beforeEach, expect, test } from "vitest";
import { createPriceRepository } from "./pricing.repository.ts";
import { createTaxBookRepository } from "./tax-book.repository.ts";

const database = testDatabase();
const STAFF = randomUUID();
const dayAfter = (days: number) => new Date(Date.UTC(2026, 2, 1 + days));
const vat = { country: "RU", region: "", taxClass: "standard", rateBasisPoints: 2_000, included: true } as const;

function taxesOn(days: number) {
  const audit = fakeAudit();
  const taxes = createTaxBookService({
    taxBook: createTaxBookRepository(database.db),
    transact: createTransact(database.db, (db) => ({ taxBook: createTaxBookRepository(db), audit })),
    clock: () => dayAfter(days),
    newId: randomUUID,
  });
  return { ...taxes, audit };
}
async function plan(days: number, changes: Partial<TaxRateDraft> = {}) {
  const { version } = await taxesOn(days).list({});
  const taxes = taxesOn(days);
  await taxes.add(STAFF, { ...vat, from: null, version, ...changes });
  return taxes.audit.entries;
}
const prices = () => createPriceRepository(database.db);
const ratesOn = async (days: number, country = "RU") =>
  (await prices().taxRates(country, dayAfter(days))).map(({ rateBasisPoints }) => rateBasisPoints);

beforeEach(async () => {
  await database.pool.query("truncate pricing.tax_rate");
});

test("what a country taxes from the beginning is entered once, and what staff have changed since stays", async () => {
  await prices().addTaxRates([vat, { ...vat, country: "DE", rateBasisPoints: 1_900 }]);
  await plan(5, { rateBasisPoints: 2_200 });

  await prices().addTaxRates([vat]);

  expect([await ratesOn(-1000), await ratesOn(4), await ratesOn(5), await ratesOn(5, "DE")]).toEqual([
    [2_000],
    [2_000],
    [2_200],
    [1_900],
  ]);
});

test("a planned rate takes over by the clock, is written down, and is taken back until then", async () => {
  await prices().addTaxRates([vat]);
  const trail = await plan(1, { rateBasisPoints: 2_200, from: dayAfter(10).toISOString() });
  expect([await ratesOn(9), await ratesOn(10)]).toEqual([[2_000], [2_200]]);
  expect(trail).toMatchObject([
    { action: "pricing.tax-set", subject: { id: "RU standard" }, after: { rateBasisPoints: 2_200 } },
  ]);

  const { version, rates } = await taxesOn(2).list({});
  await taxesOn(2).end(STAFF, { id: rates[0]?.id ?? "", version });

  expect([await ratesOn(9), await ratesOn(10)]).toEqual([[2_000], [2_000]]);
});

test("a rate that ends taxes nothing any more, and what was taxed before stays", async () => {
  await plan(0);
  const { version, rates } = await taxesOn(3).list({});
  await taxesOn(3).end(STAFF, { id: rates[0]?.id ?? "", version });

  expect([await ratesOn(2), await ratesOn(3)]).toEqual([[2_000], []]);
  expect((await taxesOn(4).list({})).rates).toMatchObject([{ until: dayAfter(3).toISOString() }]);
});

test("two rates of one kind for one instant are refused; regions and classes have their own", async () => {
  const from = dayAfter(9).toISOString();
  await plan(1, { from });

  await expect(plan(1, { from, rateBasisPoints: 1_000 })).rejects.toThrow(TaxOverlap);
  await plan(1, { from, region: "Москва" });
  await plan(1, { from, taxClass: "books" });

  expect(await ratesOn(9)).toHaveLength(3);
});

test("of two people who change taxes at once one is told of the other", async () => {
  const { version } = await taxesOn(1).list({});
  const both = await Promise.allSettled([1_000, 2_000].map((rateBasisPoints) => plan(1, { rateBasisPoints, version })));

  const lost = both.flatMap((each) => (each.status === "rejected" ? [each.reason as unknown] : []));
  expect(lost).toHaveLength(1);
  expect(lost[0]).toBeInstanceOf(StaleVersion);
  expect(await ratesOn(1)).toHaveLength(1);
});

test("taxes come page by page, none twice, of each kind the latest first", async () => {
  for (let number = 0; number < 30; number++) {
    await plan(0, { taxClass: `class-${number}` });
    await plan(1, { taxClass: `class-${number}`, rateBasisPoints: 0 });
  }
  const first = await taxesOn(2).list({});
  const second = await taxesOn(2).list({ cursor: first.nextCursor ?? "" });

  const all = [...first.rates, ...second.rates];
  expect(first.rates).toHaveLength(50);
  expect(second.nextCursor).toBeNull();
  expect(new Set(all.map(({ id }) => id)).size).toBe(60);
  expect(all.slice(0, 2)).toMatchObject([
    { taxClass: "class-0", rateBasisPoints: 0 },
    { taxClass: "class-0", rateBasisPoints: 2_000 },
  ]);
});
