import { createPricingService, PeriodOverlap, type VariantPrice } from "@vitrina/domain/pricing";
import type { CatalogTables } from "@vitrina/db/catalog";
import { createTransact } from "@vitrina/db/core";
import type { InventoryTables } from "@vitrina/db/inventory";
import { onShelf } from "@vitrina/db/inventory/testing";
import { testDatabase } from "@vitrina/db/testing";
import { expect, test } from "vitest";
import { createPriceRepository } from "./pricing.repository.ts";
import type { PricingTables } from "./pricing.tables.ts";

const database = testDatabase<CatalogTables & InventoryTables & PricingTables>();
const [january, february, march] = ["2026-01-01", "2026-02-01", "2026-03-01"].map((day) => new Date(day)) as [
  Date,
  Date,
  Date,
];
const pricingAt = (now: Date) =>
  createPricingService({
    prices: createPriceRepository(database.db),
    transact: createTransact(database.db, (db) => ({ prices: createPriceRepository(db) })),
    now: () => now,
  });
const aVariant = () => onShelf(database.db, { onHand: 0 });
const inRoubles = (variantId: string, amount: number, compareAt: number | null = null): VariantPrice => ({
  variantId,
  amount,
  compareAt,
  currency: "RUB",
});
const amountAt = async (variantId: string, at: Date) =>
  (await pricingAt(at).resolve([variantId], "RUB")).get(variantId)?.amount;

test("prices of a page come together; who has none in this currency is left out", async () => {
  const [cup, bowl, vase] = [await aVariant(), await aVariant(), await aVariant()];
  await pricingAt(january).setPrices([
    inRoubles(cup, 100_00, 150_00),
    inRoubles(bowl, 200_00),
    { ...inRoubles(vase, 3_00), currency: "EUR" },
  ]);

  expect(await pricingAt(january).resolve([cup, bowl, vase], "RUB")).toEqual(
    new Map([
      [cup, { amount: 100_00, compareAt: 150_00, currency: "RUB", list: null }],
      [bowl, { amount: 200_00, compareAt: null, currency: "RUB", list: null }],
    ]),
  );
});

test("a price holds from its first instant to the one before its end", async () => {
  const cup = await aVariant();
  await pricingAt(january).addPrice(inRoubles(cup, 100), { from: january, to: february });
  await pricingAt(january).addPrice(inRoubles(cup, 200), { from: february, to: null });

  expect(await amountAt(cup, new Date(january.getTime() - 1))).toBeUndefined();
  expect(await amountAt(cup, january)).toBe(100);
  expect(await amountAt(cup, new Date(february.getTime() - 1))).toBe(100);
  expect(await amountAt(cup, february)).toBe(200);
});

test("two prices for one instant are refused", async () => {
  const cup = await aVariant();
  await pricingAt(january).addPrice(inRoubles(cup, 100), { from: january, to: march });

  await expect(pricingAt(january).addPrice(inRoubles(cup, 90), { from: february, to: null })).rejects.toThrow(
    PeriodOverlap,
  );
});

test("a new price ends the old one, keeps what is planned, and the same price again changes nothing", async () => {
  const cup = await aVariant();
  const rows = () =>
    database.db.selectFrom("pricing.price").select("id").where("variantId", "=", cup).orderBy("validFrom").execute();
  await pricingAt(january).setPrices([inRoubles(cup, 100)]);
  await pricingAt(january).setPrices([inRoubles(cup, 110)]);
  await pricingAt(february).setPrices([inRoubles(cup, 120)]);
  const before = await rows();

  await pricingAt(march).setPrices([inRoubles(cup, 120)]);

  expect(await rows()).toEqual(before);
  expect([await amountAt(cup, january), await amountAt(cup, february)]).toEqual([110, 120]);
});
